import { addSeconds, type Instant } from '../kernel/school-time.ts';
import type { HoldId } from '../kernel/ids.ts';
import { become, unreached, waiting } from './delivery.ts';
import { applyReceipt, isHeard, type ReceiptWord } from './receipts.ts';
import type { Delivery, DeliveryReason } from './schema.ts';

/** Longer than the back-off (12.6 s), the time-out (2 s) and the slowest receipt known (20.5 s) together; a function stops before it ends. */
export const LEASE_SECONDS = 45;
/** An e-mail whose provider never answers is given up for the next rung after so many attempts. */
export const MAX_ATTEMPTS = 12;

/** Everything that may happen to a delivery. */
export type Happening =
  | { readonly is: 'leased'; readonly attemptId: string; readonly addressMark: string }
  | { readonly is: 'throttled'; readonly attemptId: string; readonly retryAt: Instant }
  | { readonly is: 'accepted'; readonly attemptId: string; readonly climbAt?: Instant | undefined }
  | { readonly is: 'refused'; readonly attemptId: string; readonly reason: DeliveryReason }
  | { readonly is: 'unknownOutcome'; readonly attemptId: string }
  | { readonly is: 'leaseExpired' }
  | { readonly is: 'receipt'; readonly attemptId: string; readonly says: ReceiptWord }
  | { readonly is: 'unreachable'; readonly reason: DeliveryReason }
  | { readonly is: 'cancelled'; readonly reason: DeliveryReason }
  | { readonly is: 'held'; readonly holdId: HoldId; readonly reason: DeliveryReason }
  | { readonly is: 'released'; readonly dueAt: Instant }
  | { readonly is: 'postponed'; readonly dueAt: Instant }
  | { readonly is: 'requeued' }
  | { readonly is: 'climbed' }
  | { readonly is: 'exhausted' }
  | { readonly is: 'answered' };

const isCurrentLease = (delivery: Delivery, attemptId: string): boolean =>
  delivery.state === 'leased' && delivery.attemptIds.at(-1) === attemptId;

/** The provider's answer may come after the lease: it is a fact all the same, unless something later is known. */
const awaitsAnswer = (delivery: Delivery, attemptId: string): boolean =>
  delivery.attemptIds.includes(attemptId) && ['created', 'leased', 'uncertain', 'cancelled', 'failed'].includes(delivery.state);

const isDoubt = (delivery: Delivery, now: Instant): Delivery => {
  // An SMS leaves no receipt to reconcile with: sending it again would be blind, so another way is taken.
  if (delivery.channel === 'sms') return unreached(delivery, now, 'uncertain', 'unknownOutcome', { doubtful: true });
  if (delivery.attemptIds.length >= MAX_ATTEMPTS) return unreached(delivery, now, 'failed', 'noAnswer', { doubtful: true });
  return waiting(delivery, now, now, { doubtful: true });
};

const ladderOver = (delivery: Delivery, now: Instant, ladder: 'climbed' | 'exhausted' | undefined): Delivery | undefined =>
  delivery.ladder === 'toClimb' || delivery.ladder === 'ifUnanswered'
    ? become(delivery, now, { state: delivery.state, reason: delivery.reason, ladder })
    : undefined;

/** The delivery after what happened, or undefined when it changes nothing: outbox, lease, and receipts before any resend. */
export const step = (delivery: Delivery, happening: Happening, now: Instant): Delivery | undefined => {
  const { state } = delivery;
  switch (happening.is) {
    case 'leased': {
      if (state !== 'created' || delivery.dueAt > now) return undefined;
      const leasedUntil = addSeconds(now, LEASE_SECONDS);
      const { attemptId, addressMark } = happening;
      const isCorrected = delivery.addressMark !== undefined && delivery.addressMark !== addressMark;
      return become(delivery, now, {
        state: 'leased',
        leasedUntil,
        wakeAt: leasedUntil,
        attemptIds: [...delivery.attemptIds, attemptId],
        addressMark,
        ...(isCorrected ? { elsewhereIds: delivery.attemptIds } : {}),
      });
    }
    case 'throttled':
      if (!isCurrentLease(delivery, happening.attemptId)) return undefined;
      if (delivery.attemptIds.length >= MAX_ATTEMPTS) return unreached(delivery, now, 'failed', 'noAnswer');
      return waiting(delivery, now, happening.retryAt);
    case 'accepted': {
      if (!awaitsAnswer(delivery, happening.attemptId)) return undefined;
      const climb = happening.climbAt === undefined ? {} : { ladder: 'ifUnanswered' as const, wakeAt: happening.climbAt };
      return become(delivery, now, { state: 'sent', ...climb });
    }
    case 'refused':
      return isCurrentLease(delivery, happening.attemptId) ? unreached(delivery, now, 'failed', happening.reason) : undefined;
    case 'unknownOutcome':
      // An e-mail stays leased: its receipt has until the end of the lease to come.
      return isCurrentLease(delivery, happening.attemptId) && delivery.channel === 'sms' ? isDoubt(delivery, now) : undefined;
    case 'leaseExpired':
      return state === 'leased' && (delivery.leasedUntil ?? now) <= now ? isDoubt(delivery, now) : undefined;
    case 'receipt':
      return isHeard(delivery, happening.attemptId, happening.says) ? applyReceipt(delivery, happening.says, now) : undefined;
    case 'unreachable':
      return state === 'created' ? unreached(delivery, now, 'failed', happening.reason) : undefined;
    case 'cancelled':
      return state === 'created' || state === 'held' ? become(delivery, now, { state: 'cancelled', reason: happening.reason }) : undefined;
    case 'held':
      return state === 'created' ? become(delivery, now, { state: 'held', reason: happening.reason, holdId: happening.holdId }) : undefined;
    case 'released':
      return state === 'held' ? waiting(delivery, now, happening.dueAt) : undefined;
    case 'postponed':
      return state === 'created' ? become(delivery, now, { state, dueAt: happening.dueAt, wakeAt: happening.dueAt }) : undefined;
    case 'requeued':
      return state === 'created' ? waiting(delivery, now, delivery.dueAt > now ? delivery.dueAt : now) : undefined;
    case 'climbed':
      return ladderOver(delivery, now, 'climbed');
    case 'exhausted':
      return ladderOver(delivery, now, 'exhausted');
    case 'answered':
      return ladderOver(delivery, now, undefined);
  }
};
