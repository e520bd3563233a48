import { rangeWhereSkBeginsWith, rangeWhereSkLessThanOrEquals, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import { DEFAULT_SETTINGS, initialControl } from '@preau/shared/alerts/settings.ts';
import { Delivery, Fact, type AlertSettings, type Hold, type InvalidChannel } from '@preau/shared/alerts/schema.ts';
import type { DeliveryId, HoldId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { IF_NEW, unchangedSince, unlessRefused } from '../runtime/conditional-write.ts';
import { listByKeys } from '../runtime/entity.ts';
import { placeOf } from './delivery-id.ts';
import { budgets, controls, dayPrefix, deliveries, facts, holds, invalidChannels, volumes } from './entities.ts';
import type { AlertsStore } from './services.ts';
import { BUDGET_SHARDS, dueShardOf } from './shards.ts';

const DAY_SECONDS = 86_400;
/** A school year and the time to contest it; volumes only serve the habit of the last three weeks. */
const KEPT_DAYS = { delivery: 400, volume: 30, budget: 400 } as const;

const ttlOf = (instant: string, days: number): number => Math.floor(Date.parse(instant) / 1000) + days * DAY_SECONDS;

const withoutShard = <T extends { readonly shard: number }>({ shard: _shard, ...delivery }: T) => delivery;
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one, sortedKeys) === JSON.stringify(other, sortedKeys);
const sortedKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => one.localeCompare(other)))
    : value;

