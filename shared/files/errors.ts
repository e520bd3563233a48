import type { Catalogue } from '../kernel/refusal.ts';

export const filesErrors = {
  'files.too-large': {
    status: 413,
    message: 'Ce fichier est trop lourd. Réduisez-le ou partagez-le en plusieurs fichiers, puis recommencez.',
  },
  'files.name-refused': {
    status: 422,
    message:
      'Le nom de ce fichier contient des caractères cachés ou interdits. Renommez-le avec des lettres et des chiffres, puis recommencez.',
  },
  'files.kind-refused': {
    status: 415,
    message: 'Ce genre de fichier n’est pas accepté. Envoyez une image, un PDF, un document bureautique, un texte, un son ou une vidéo.',
  },
  'files.quota-reached': {
    status: 409,
    message:
      'Votre espace de l’année est plein. Retirez des fichiers dont vous n’avez plus besoin, ou demandez de l’aide à votre établissement.',
  },
  'files.too-many-waiting': {
    status: 429,
    message: 'Trop d’envois sont commencés sans être terminés. Terminez-les, ou réessayez demain.',
  },
  'files.not-arrived': {
    status: 409,
    message: 'Le fichier n’est pas encore arrivé jusqu’à nous. Envoyez-le de nouveau : rien d’autre n’est perdu.',
  },
  'files.kept': {
    status: 409,
    message: 'Un travail remis ne s’efface pas. Remettez une nouvelle version tant que la date n’est pas passée.',
  },
  'files.busy': { status: 409, message: 'Ce fichier est en cours de traitement. Attendez quelques secondes, puis recommencez.' },
} as const satisfies Catalogue;
