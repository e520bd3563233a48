import type { Catalogue } from '../kernel/refusal.ts';

export const identityErrors = {
  'identity.wrong-credentials': {
    status: 401,
    message: 'L’identifiant ou le mot de passe ne convient pas. Vérifiez-les, puis recommencez.',
  },
  'identity.too-many-attempts': {
    status: 429,
    message: 'Trop d’essais pour cet identifiant. Attendez quinze minutes, puis recommencez.',
  },
  'identity.code-spent': {
    status: 410,
    message: 'Cette connexion a déjà servi ou a expiré. Recommencez depuis la page de connexion.',
  },
  'identity.ticket-spent': {
    status: 410,
    message: 'Ce choix de profil a déjà servi ou a expiré. Recommencez depuis la page de connexion.',
  },
  'identity.choice-unknown': {
    status: 422,
    message: 'Ce profil ne fait pas partie de votre connexion. Choisissez un profil de la liste.',
  },
  'identity.session-ended': {
    status: 401,
    message: 'Votre session est terminée. Reconnectez-vous pour continuer.',
  },
} as const satisfies Catalogue;
