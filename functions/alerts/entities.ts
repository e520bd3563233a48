import * as z from 'zod';
import { Control, Delivery, Fact, Hold, InvalidChannel, Volume } from '@preau/shared/alerts/schema.ts';
import { isOfficeCancelled } from '@preau/shared/alerts/delivery.ts';
import { entity } from '../runtime/entity.ts';
import { placeOf } from './delivery-id.ts';

const compact = (date: string): string => date.replaceAll('-', '');

/** The keys of one day of one pupil. */
export const dayPrefix = (date: string): string => `${compact(date)}#`;

const StoredDelivery = Delivery.extend({ shard: z.int() });
type StoredDelivery = z.infer<typeof StoredDelivery>;

const ofPupil = ({ pupilId }: { readonly pupilId: string }): string => `PUPIL#${pupilId}`;

const officeKey = (delivery: StoredDelivery): string | undefined => {
  const { state, holdId, ladder, schoolId, date, alertClass } = delivery;
  if (state === 'held' && holdId !== undefined) return `HELD#${holdId}`;
  // Nobody has to be called because a reminder did not arrive.
  return (ladder === 'exhausted' || isOfficeCancelled(delivery)) && alertClass !== 'C' ? `UNREACHED#${schoolId}#${date}` : undefined;
};

/** A delivery under its pupil; index 1: what awaits something, sharded; index 2, sparse: what the office must see. */
export const deliveries = entity({
  type: 'DELIVERY',
  schema: StoredDelivery,
  pk: ofPupil,
  sk: ({ deliveryId, date }: Pick<StoredDelivery, 'deliveryId' | 'date'>) =>
    `${dayPrefix(date)}D#${placeOf(deliveryId)?.hash ?? deliveryId}`,
  gsi1: {
    pk: ({ wakeAt, shard }) => (wakeAt === undefined ? undefined : `DUE#${shard}`),
    sk: ({ wakeAt, deliveryId }) => (wakeAt === undefined ? undefined : `${wakeAt}#${deliveryId}`),
  },
  gsi2: {
    pk: officeKey,
    sk: (delivery) => (officeKey(delivery) === undefined ? undefined : `${delivery.start ?? ''}#${delivery.deliveryId}`),
  },
});

/** The latest revision known of a lesson, beside the deliveries that it made. */
export const facts = entity({
  type: 'FACT',
  schema: Fact,
  pk: ofPupil,
  sk: ({ date, lessonId }: Pick<Fact, 'date' | 'lessonId'>) => `${dayPrefix(date)}F#${lessonId}`,
});

/** How many alerts a school made in ten minutes: one write per event, never per recipient. */
export const volumes = entity({
  type: 'VOLUME',
  schema: Volume,
  pk: ({ schoolId }: Pick<Volume, 'schoolId'>) => `VOLUME#${schoolId}`,
  sk: ({ slot }: Pick<Volume, 'slot'>) => slot,
});

export const controls = entity({
  type: 'CONTROL',
  schema: Control,
  pk: ({ schoolId }: Pick<Control, 'schoolId'>) => `SCHOOL#${schoolId}`,
  sk: () => 'CONTROL',
});

export const holds = entity({
  type: 'HOLD',
  schema: Hold,
  pk: ({ schoolId }: Pick<Hold, 'schoolId'>) => `SCHOOL#${schoolId}`,
  sk: ({ holdId }: Pick<Hold, 'holdId'>) => `HOLD#${holdId}`,
  gsi1: {
    pk: ({ wakeAt }) => (wakeAt === undefined ? undefined : 'DUE#HOLDS'),
    sk: ({ wakeAt, holdId }) => (wakeAt === undefined ? undefined : `${wakeAt}#${holdId}`),
  },
});

export const invalidChannels = entity({
  type: 'INVALID',
  schema: InvalidChannel,
  pk: ({ guardianId }: Pick<InvalidChannel, 'guardianId'>) => `GUARDIAN#${guardianId}`,
  sk: ({ channel }: Pick<InvalidChannel, 'channel'>) => `INVALID#${channel}`,
});

const Budget = z.strictObject({ month: z.string(), shard: z.int(), spent: z.int() });

/** Each shard holds its part of the month's cap, in millionths of a euro. */
export const budgets = entity({
  type: 'BUDGET',
  schema: Budget,
  pk: ({ month, shard }: Pick<z.infer<typeof Budget>, 'month' | 'shard'>) => `BUDGET#${month}#${shard}`,
  sk: () => 'SMS',
});
