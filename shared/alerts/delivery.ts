import type { Instant } from '../kernel/school-time.ts';
import { addSeconds } from '../kernel/school-time.ts';
import type { Delivery, DeliveryReason, DeliveryState, LadderStep } from './schema.ts';

/** A queued message that has not been worked on by then is queued again by the sweep. */
export const SWEEP_AGE_SECONDS = 120;

const HISTORY = 20;

export interface Next {
  readonly state: DeliveryState;
  readonly dueAt?: Instant;
  readonly wakeAt?: Instant | undefined;
  readonly reason?: DeliveryReason | undefined;
  readonly ladder?: LadderStep | undefined;
  readonly holdId?: Delivery['holdId'];
  readonly leasedUntil?: Instant;
  readonly doubtful?: boolean;
  readonly attemptIds?: readonly string[];
  readonly addressMark?: string | undefined;
  readonly elsewhereIds?: readonly string[] | undefined;
}

const given = <K extends string, V>(name: K, value: V | undefined): { readonly [P in K]?: V } => {
  const absent: { readonly [P in K]?: V } = {};
  return value === undefined ? absent : { ...absent, [name]: value };
};

/** The delivery in its next state: what the next state does not state (lease, hold, reason, awakening) does not survive. */
export const become = (delivery: Delivery, now: Instant, next: Next): Delivery => {
  const { wakeAt: _wakeAt, reason: _reason, ladder: _ladder, holdId: _holdId, leasedUntil: _leasedUntil, ...kept } = delivery;
  return {
    ...kept,
    state: next.state,
    dueAt: next.dueAt ?? delivery.dueAt,
    doubtful: next.doubtful ?? delivery.doubtful,
    attemptIds: [...(next.attemptIds ?? delivery.attemptIds)],
    ...given('addressMark', next.addressMark ?? delivery.addressMark),
    ...given('elsewhereIds', next.elsewhereIds === undefined ? delivery.elsewhereIds : [...next.elsewhereIds]),
    ...given('wakeAt', next.wakeAt),
    ...given('reason', next.reason),
    ...given('ladder', next.ladder),
    ...given('holdId', next.holdId),
    ...given('leasedUntil', next.leasedUntil),
    history: next.state === delivery.state ? delivery.history : [...delivery.history, { state: next.state, at: now }].slice(-HISTORY),
    version: delivery.version + 1,
  };
};

/** A rung that did not reach its guardian: the sweep climbs it if the worker that saw it does not. */
export const unreached = (
  delivery: Delivery,
  now: Instant,
  state: 'bounced' | 'failed' | 'uncertain',
  reason: DeliveryReason,
  more: Partial<Next> = {},
): Delivery => become(delivery, now, { ...more, state, reason, ladder: 'toClimb', wakeAt: now });

/** Waiting to be sent: queued now, and seen again by the sweep if its message is lost. */
export const waiting = (delivery: Delivery, now: Instant, dueAt: Instant, more: Partial<Next> = {}): Delivery =>
  become(delivery, now, { ...more, state: 'created', dueAt, wakeAt: addSeconds(dueAt, SWEEP_AGE_SECONDS) });

/** True when the family may have read it: only then is there something to correct. */
export const mayHaveLeft = (delivery: Delivery): boolean =>
  delivery.doubtful || ['leased', 'sent', 'delivered', 'uncertain'].includes(delivery.state);

/** True when the office decided that this family would not be told. */
export const isOfficeCancelled = ({ state, reason }: Pick<Delivery, 'state' | 'reason'>): boolean =>
  state === 'cancelled' && reason === 'officeCancelled';
