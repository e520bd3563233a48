import type { Catalogue } from '../kernel/refusal.ts';

export const homeworkErrors = {
  'homework.nothing-to-do': {
    status: 422,
    message: 'Ce travail est vide. Écrivez ce qui est à faire, ou joignez un fichier ou un lien.',
  },
  'homework.due-in-the-past': { status: 422, message: 'La date choisie est déjà passée. Choisissez un jour à venir.' },
  'homework.due-on-closed-day': {
    status: 422,
    message: 'L’établissement est fermé ce jour-là (vacances, jour férié ou week-end). Choisissez un jour de classe.',
  },
  'homework.due-too-far': { status: 422, message: 'La date choisie est après la fin de l’année scolaire. Choisissez un jour plus proche.' },
  'homework.given-after-due': {
    status: 422,
    message: 'Un travail ne peut être donné après le jour où il est attendu. Corrigez l’une des deux dates.',
  },
  'homework.published-too-late': {
    status: 422,
    message:
      'À cette heure, ce travail ne serait publié que le jour où il est attendu, ou après. Choisissez un jour plus lointain, ou gardez-le en brouillon.',
  },
  'homework.too-late-for-tomorrow': {
    status: 422,
    message:
      'Il est trop tard pour donner un travail pour le prochain jour de classe. Choisissez un jour plus lointain, ou gardez-le en brouillon.',
  },
  'homework.lesson-unknown': {
    status: 422,
    message: 'Ce cours n’existe pas pour ces élèves. Choisissez un autre cours, ou une date.',
  },
  'homework.lesson-cancelled': { status: 422, message: 'Ce cours est annulé. Choisissez un autre cours, ou une date.' },
  'homework.pupil-not-in-audience': {
    status: 422,
    message: 'Un élève choisi ne fait plus partie de cette classe ou de ce groupe. Retirez-le, puis recommencez.',
  },
  'homework.subject-missing': { status: 422, message: 'Indiquez la matière : ce travail n’est rattaché à aucun cours.' },
  'homework.file-missing': {
    status: 422,
    message: 'Un fichier joint n’est pas arrivé, a été refusé ou n’est pas à vous. Retirez-le ou joignez-le de nouveau.',
  },
  'homework.file-unknown': { status: 404, message: 'Ce fichier n’existe pas ou n’est plus disponible. Rechargez la page.' },
  'homework.changed-meanwhile': {
    status: 409,
    message: 'Ce travail a été modifié entre-temps. Relisez la version actuelle, puis recommencez : votre saisie est gardée ci-dessous.',
  },
  'homework.is-withdrawn': { status: 409, message: 'Ce travail a été retiré. Rétablissez-le avant de le modifier.' },
  'homework.already-published': {
    status: 409,
    message: 'Ce travail est déjà publié et ne peut redevenir un brouillon. Retirez-le si les élèves ne doivent plus le voir.',
  },
} as const satisfies Catalogue;
