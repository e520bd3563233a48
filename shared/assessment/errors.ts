import type { Catalogue } from '../kernel/refusal.ts';

export const assessmentErrors = {
  'assessment.changed-meanwhile': {
    status: 409,
    message: 'Cette page a été modifiée entre-temps. Relisez la version actuelle, puis recommencez : votre saisie est gardée ci-dessous.',
  },
  'assessment.period-closed': {
    status: 409,
    message: 'Cette période est close : ses notes ne changent plus. Demandez au chef d’établissement de la rouvrir.',
  },
  'assessment.period-unknown': { status: 422, message: 'Cette période n’existe pas pour cette classe. Choisissez-en une autre.' },
  'assessment.date-outside-period': {
    status: 422,
    message: 'La date est en dehors de la période. Choisissez un jour de la période, ou l’autre période.',
  },
  'assessment.sub-subject-unknown': {
    status: 422,
    message: 'Cette sous-matière n’existe pas dans ce service. Choisissez-en une autre, ou ajoutez-la dans les réglages.',
  },
  'assessment.sub-subject-used': {
    status: 409,
    message: 'Une sous-matière retirée porte encore des évaluations. Rattachez-les ailleurs, puis recommencez.',
  },
  'assessment.scale-below-mark': {
    status: 422,
    message: 'Une note déjà saisie dépasse ce barème. Corrigez-la, ou choisissez un barème plus grand.',
  },
  'assessment.is-withdrawn': { status: 409, message: 'Cette évaluation a été retirée. Rétablissez-la avant de la modifier.' },
  'assessment.already-published': { status: 409, message: 'Cette évaluation est déjà publiée. Rechargez la page pour voir ses dates.' },
  'assessment.already-visible': {
    status: 409,
    message: 'Les élèves voient déjà cette évaluation : sa publication ne s’annule plus. Retirez-la s’ils ne doivent plus la voir.',
  },
  'assessment.not-published': { status: 409, message: 'Cette évaluation n’est pas publiée. Rechargez la page.' },
  'assessment.nothing-entered': { status: 422, message: 'Aucune note n’est saisie. Saisissez au moins une note, puis publiez.' },
  'assessment.too-many-evaluations': {
    status: 409,
    message: 'Ce service compte déjà soixante évaluations dans cette période. Retirez-en une qui ne sert plus, puis recommencez.',
  },
  'assessment.teacher-unknown': {
    status: 422,
    message: 'Un enseignant ajouté ne travaille pas dans cet établissement. Retirez-le, ou choisissez-en un autre.',
  },
  'assessment.hours-outside-window': {
    status: 422,
    message: 'Une heure choisie est en dehors de la fenêtre de publication de l’établissement. Choisissez une heure de cette fenêtre.',
  },
  'assessment.no-quiz': { status: 422, message: 'Ce travail n’a pas de questionnaire. Saisissez les notes dans le tableau des notes.' },
  'assessment.quiz-open': {
    status: 409,
    message: 'Les élèves peuvent encore répondre au questionnaire. Revenez après la date limite pour reporter les points.',
  },
  'assessment.quiz-without-service': {
    status: 409,
    message:
      'Aucun tableau de notes ne porte cette matière pour ces élèves. Créez l’évaluation dans « Notes », puis saisissez-y les points.',
  },
  'assessment.service-unknown': { status: 422, message: 'Un service choisi n’est pas enseigné à cette classe. Rechargez la page.' },
} as const satisfies Catalogue;
