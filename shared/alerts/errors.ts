import type { Catalogue } from '../kernel/refusal.ts';

export const alertsErrors = {
  'alerts.hold-decided': {
    status: 409,
    message: 'Une décision a déjà été prise pour cet envoi. Rechargez la page pour la lire.',
  },
  'alerts.count-differs': {
    status: 409,
    message: 'Le nombre saisi n’est pas le nombre d’alertes en attente, qui a pu changer. Relisez-le, puis saisissez-le de nouveau.',
  },
  'alerts.changed-meanwhile': {
    status: 409,
    message: 'Quelqu’un d’autre vient de modifier les alertes de cet établissement. Rechargez la page, puis recommencez.',
  },
} as const satisfies Catalogue;
