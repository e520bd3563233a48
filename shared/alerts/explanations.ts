import type { Channel, Delivery, DeliveryReason, DeliveryState, Hold } from './schema.ts';

const CHANNEL: Readonly<Record<Channel, string>> = { email: 'courriel', sms: 'SMS' };

const STATES: Readonly<Record<DeliveryState, (channel: string) => string>> = {
  created: (channel) => `Le ${channel} va partir.`,
  held: (channel) => `Le ${channel} attend une confirmation de l’établissement.`,
  leased: (channel) => `Le ${channel} est en cours d’envoi.`,
  sent: (channel) => `Le ${channel} est parti.`,
  delivered: (channel) => `Le ${channel} est arrivé.`,
  bounced: (channel) => `Le ${channel} a été refusé à l’arrivée.`,
  failed: (channel) => `Le ${channel} n’a pas pu être envoyé.`,
  uncertain: (channel) => `On ne sait pas si le ${channel} est parti : il n’a pas été renvoyé.`,
  cancelled: (channel) => `Le ${channel} a été annulé avant l’envoi.`,
};

const REASONS: Readonly<Record<DeliveryReason, string>> = {
  noAddress: 'Aucune adresse de courriel ni aucun numéro de mobile n’est connu.',
  channelInvalid: 'L’adresse connue ne fonctionne pas.',
  hardBounce: 'L’adresse de courriel n’existe pas.',
  softBounce: 'La boîte aux lettres est pleine ou ne répond pas.',
  complaint: 'La personne a signalé nos messages comme indésirables.',
  refused: 'Le message a été refusé par l’opérateur.',
  smsCap: 'Le budget SMS du mois est épuisé.',
  noAnswer: 'Le service d’envoi n’a pas répondu malgré plusieurs essais.',
  unknownOutcome: 'On ne sait pas si le SMS est parti : il n’a pas été renvoyé, pour ne pas écrire deux fois.',
  rightsChanged: 'La personne ne doit plus être informée.',
  corrected: 'L’information a été corrigée avant l’envoi.',
  officeCancelled: 'L’établissement a annulé l’envoi.',
  unusualVolume: 'Le nombre d’alertes est inhabituel : la vie scolaire doit confirmer.',
  switchedOff: 'Le chef d’établissement a suspendu les alertes.',
};

const ADVICE: Readonly<Partial<Record<DeliveryReason, string>>> = {
  noAddress: 'Appelez la famille, puis faites ajouter ses coordonnées au secrétariat.',
  channelInvalid: 'Appelez la famille, puis faites corriger ses coordonnées au secrétariat.',
  hardBounce: 'Appelez la famille, puis faites corriger son adresse de courriel au secrétariat.',
  complaint: 'Appelez la famille et demandez-lui comment elle souhaite être prévenue.',
  smsCap: 'Appelez la famille, et demandez à l’académie de relever le budget SMS.',
};

/** Where a delivery stands, in one French sentence, with its reason when there is one. */
export const explain = ({ state, reason, channel }: Pick<Delivery, 'state' | 'reason' | 'channel'>): string => {
  const sentence = STATES[state](CHANNEL[channel]);
  if (reason === undefined || reason === 'unknownOutcome') return sentence;
  return reason === 'noAddress' ? REASONS.noAddress : `${sentence} ${REASONS[reason]}`;
};

/** What the office can do for a family that was not reached. */
export const adviceFor = (reason: DeliveryReason | undefined): string =>
  (reason === undefined ? undefined : ADVICE[reason]) ?? 'Appelez la famille.';

const count = (value: number): string => new Intl.NumberFormat('fr-FR').format(value).replaceAll('\u202f', ' ');

/** What the office reads before it confirms a burst. */
export const warningOf = ({ cause, usual }: Pick<Hold, 'cause' | 'usual'>, waiting: number): string =>
  cause === 'switchedOff'
    ? `Envoi suspendu par le chef d’établissement : ${count(waiting)} en attente.`
    : `${count(waiting)} ${waiting > 1 ? 'destinataires' : 'destinataire'}, l’habitude à cette heure est ${count(usual)}.`;
