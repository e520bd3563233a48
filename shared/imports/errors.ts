import type { Catalogue } from '../kernel/refusal.ts';

export const importsErrors = {
  'imports.busy': { status: 409, message: 'Cet import travaille déjà. Attendez qu’il ait fini, puis recommencez.' },
  'imports.not-planned': { status: 409, message: 'Demandez d’abord l’examen de la livraison et lisez ce qu’il annonce, puis appliquez.' },
  'imports.already-applied': { status: 409, message: 'Cette livraison est déjà appliquée. Envoyez la suivante.' },
  'imports.file-missing': {
    status: 409,
    message: 'Le fichier n’est pas arrivé. Envoyez-le par une nouvelle livraison, depuis la page « Imports ».',
  },
  'imports.confirm-vanished': {
    status: 422,
    message:
      'Plus de 5 % de ce qui est en place disparaît. Vérifiez la livraison ; si elle est juste, tapez le nombre exact que l’examen annonce.',
  },
} as const satisfies Catalogue;
