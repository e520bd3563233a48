import type { Catalogue } from '../kernel/refusal.ts';

export const timetableErrors = {
  'timetable.no-own-day': {
    status: 422,
    message: 'Vous n’avez pas d’emploi du temps à vous. Choisissez un enfant ou une classe.',
  },
  'timetable.changed-meanwhile': {
    status: 409,
    message: 'Ce cours vient d’être modifié par quelqu’un d’autre. Relisez-le, puis recommencez si besoin.',
  },
  'timetable.nothing-to-withdraw': { status: 409, message: 'Ce cours n’a plus de modification. Rechargez la page pour voir où il en est.' },
  'timetable.nothing-changed': {
    status: 422,
    message: 'Le cours est déjà ainsi dans l’emploi du temps. Changez au moins une chose, ou retirez la modification en cours.',
  },
  'timetable.hours-reversed': {
    status: 422,
    message: 'L’heure de fin doit suivre l’heure de début, de quatre heures au plus. Corrigez les heures, puis recommencez.',
  },
  'timetable.moved-to-past': {
    status: 422,
    message: 'Un cours ne se déplace que vers un moment à venir. Choisissez une autre date ou une autre heure.',
  },
  'timetable.closed-day': {
    status: 422,
    message: 'L’établissement est fermé ce jour-là (dimanche, jour férié ou vacances). Choisissez une autre date.',
  },
  'timetable.teacher-unknown': {
    status: 422,
    message: 'Cette personne ne fait pas partie de l’établissement, ou n’est pas le professeur de ce cours. Choisissez-la dans la liste.',
  },
} as const satisfies Catalogue;
