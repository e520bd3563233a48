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
} as const satisfies Catalogue;
