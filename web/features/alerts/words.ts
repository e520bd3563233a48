import type { Channel, DeliveryState, MessageKind } from '@preau/shared/alerts/schema.ts';
import type { IconName } from '@/ui/icon.tsx';
import type { StatusTone } from '@/ui/status.tsx';

export const CHANNEL_WORDS = { email: 'Courriel', sms: 'SMS' } as const satisfies Record<Channel, string>;

export const MESSAGE_WORDS = {
  absence: 'Absence',
  lateness: 'Retard',
  nowPresent: 'Rectificatif : rien à signaler',
  nowLate: 'Rectificatif : en retard',
  nowAbsent: 'Rectificatif : absent',
} as const satisfies Record<MessageKind, string>;

export const STATE_LOOK = {
  created: { tone: 'plain', icon: 'hourglass', word: 'En préparation' },
  held: { tone: 'amber', icon: 'hourglass', word: 'Retenu' },
  leased: { tone: 'plain', icon: 'send', word: 'En cours d’envoi' },
  sent: { tone: 'sky', icon: 'send', word: 'Envoyé' },
  delivered: { tone: 'leaf', icon: 'check', word: 'Remis' },
  bounced: { tone: 'brick', icon: 'cross', word: 'Revenu' },
  failed: { tone: 'brick', icon: 'cross', word: 'Non envoyé' },
  uncertain: { tone: 'amber', icon: 'warning', word: 'Incertain' },
  cancelled: { tone: 'plain', icon: 'cross', word: 'Annulé' },
} as const satisfies Record<DeliveryState, { tone: StatusTone; icon: IconName; word: string }>;

/** What has just been done about alerts. */
export const ALERTS_DONE = {
  envoye: 'Envoi confirmé : les alertes partent.',
  annule: 'Envoi annulé : personne n’est prévenu.',
  suspendu: 'Les alertes de l’établissement sont suspendues.',
  repris: 'Les alertes de l’établissement repartent.',
  regle: 'Réglages enregistrés.',
} as const;