/** The alerts' access patterns over their table. */
export const alertsStore = (store: AllEntitiesStore, usual: AlertSettings = DEFAULT_SETTINGS): AlertsStore => {
  const delivery = store.for(deliveries);
  const stored = (one: Delivery) => ({ ...one, shard: dueShardOf(one.deliveryId) });
  const kept = (one: Delivery) => ({ ttl: ttlOf(one.createdAt, KEPT_DAYS.delivery) });

  const findDelivery = async (deliveryId: DeliveryId): Promise<Delivery | undefined> => {
    const place = placeOf(deliveryId);
    if (place === undefined) return undefined;
    const found = await delivery.getOrUndefined({ pupilId: place.pupilId, date: place.date, deliveryId }, { consistentRead: true });
    return found === undefined ? undefined : withoutShard(found);
  };

  /** The SDK's own retry can meet the write it has already applied: what is stored then is what was to be stored. */
  const isOwnWrite = async (written: Delivery): Promise<boolean> => isSame(await findDelivery(written.deliveryId), written);

  return {
    /** Sending and correcting: all that was made of a pupil's day, in one consistent query. */
    listDay: async (pupilId, date) => {
      const { itemsByEntityType } = await store
        .forMultiple([deliveries, facts])
        .queryAllByPkAndSk(deliveries, { pupilId }, rangeWhereSkBeginsWith(dayPrefix(date)), { consistentRead: true });
      const found = itemsByEntityType[deliveries.type] ?? [];
      return {
        deliveries: found.map((item) => Delivery.strip().parse(item)),
        facts: (itemsByEntityType[facts.type] ?? []).map((item) => Fact.parse(item)),
      };
    },

    /** Receipts: the delivery that a tag names. */
    findDelivery,

    /** The alert: the same fact told to the same guardian by the same channel is written once. */
    addDelivery: async (one) => (await unlessRefused(delivery.put(stored(one), { ...IF_NEW, ...kept(one) }))) || (await isOwnWrite(one)),

    /** Every transition: holds only if nobody wrote since it was read. */
    saveDelivery: async (one) =>
      (await unlessRefused(delivery.put(stored(one), { ...unchangedSince(one.version - 1, 'version'), ...kept(one) }))) ||
      (await isOwnWrite(one)),

    /** The sweep: what must be looked at by then in one shard, oldest first, a thousand at most. */
    listDue: async (shard, until) => {
      const page = await delivery.queryOnePageWithGsiByPkAndSk({ shard, wakeAt: until }, rangeWhereSkLessThanOrEquals(`${until}#~`), {
        gsiId: 'gsi1',
        limit: 1000,
      });
      return page.items.map(withoutShard);
    },

    /** The sweep: what a decided burst keeps back. */
    listHeld: async (holdId: HoldId, limit) => {
      const page = await delivery.queryOnePageWithGsiByPk({ state: 'held', holdId }, { gsiId: 'gsi2', limit });
      return page.items.map(withoutShard);
    },

    /** The office's page of bursts: how many wait. */
    countHeld: async (holdId: HoldId) => (await delivery.queryAllWithGsiByPk({ state: 'held', holdId }, { gsiId: 'gsi2' })).length,

    /** The office's list of families not reached on a day, by hour, those whom it chose not to tell included. */
    listUnreached: async (schoolId: SchoolId, date) =>
      (await delivery.queryAllWithGsiByPk({ state: 'failed', ladder: 'exhausted', schoolId, date }, { gsiId: 'gsi2' })).map(withoutShard),

    /** The history of a pupil's alerts, most recent first: a month, or the last hundred. */
    listDeliveriesOf: async (pupilId: PersonId, month) => {
      const range = rangeWhereSkBeginsWith((month ?? '').replaceAll('-', '') || '2');
      const { itemsByEntityType } = await store
        .forMultiple([deliveries, facts])
        .queryOnePageByPkAndSk(deliveries, { pupilId }, range, { scanIndexForward: false, limit: 200 });
      return (itemsByEntityType[deliveries.type] ?? []).map((item) => Delivery.strip().parse(item));
    },

    /** A fact older than the one known is stale; the same one again is recognised. */
    recordFact: async (fact) => {
      const newer = {
        conditionExpression: 'attribute_not_exists(pk) OR #revision < :revision',
        expressionAttributeNames: { '#revision': 'revision' },
        expressionAttributeValues: { ':revision': fact.revision },
        ttl: ttlOf(`${fact.date}T00:00:00.000Z`, KEPT_DAYS.delivery),
      };
      if (await unlessRefused(store.for(facts).put(fact, newer))) return 'new';
      const known = await store.for(facts).getOrUndefined(fact, { consistentRead: true });
      return known !== undefined && known.revision > fact.revision ? 'stale' : 'same';
    },

    /** The guard: adds to the ten minutes' count and returns it. Not conditional: a write that the SDK repeats counts twice, on the side of caution. */
    countAlerts: async (schoolId, slot, more) => {
      const { unparsedReturnedAttributes } = await store.for(volumes).advancedOperations.update(
        { schoolId, slot },
        {
          update: { set: 'schoolId = :school, slot = :slot', add: '#count :more' },
          expressionAttributeNames: { '#count': 'count' },
          expressionAttributeValues: { ':school': schoolId, ':slot': slot, ':more': more },
          ttl: ttlOf(`${slot.slice(0, 10)}T00:00:00.000Z`, KEPT_DAYS.volume),
          returnValues: 'ALL_NEW',
        },
      );
      return Number(unparsedReturnedAttributes?.['count'] ?? 0);
    },

    /** The guard: the same ten minutes of other days, absent ones left out. */
    listCounts: async (schoolId, slots) => {
      const keys = slots.map((slot) => ({ schoolId, slot }));
      return (await listByKeys(store.for(volumes), keys)).map((item) => item.count);
    },

    /** Each sending and the head's page: the switch, the open hold and the settings. */
    findControl: async (schoolId) =>
      (await store.for(controls).getOrUndefined({ schoolId }, { consistentRead: true })) ?? initialControl(schoolId, usual),

    /** The switch and the guard: holds only if nobody changed it since it was read. */
    saveControl: (control) => unlessRefused(store.for(controls).put(control, unchangedSince(control.version - 1, 'version'))),

    findHold: (schoolId, holdId) => store.for(holds).getOrUndefined({ schoolId, holdId }, { consistentRead: true }),

    /** A hold being carried out: holds only if nobody changed it since it was read. */
    saveHold: (hold: Hold) => unlessRefused(store.for(holds).put(hold, unchangedSince(hold.version - 1, 'version'))),

    /** A hold that opens or is decided, and the control by which alerts join it: both or neither. */
    saveHoldAndControl: (hold, control) =>
      unlessRefused(
        store.transactions
          .buildWriteTransaction(holds)
          .put(hold, unchangedSince(hold.version - 1, 'version'))
          .nextEntity(controls)
          .put(control, unchangedSince(control.version - 1, 'version'))
          .execute(),
      ),

    /** The office's page of bursts, decided ones included. */
    listHolds: (schoolId) => store.for(holds).queryAllByPkAndSk({ schoolId }, rangeWhereSkBeginsWith('HOLD#')),

    /** The sweep: decided bursts that are being carried out. */
    listDueHolds: (until) => store.for(holds).queryAllWithGsiByPkAndSk({ wakeAt: until }, rangeWhereSkLessThanOrEquals(`${until}#~`)),

    /** Each sending: the addresses of a guardian that do not work. */
    listInvalidChannels: (guardianId: PersonId) => store.for(invalidChannels).queryAllByPk({ guardianId }),

    putInvalidChannel: async (channel: InvalidChannel) => {
      await store.for(invalidChannels).put(channel);
    },

    /** The SMS budget of a month: true once reserved, false when the cap would be passed; never passed, whatever runs at once. */
    spendSms: async (month, micros, capMicros, key) => {
      const share = Math.floor(capMicros / BUDGET_SHARDS);
      if (micros > share) return false;
      for (let index = 0; index < BUDGET_SHARDS; index += 1) {
        const shard = (dueShardOf(key) + index) % BUDGET_SHARDS;
        const reserved = store.for(budgets).update(
          { month, shard },
          {
            update: { add: 'spent :cost' },
            conditionExpression: 'attribute_not_exists(spent) OR spent <= :room',
            expressionAttributeValues: { ':cost': micros, ':room': share - micros },
            ttl: ttlOf(`${month}-01T00:00:00.000Z`, KEPT_DAYS.budget),
          },
        );
        if (await unlessRefused(reserved)) return true;
      }
      return false;
    },
  };
};
