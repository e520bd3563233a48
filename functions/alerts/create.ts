import { dueInstant, type AlertHours } from '@preau/shared/alerts/window.ts';
import { dedupeKey } from '@preau/shared/alerts/dedupe.ts';
import { SWEEP_AGE_SECONDS } from '@preau/shared/alerts/delivery.ts';
import type { Channel, Delivery } from '@preau/shared/alerts/schema.ts';
import type { HoldId } from '@preau/shared/kernel/ids.ts';
import { addSeconds, type Instant } from '@preau/shared/kernel/school-time.ts';
import { deliveryIdOf } from './delivery-id.ts';

/** The longest delay that the queue accepts; what is due later is woken by the sweep. */
export const MAX_DELAY_SECONDS = 900;

export type Subject = Pick<
  Delivery,
  | 'schoolId'
  | 'pupilId'
  | 'firstName'
  | 'guardianId'
  | 'relationship'
  | 'alertClass'
  | 'kind'
  | 'date'
  | 'start'
  | 'lessonId'
  | 'revision'
  | 'minutesLate'
>;

export interface Circumstances {
  readonly now: Instant;
  readonly zone: string;
  readonly holdSeconds: number;
  readonly hours: AlertHours;
  readonly held?: { readonly holdId: HoldId; readonly reason: 'unusualVolume' | 'switchedOff' } | undefined;
}

/** A delivery as it is first written: due after the undo window and within the hours of its class, or held. */
export const newDelivery = (subject: Subject, channel: Channel, { now, zone, holdSeconds, hours, held }: Circumstances): Delivery => {
  const key = { ...subject, channel };
  const dueAt = dueInstant(subject.alertClass, dedupeKey(key), now, holdSeconds, zone, hours);
  const isFar = dueAt > addSeconds(now, MAX_DELAY_SECONDS);
  const state = held === undefined ? 'created' : 'held';
  return {
    ...key,
    deliveryId: deliveryIdOf(key),
    state,
    dueAt,
    ...(held === undefined ? { wakeAt: isFar ? dueAt : addSeconds(dueAt, SWEEP_AGE_SECONDS) } : held),
    createdAt: now,
    attemptIds: [],
    doubtful: false,
    history: [{ state, at: now }],
    version: 1,
  };
};

/** A guardian whom no channel can reach: written all the same, for the office must know. */
export const unreachableDelivery = (subject: Subject, now: Instant): Delivery => {
  const key = { ...subject, channel: 'email' as const };
  return {
    ...key,
    deliveryId: deliveryIdOf(key),
    state: 'failed',
    reason: 'noAddress',
    ladder: 'exhausted',
    dueAt: now,
    createdAt: now,
    attemptIds: [],
    doubtful: false,
    history: [{ state: 'failed', at: now }],
    version: 1,
  };
};
