import type { Catalogue } from '../kernel/refusal.ts';

export const notebookErrors = {
  'notebook.no-own-notebook': {
    status: 422,
    message: 'Vous n’avez pas de cahier de textes à vous. Choisissez un enfant, une classe ou un enseignant.',
  },
  'notebook.changed-meanwhile': {
    status: 409,
    message: 'Ce texte vient d’être modifié ailleurs. Les deux textes sont gardés : comparez-les, puis enregistrez celui qui doit rester.',
  },
  'notebook.visaed': {
    status: 409,
    message: 'Cette séance a reçu le visa de la direction : elle ne change plus. Ajoutez un complément.',
  },
  'notebook.not-visaed': { status: 409, message: 'Cette séance n’a pas de visa : modifiez-la directement.' },
  'notebook.year-closed': {
    status: 409,
    message:
      'Cette séance est d’une année scolaire terminée : elle ne change plus. Copiez-la dans un cours de cette année pour la reprendre.',
  },
  'notebook.nothing-to-publish': {
    status: 422,
    message: 'La séance est vide. Écrivez un contenu avant de la publier, ou gardez-la en brouillon.',
  },
  'notebook.withdrawn': { status: 409, message: 'Cette séance a été retirée par son enseignant. Rechargez la page.' },
  'notebook.too-many-addenda': { status: 409, message: 'Cette séance a déjà vingt compléments. Écrivez la suite dans la séance suivante.' },
  'notebook.file-refused': {
    status: 422,
    message: 'Un fichier joint n’est pas utilisable ou n’est pas à vous. Retirez-le, puis joignez-le de nouveau.',
  },
  'notebook.file-unknown': {
    status: 404,
    message: 'Ce fichier n’existe pas, ou n’est pas encore vérifié. Rechargez la page dans un instant.',
  },
  'notebook.too-many-steps': {
    status: 409,
    message: 'Une séquence a quarante séances au plus. Créez une deuxième séquence pour la suite.',
  },
  'notebook.step-unknown': { status: 404, message: 'Cette séance a disparu de la séquence. Rechargez la page.' },
} as const satisfies Catalogue;
