import type { Catalogue } from '../kernel/refusal.ts';

export const attendanceErrors = {
  'attendance.register-not-open': { status: 409, message: 'L’appel ouvre dix minutes avant le début du cours. Revenez à ce moment-là.' },
  'attendance.register-closed': {
    status: 409,
    message: 'L’appel de ce cours est clos. Appelez la vie scolaire : elle peut encore le corriger.',
  },
  'attendance.register-office-only': { status: 409, message: 'La vie scolaire a repris cet appel. Appelez-la pour le faire corriger.' },
  'attendance.lesson-cancelled': {
    status: 409,
    message: 'Ce cours est annulé : il n’y a pas d’appel à faire. S’il a bien lieu, prévenez la vie scolaire.',
  },
  'attendance.register-taken-meanwhile': {
    status: 409,
    message: 'Cet appel vient d’être enregistré par quelqu’un d’autre. Comparez avec votre saisie, puis validez de nouveau si besoin.',
  },
  'attendance.roster-changed': {
    status: 409,
    message: 'Un élève a rejoint ce cours entre-temps. Vérifiez sa ligne, puis validez de nouveau.',
  },
  'attendance.pupil-not-in-roster': {
    status: 422,
    message: 'Un élève de votre saisie ne fait plus partie de ce cours. Retirez sa ligne, puis validez de nouveau.',
  },
  'attendance.hours-reversed': {
    status: 422,
    message: 'L’heure de fin doit suivre l’heure de début. Corrigez les heures, puis recommencez.',
  },
  'attendance.date-outside-year': {
    status: 422,
    message: 'Cette date n’est pas dans l’année scolaire en cours. Corrigez la date, puis recommencez.',
  },
  'attendance.day-of-other-school': {
    status: 409,
    message: 'Ce jour-là, l’absence de cet élève est suivie par son ancien établissement. Choisissez un autre jour, ou voyez avec lui.',
  },
  'attendance.declaration-unknown': { status: 404, message: 'Cette saisie n’existe pas ou a disparu. Rechargez la page.' },
  'attendance.nothing-to-justify': {
    status: 422,
    message: 'Il n’y a pas d’absence à ces heures. Rechargez la page pour voir la situation du jour.',
  },
  'attendance.already-justified': { status: 409, message: 'Ces heures ont déjà reçu une réponse. Rechargez la page pour la lire.' },
  'attendance.file-missing': {
    status: 422,
    message: 'Le fichier joint n’est pas arrivé jusqu’à nous. Joignez-le de nouveau, ou envoyez sans lui.',
  },
  'attendance.file-refused': {
    status: 422,
    message: 'Ce fichier n’est pas accepté. Joignez un PDF ou une photo (JPEG, PNG, HEIC) de 10 Mo au plus.',
  },
  'attendance.file-unknown': { status: 404, message: 'Ce fichier n’existe pas ou n’est plus conservé. Rechargez la page.' },
  'attendance.justification-unknown': { status: 404, message: 'Ce justificatif n’existe pas ou a disparu. Rechargez la page.' },
  'attendance.already-decided': { status: 409, message: 'Une décision a déjà été prise. Lisez-la, puis rouvrez-la si elle doit changer.' },
  'attendance.reason-required': { status: 422, message: 'Un refus doit être expliqué à la famille. Écrivez le motif, puis validez.' },
  'attendance.day-busy': {
    status: 409,
    message: 'Cette journée est modifiée par plusieurs personnes à la fois. Rechargez la page, puis recommencez.',
  },
} as const satisfies Catalogue;
