import { isOfficeCancelled } from '@preau/shared/alerts/delivery.ts';
import { initialControl } from '@preau/shared/alerts/settings.ts';
import type { Control, Delivery, Fact, Hold, InvalidChannel } from '@preau/shared/alerts/schema.ts';
import type { AlertsStore } from './services.ts';
import { BUDGET_SHARDS, DUE_SHARDS, dueShardOf } from './shards.ts';

interface Day {
  readonly deliveries: Map<string, Delivery>;
  readonly facts: Map<string, Fact>;
}

/** A map that gives a new value the first time. */
const grown = <V>(map: Map<string, V>, key: string, make: () => V): V => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
};

/** The store's guarantees (conditions, versions, keys) without DynamoDB, for handlers and for the simulation. */
export const memoryStore = () => {
  const days = new Map<string, Day>();
  const all = new Map<string, Delivery>();
  const due = Array.from({ length: DUE_SHARDS }, () => new Map<string, Delivery>());
  const volumes = new Map<string, number>();
  const controls = new Map<string, Control>();
  const holds = new Map<string, Hold>();
  const invalid = new Map<string, InvalidChannel>();
  const spent = new Map<string, number>();
  const dayOf = (pupilId: string, date: string) =>
    grown(days, `${pupilId}|${date}`, (): Day => ({ deliveries: new Map(), facts: new Map() }));

  const write = (delivery: Delivery) => {
    all.set(delivery.deliveryId, delivery);
    dayOf(delivery.pupilId, delivery.date).deliveries.set(delivery.deliveryId, delivery);
    const shard = due[dueShardOf(delivery.deliveryId)];
    if (delivery.wakeAt === undefined) shard?.delete(delivery.deliveryId);
    else shard?.set(delivery.deliveryId, delivery);
    return true;
  };
  const versioned = <T extends { readonly version: number }>(map: Map<string, T>, key: string, value: T): boolean => {
    if ((map.get(key)?.version ?? 0) !== value.version - 1) return false;
    map.set(key, value);
    return true;
  };

  const store: AlertsStore = {
    listDay: async (pupilId, date) => {
      const day = dayOf(pupilId, date);
      return { deliveries: [...day.deliveries.values()], facts: [...day.facts.values()] };
    },
    findDelivery: async (deliveryId) => all.get(deliveryId),
    addDelivery: async (delivery) => !all.has(delivery.deliveryId) && write(delivery),
    saveDelivery: async (delivery) => all.get(delivery.deliveryId)?.version === delivery.version - 1 && write(delivery),
    listDue: async (shard, until) => [...(due[shard]?.values() ?? [])].filter((one) => (one.wakeAt ?? '~') <= until),
    listHeld: async (holdId, limit) => [...all.values()].filter((one) => one.state === 'held' && one.holdId === holdId).slice(0, limit),
    countHeld: async (holdId) => [...all.values()].filter((one) => one.state === 'held' && one.holdId === holdId).length,
    listUnreached: async (schoolId, date) =>
      [...all.values()].filter(
        (one) => (one.ladder === 'exhausted' || isOfficeCancelled(one)) && one.schoolId === schoolId && one.date === date,
      ),
    listDeliveriesOf: async (pupilId, month = '') =>
      [...all.values()].filter((one) => one.pupilId === pupilId && one.date.startsWith(month)),
    recordFact: async (fact) => {
      const { facts } = dayOf(fact.pupilId, fact.date);
      const known = facts.get(fact.lessonId)?.revision ?? 0;
      if (known > fact.revision) return 'stale';
      if (known === fact.revision) return 'same';
      facts.set(fact.lessonId, fact);
      return 'new';
    },
    countAlerts: async (schoolId, slot, more) => {
      const count = (volumes.get(`${schoolId}|${slot}`) ?? 0) + more;
      volumes.set(`${schoolId}|${slot}`, count);
      return count;
    },
    listCounts: async (schoolId, slots) => slots.flatMap((slot) => volumes.get(`${schoolId}|${slot}`) ?? []),
    findControl: async (schoolId) => controls.get(schoolId) ?? initialControl(schoolId),
    saveControl: async (control) => versioned(controls, control.schoolId, control),
    findHold: async (schoolId, holdId) => [holds.get(holdId)].find((hold) => hold?.schoolId === schoolId),
    saveHold: async (hold) => versioned(holds, hold.holdId, hold),
    saveHoldAndControl: async (hold, control) =>
      (controls.get(control.schoolId)?.version ?? 0) === control.version - 1 &&
      versioned(holds, hold.holdId, hold) &&
      versioned(controls, control.schoolId, control),
    listHolds: async (schoolId) => [...holds.values()].filter((hold) => hold.schoolId === schoolId),
    listDueHolds: async (until) => [...holds.values()].filter((hold) => (hold.wakeAt ?? '~') <= until),
    listInvalidChannels: async (guardianId) => [...invalid.values()].filter((one) => one.guardianId === guardianId),
    putInvalidChannel: async (channel) => {
      invalid.set(`${channel.guardianId}|${channel.channel}`, channel);
    },
    spendSms: async (month, micros, capMicros, key) => {
      const share = Math.floor(capMicros / BUDGET_SHARDS);
      for (let index = 0; index < BUDGET_SHARDS; index += 1) {
        const shard = `${month}|${(dueShardOf(key) + index) % BUDGET_SHARDS}`;
        const before = spent.get(shard) ?? 0;
        if (before + micros <= share) {
          spent.set(shard, before + micros);
          return true;
        }
      }
      return false;
    },
  };
  return { store, deliveries: (): readonly Delivery[] => [...all.values()] };
};
