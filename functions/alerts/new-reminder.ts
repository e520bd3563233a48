import { SWEEP_AGE_SECONDS } from '@preau/shared/alerts/delivery.ts';
import type { Delivery } from '@preau/shared/alerts/schema.ts';
import { addSeconds, type Instant } from '@preau/shared/kernel/school-time.ts';
import { MAX_DELAY_SECONDS } from './create.ts';
import { deliveryIdOf } from './delivery-id.ts';

type Reminder = Pick<Delivery, 'schoolId' | 'firstName' | 'guardianId' | 'relationship' | 'kind' | 'date'> &
  Pick<Partial<Delivery>, 'homeworkId'>;

/** A reminder as it is first written, under the person who receives it: one for a person, a date and a kind, whatever runs twice. */
export const newReminder = (reminder: Reminder, now: Instant, dueAt: Instant): Delivery => {
  const key = { ...reminder, pupilId: reminder.guardianId, alertClass: 'C', channel: 'email', revision: 1 } as const;
  const isFar = dueAt > addSeconds(now, MAX_DELAY_SECONDS);
  return {
    ...key,
    deliveryId: deliveryIdOf(key),
    state: 'created',
    dueAt,
    wakeAt: isFar ? dueAt : addSeconds(dueAt, SWEEP_AGE_SECONDS),
    createdAt: now,
    attemptIds: [],
    doubtful: false,
    history: [{ state: 'created', at: now }],
    version: 1,
  };
};
