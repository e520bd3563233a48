import { afterDecision, isJoined } from '@preau/shared/alerts/holds.ts';
import { isOfLesson } from '@preau/shared/alerts/reminders.ts';
import { windowAt } from '@preau/shared/alerts/window.ts';
import { spreadOf } from '@preau/shared/kernel/spread.ts';
import type { Delivery, Hold } from '@preau/shared/alerts/schema.ts';
import { addSeconds, DEFAULT_ZONE } from '@preau/shared/kernel/school-time.ts';
import { errorFields } from '../runtime/log.ts';
import { climb } from './climb.ts';
import { zoneOf } from './hold-burst.ts';
import type { SweepServices } from './services.ts';
import { DUE_SHARDS } from './shards.ts';
import { transition } from './transition.ts';

/** The sweep runs every minute and queues what falls due before the next one. */
const LOOK_AHEAD_SECONDS = 60;
/** What a release sends is spread over this time. */
const RELEASE_SPREAD_SECONDS = 120;
/** A decided hold is closed when nothing has joined it for so long. */
const SETTLED_SECONDS = 120;
const AT_ONCE = 10;
const HELD_PAGE = 500;

const wakeWaiting = async (services: SweepServices, delivery: Delivery): Promise<void> => {
  const now = services.now();
  // Written first: if the message is lost, the next sweep sees the delivery again.
  const requeued = await transition(services.store, delivery, { is: 'requeued' }, now);
  if (requeued.is === 'done') await services.queue([requeued.delivery], now);
};

const wakeLeased = async (services: SweepServices, delivery: Delivery): Promise<void> => {
  const now = services.now();
  const expired = await transition(services.store, delivery, { is: 'leaseExpired' }, now);
  if (expired.is !== 'done') return;
  if (expired.delivery.state === 'created') await services.queue([expired.delivery], now);
  await climb(services, expired.delivery);
};

const wakeLadder = async (services: SweepServices, delivery: Delivery): Promise<void> => {
  const now = services.now();
  if ((delivery.wakeAt ?? now) > now) return;
  if (delivery.ladder === 'ifUnanswered' && (await services.hasAnswered(delivery))) {
    await transition(services.store, delivery, { is: 'answered' }, now);
    return;
  }
  await climb(services, delivery);
};

/** Looks at one delivery whose hour has come: queues it, ends its lease by its receipts, or climbs. */
const wakeDelivery = async (services: SweepServices, delivery: Delivery): Promise<void> => {
  if (delivery.state === 'created') return wakeWaiting(services, delivery);
  if (delivery.state === 'leased') return wakeLeased(services, delivery);
  return wakeLadder(services, delivery);
};

const freeHeld = async (services: SweepServices, hold: Hold, delivery: Delivery, zone: string): Promise<void> => {
  const now = services.now();
  if (hold.status === 'cancelling') {
    await transition(services.store, delivery, { is: 'cancelled', reason: 'officeCancelled' }, now);
    return;
  }
  // A reminder is late already: it leaves within its school's own window, which each attempt looks at, not at the next digest.
  const from = isOfLesson(delivery) ? windowAt(delivery.alertClass, now, zone, services.hours) : now;
  const dueAt = addSeconds(from, spreadOf(delivery.deliveryId, RELEASE_SPREAD_SECONDS));
  const released = await transition(services.store, delivery, { is: 'released', dueAt }, now);
  if (released.is === 'done') await services.queue([released.delivery], now);
};

/** Carries out the office's decision about a burst, again until nothing joins it and nothing is left of it. */
const wakeHold = async (services: SweepServices, hold: Hold): Promise<void> => {
  const { store, now } = services;
  const control = await store.findControl(hold.schoolId);
  const joined = isJoined(control, hold);
  // A decision half written is finished first; refused by a race, it is seen again at the next sweep.
  if (joined && !(await store.saveControl(afterDecision(control, hold)))) return;
  const held = await store.listHeld(hold.holdId, HELD_PAGE);
  const zone = await zoneOf(services, hold.schoolId, DEFAULT_ZONE);
  await inTurns(services, held, (delivery) => freeHeld(services, hold, delivery, zone));
  const isSettled = !joined && held.length === 0 && addSeconds(hold.decidedAt ?? now(), SETTLED_SECONDS) <= now();
  const { wakeAt: _wakeAt, ...closed } = hold;
  const status = hold.status === 'cancelling' ? 'cancelled' : 'released';
  await store.saveHold(
    isSettled
      ? { ...closed, status, version: hold.version + 1 }
      : { ...hold, wakeAt: addSeconds(now(), held.length === HELD_PAGE ? 0 : LOOK_AHEAD_SECONDS), version: hold.version + 1 },
  );
};

/** One that fails does not keep the others waiting: it is seen again at the next sweep. */
const inTurns = async <T>(services: SweepServices, all: readonly T[], run: (one: T) => Promise<void>): Promise<void> => {
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const results = await Promise.allSettled(all.slice(start, start + AT_ONCE).map(run));
    for (const result of results) {
      if (result.status === 'rejected') services.log({ level: 'error', message: 'sweep failed for one', ...errorFields(result.reason) });
    }
  }
};

/** Every minute: what is due, expired leases, next rungs and decided bursts, in each shard. */
export const sweep = async (services: SweepServices): Promise<void> => {
  const until = addSeconds(services.now(), LOOK_AHEAD_SECONDS);
  await inTurns(services, await services.store.listDueHolds(services.now()), (hold) => wakeHold(services, hold));
  await Promise.all(
    Array.from({ length: DUE_SHARDS }, async (_, shard) => {
      const due = await services.store.listDue(shard, until);
      await inTurns(services, due, (delivery) => wakeDelivery(services, delivery));
    }),
  );
};
