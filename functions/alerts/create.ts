import { dueInstant, type AlertHours } from '@preau/shared/alerts/window.ts';
import { dedupeKey } from '@preau/shared/alerts/dedupe.ts';
import { SWEEP_AGE_SECONDS } from '@preau/shared/alerts/delivery.ts';
import type { Channel, Delivery, DeliveryState } from '@preau/shared/alerts/schema.ts';
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

type Key = Omit<Delivery, 'deliveryId' | 'state' | 'dueAt' | 'createdAt' | 'attemptIds' | 'doubtful' | 'history' | 'version'>;

const firstVersion = (key: Key, state: DeliveryState, dueAt: Instant, now: Instant): Delivery => ({
  ...key,
  deliveryId: deliveryIdOf(key),
  state,
  dueAt,
  createdAt: now,
  attemptIds: [],
  doubtful: false,
  history: [{ state, at: now }],
  version: 1,
});

/** When the sweep looks at it: at its hour where that is too far off for the queue, else later, in case nobody has sent it by then. */
const wakeAtOf = (dueAt: Instant, now: Instant): Instant =>
  dueAt > addSeconds(now, MAX_DELAY_SECONDS) ? dueAt : addSeconds(dueAt, SWEEP_AGE_SECONDS);

/** A delivery as it is first written: due after the undo window and within the hours of its class, or held. */
export const newDelivery = (subject: Subject, channel: Channel, { now, zone, holdSeconds, hours, held }: Circumstances): Delivery => {
  const key = { ...subject, channel };
  const dueAt = dueInstant(subject.alertClass, dedupeKey(key), now, holdSeconds, zone, hours);
  if (held !== undefined) return { ...firstVersion(key, 'held', dueAt, now), ...held };
  return { ...firstVersion(key, 'created', dueAt, now), wakeAt: wakeAtOf(dueAt, now) };
};

/** A guardian whom no channel can reach: written all the same, for the office must know. */
export const unreachableDelivery = (subject: Subject, now: Instant): Delivery => {
  const key = { ...subject, channel: 'email' } as const;
  return { ...firstVersion(key, 'failed', now, now), reason: 'noAddress', ladder: 'exhausted' };
};

type Reminder = Pick<Delivery, 'schoolId' | 'firstName' | 'guardianId' | 'relationship' | 'kind' | 'date'> &
  Pick<Delivery, 'homeworkId' | 'news'>;

/** A reminder as it is first written, under the person who receives it: one for a person, a date and a kind, whatever runs twice. */
export const newReminder = (reminder: Reminder, now: Instant, dueAt: Instant): Delivery => {
  const key = { ...reminder, pupilId: reminder.guardianId, alertClass: 'C', channel: 'email', revision: 1 } as const;
  return { ...firstVersion(key, 'created', dueAt, now), wakeAt: wakeAtOf(dueAt, now) };
};
