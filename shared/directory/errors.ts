import type { Catalogue } from '../kernel/refusal.ts';

export const directoryErrors = {
  'directory.changed-meanwhile': {
    status: 409,
    message: 'Une autre décision vient d’être enregistrée pour ce responsable. Relisez la fiche, puis recommencez.',
  },
  'directory.not-a-guardian': {
    status: 422,
    message: 'Cette personne n’est pas responsable de cet élève. Vérifiez la fiche de l’élève.',
  },
  'directory.not-adult': {
    status: 422,
    message: 'Cet élève est mineur : ses responsables restent informés. L’opposition sera possible à ses 18 ans.',
  },
  'directory.evidence-required': {
    status: 422,
    message: 'Indiquez la pièce sur laquelle repose la décision (jugement, courrier daté), puis recommencez.',
  },
  'directory.settings-changed-meanwhile': {
    status: 409,
    message: 'Les réglages ont été changés pendant que vous les modifiiez. Relisez-les ci-dessous, puis recommencez.',
  },
  'directory.window-too-short': {
    status: 422,
    message: 'La fenêtre de publication doit durer au moins une heure. Choisissez une heure de fermeture plus tardive.',
  },
  'directory.closure-backwards': {
    status: 422,
    message: 'Une fermeture se termine avant d’avoir commencé. Corrigez ses dates, puis recommencez.',
  },
  'directory.closure-too-long': {
    status: 422,
    message: 'Une fermeture dure plus de trois mois. Corrigez ses dates, puis recommencez.',
  },
  'directory.unknown-agent': {
    status: 422,
    message: 'Aucun agent de l’académie n’a cette adresse. Vérifiez l’adresse académique auprès de la personne, puis recommencez.',
  },
  'directory.grant-dates': {
    status: 422,
    message: 'Un accès commence aujourd’hui ou plus tard, se termine après avoir commencé et dure un an au plus. Corrigez ses dates.',
  },
  'directory.grant-not-here': {
    status: 422,
    message: 'Cet élève, ce professeur ou ces classes ne sont pas de votre établissement. Choisissez-les de nouveau dans la liste.',
  },
  'directory.already-granted': {
    status: 409,
    message: 'Cette personne a déjà cet accès à ces dates. Relisez la liste des accès.',
  },
  'directory.too-many-grants': {
    status: 409,
    message:
      'Cette personne a déjà beaucoup d’accès en cours dans votre établissement. Mettez fin à ceux qui ne servent plus, puis recommencez.',
  },
  'directory.grant-over': {
    status: 409,
    message: 'Cet accès est déjà terminé : il n’y a rien à faire.',
  },
  'directory.grant-evidence-required': {
    status: 422,
    message: 'Indiquez sur quoi repose la décision (notification, ordre de mission, courrier daté), puis recommencez.',
  },
} as const satisfies Catalogue;
