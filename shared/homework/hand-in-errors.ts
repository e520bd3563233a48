import type { Catalogue } from '../kernel/refusal.ts';

export const handInErrors = {
  'homework.hand-in-empty': {
    status: 422,
    message: 'Votre travail est vide. Joignez un fichier, écrivez un texte ou répondez aux questions.',
  },
  'homework.hand-in-closed': {
    status: 409,
    message: 'La date de remise est passée et les retards ne sont pas acceptés. Parlez-en à votre enseignant.',
  },
  'homework.hand-in-kept': {
    status: 409,
    message:
      'Votre travail a été remis dans les temps et la date est passée : il ne peut plus être remplacé. Pour un ajout, parlez-en à votre enseignant.',
  },
  'homework.hand-in-returned': {
    status: 409,
    message: 'Les corrections ont été rendues : la remise de ce travail est terminée. Rechargez la page pour les lire.',
  },
  'homework.hand-in-file-missing': {
    status: 422,
    message: 'Un fichier n’est pas arrivé, a été refusé ou n’est pas à vous. Retirez-le ou joignez-le de nouveau.',
  },
  'homework.hand-in-busy': {
    status: 409,
    message: 'Ce travail est remis par quelqu’un d’autre du groupe en ce moment. Rechargez la page, puis recommencez.',
  },
  'homework.group-too-large': { status: 422, message: 'Ce groupe est trop nombreux. Retirez un élève, puis remettez le travail.' },
  'homework.group-member-unknown': {
    status: 422,
    message: 'Un élève choisi ne fait pas partie de ceux qui ont ce travail. Retirez-le, puis recommencez.',
  },
  'homework.group-member-taken': {
    status: 409,
    message: 'Un élève choisi a déjà remis ce travail de son côté. Retirez-le du groupe, puis recommencez.',
  },
  'homework.plan-changed-meanwhile': {
    status: 409,
    message: 'Ces réglages ont été modifiés entre-temps. Rechargez la page, puis recommencez.',
  },
  'homework.plan-in-use': {
    status: 409,
    message:
      'Des élèves ont déjà remis leur travail : le questionnaire, le barème et les groupes ne changent plus. Remettez-les comme ils étaient, puis enregistrez le reste.',
  },
  'homework.not-handed-in': {
    status: 409,
    message: 'Cet élève n’a pas remis de travail : il n’y a rien à corriger. Revenez à la liste des travaux remis.',
  },
  'homework.correction-changed-meanwhile': {
    status: 409,
    message: 'Cette correction a été modifiée entre-temps. Relisez-la, puis enregistrez la vôtre de nouveau si vous la gardez.',
  },
  'homework.correction-mismatch': {
    status: 422,
    message: 'Un critère ou un fichier ne correspond pas à ce travail. Rechargez la page, puis recommencez.',
  },
  'homework.nothing-to-return': {
    status: 409,
    message: 'Rien n’est corrigé pour l’instant. Corrigez au moins un travail, ou écrivez une correction commune.',
  },
  'homework.already-returned': { status: 409, message: 'Les corrections sont déjà rendues. Rechargez la page pour les relire.' },
  'homework.already-reminded': {
    status: 409,
    message: 'Un rappel a déjà été envoyé pour ce travail : il n’y en a qu’un. Parlez-en en classe.',
  },
  'homework.nobody-to-remind': { status: 409, message: 'Tous les élèves ont remis leur travail : il n’y a personne à relancer.' },
  'homework.nothing-to-download': {
    status: 409,
    message: 'Il n’y a ni fichier ni texte à télécharger. Les réponses à un questionnaire se lisent dans la page de chaque élève.',
  },
  'homework.hand-in-file-unknown': {
    status: 404,
    message: 'Ce fichier est encore en vérification, a été refusé ou n’est plus conservé. Rechargez la page dans un instant.',
  },
} as const satisfies Catalogue;
