import type { Instant } from '../kernel/school-time.ts';
import { become, unreached } from './delivery.ts';
import type { Delivery, DeliveryReason, DeliveryState } from './schema.ts';

/** What a provider reports of an attempt after accepting it. */
export type ReceiptWord = 'send' | 'delivery' | 'delay' | 'complaint' | 'hardBounce' | 'softBounce' | 'reject';

/** Receipts come twice, late and in any order: only one that says more than what is known moves the delivery. */
const RANK: Readonly<Record<DeliveryState, number>> = {
  created: 0,
  held: 0,
  leased: 0,
  failed: 0,
  uncertain: 0,
  cancelled: 0,
  sent: 1,
  delivered: 2,
  bounced: 3,
};

const BOUNCES = { hardBounce: 'hardBounce', softBounce: 'softBounce', reject: 'refused' } as const satisfies Partial<
  Record<ReceiptWord, DeliveryReason>
>;

const reached = (delivery: Delivery, now: Instant, state: 'sent' | 'delivered', reason?: DeliveryReason): Delivery | undefined => {
  if (RANK[delivery.state] >= RANK[state]) return undefined;
  // A family that was listed as not reached was reached after all; a rung already climbed stays climbed.
  const ladder = delivery.ladder === 'ifUnanswered' || delivery.ladder === 'climbed' ? delivery.ladder : undefined;
  return become(delivery, now, { state, reason, ladder, wakeAt: ladder === 'ifUnanswered' ? delivery.wakeAt : undefined });
};

const BOUNCED: readonly ReceiptWord[] = ['hardBounce', 'softBounce', 'reject'];

/** True of an attempt to an address that was corrected since: what it met there condemns neither the present address nor the delivery. */
export const wasElsewhere = ({ elsewhereIds = [] }: Delivery, attemptId: string): boolean => elsewhereIds.includes(attemptId);

/** True when a receipt is of one of the delivery's attempts and says something of it as it stands. */
export const isHeard = (delivery: Delivery, attemptId: string, says: ReceiptWord): boolean =>
  delivery.attemptIds.includes(attemptId) && !(wasElsewhere(delivery, attemptId) && BOUNCED.includes(says));

/** A delivery after its provider's receipt: a receipt is a fact, whatever our own state says, and never takes back a later one. */
export const applyReceipt = (delivery: Delivery, says: ReceiptWord, now: Instant): Delivery | undefined => {
  switch (says) {
    case 'delay':
      return undefined;
    case 'send':
      return reached(delivery, now, 'sent');
    case 'delivery':
      return reached(delivery, now, 'delivered');
    case 'complaint':
      return reached(delivery, now, 'delivered', 'complaint');
    case 'hardBounce':
    case 'softBounce':
    case 'reject': {
      if (RANK[delivery.state] >= RANK.bounced) return undefined;
      if (delivery.ladder === 'climbed') return become(delivery, now, { state: 'bounced', reason: BOUNCES[says], ladder: 'climbed' });
      return unreached(delivery, now, 'bounced', BOUNCES[says]);
    }
  }
};
