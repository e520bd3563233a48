import { alertsTable } from '@preau/shared/alerts/table.ts';
import { step } from '@preau/shared/alerts/protocol.ts';
import type { Delivery } from '@preau/shared/alerts/schema.ts';
import { USUAL_HOURS } from '@preau/shared/alerts/window.ts';
import { HoldId } from '@preau/shared/kernel/ids.ts';
import { addSeconds } from '@preau/shared/kernel/school-time.ts';
import { describe, expect, it } from 'vitest';
import { tableStore } from '../runtime/entity.ts';
import { freshTable } from '../testing/tables.ts';
import { attempt } from './attempt.ts';
import { newDelivery } from './create.ts';
import { receiveReceipt } from './receive-receipt.ts';
import { alertsStore } from './store.ts';
import { dueShardOf } from './shards.ts';
import { aRecipient, aWorld, FATHER, LEA, LESSON, MONDAY_0820, MOTHER, SCHOOL } from './world.testing.ts';

const HOLD = HoldId.parse('hld_burstofmonday');

const anEngine = async () => {
  const table = await freshTable(alertsTable);
  return { table, store: alertsStore(tableStore(alertsTable, table.name, table.client)) };
};

const aDelivery = (change: Partial<Parameters<typeof newDelivery>[0]> = {}, held?: { holdId: HoldId; reason: 'unusualVolume' }): Delivery =>
  newDelivery(
    {
      schoolId: SCHOOL,
      pupilId: LEA,
      firstName: 'Léa',
      guardianId: MOTHER,
      relationship: 'mother',
      alertClass: 'B',
      kind: 'absence',
      date: '2026-11-23',
      start: '08:05',
      lessonId: LESSON,
      revision: 1,
      ...change,
    },
    'email',
    { now: MONDAY_0820, zone: 'Europe/Paris', holdSeconds: 0, hours: USUAL_HOURS, held },
  );

const happens = (delivery: Delivery, happening: Parameters<typeof step>[1], now: string = MONDAY_0820): Delivery => {
  const next = step(delivery, happening, now);
  if (next === undefined) throw new Error('Nothing happens');
  return next;
};

describe('a delivery', () => {
  it('is written once for one key, whoever writes it', async () => {
    const { store } = await anEngine();
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, worker) => store.addDelivery({ ...aDelivery(), firstName: `Léa ${worker}` })),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
  });

  it('is saved only over the version that was read', async () => {
    const { store } = await anEngine();
    const first = aDelivery();
    await store.addDelivery(first);
    const leased = happens(first, { is: 'leased', attemptId: 'a', addressMark: 'm' });
    const other = happens(first, { is: 'leased', attemptId: 'b', addressMark: 'm' });
    expect(await store.saveDelivery(leased)).toBe(true);
    expect(await store.saveDelivery(other)).toBe(false);
    expect(await store.findDelivery(first.deliveryId)).toEqual(leased);
  });

  it('recognises its own write when the SDK repeats it', async () => {
    const { store } = await anEngine();
    const first = aDelivery();
    expect([await store.addDelivery(first), await store.addDelivery(first)]).toEqual([true, true]);
    const leased = happens(first, { is: 'leased', attemptId: 'a', addressMark: 'm' });
    expect([await store.saveDelivery(leased), await store.saveDelivery(leased)]).toEqual([true, true]);
  });

  it('is sent exactly once by twenty workers at the same time', async () => {
    const { store } = await anEngine();
    const school = aWorld({ store });
    await school.observe();
    school.pass(5);
    const [message] = school.world.messages;
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => attempt(school.services, message!.deliveryId)));
    expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(1);
    expect(school.world.sent).toHaveLength(1);
  });

  it('is created once by twenty events at the same time', async () => {
    const { store } = await anEngine();
    const school = aWorld({ store, recipients: [aRecipient(), aRecipient({ personId: FATHER, email: 'father@example.org' })] });
    await Promise.all(Array.from({ length: 20 }, () => school.observe()));
    const { deliveries, facts } = await store.listDay(LEA, '2026-11-23');
    expect([deliveries.length, facts.length]).toEqual([2, 1]);
    school.pass(5);
    await school.work();
    expect(school.world.sent).toHaveLength(2);
  });
});

describe('the indexes', () => {
  it('list what is due by then in its shard, and forget it once nothing is awaited', async () => {
    const { store } = await anEngine();
    const first = aDelivery();
    const shard = dueShardOf(first.deliveryId);
    await store.addDelivery(first);
    expect(await store.listDue(shard, addSeconds(MONDAY_0820, 119))).toEqual([]);
    expect(await store.listDue(shard, addSeconds(MONDAY_0820, 120))).toEqual([first]);
    const leased = happens(first, { is: 'leased', attemptId: 'a', addressMark: 'm' });
    await store.saveDelivery(leased);
    await store.saveDelivery(happens(leased, { is: 'accepted', attemptId: 'a' }));
    expect(await store.listDue(shard, '2027-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('list a burst that is held, then the families not reached', async () => {
    const { store } = await anEngine();
    const held = aDelivery({}, { holdId: HOLD, reason: 'unusualVolume' });
    await store.addDelivery(held);
    expect(await store.listHeld(HOLD, 10)).toEqual([held]);
    expect(await store.countHeld(HOLD)).toBe(1);

    const released = happens(held, { is: 'released', dueAt: MONDAY_0820 });
    const failed = happens(released, { is: 'unreachable', reason: 'noAddress' });
    const exhausted = happens(failed, { is: 'exhausted' });
    for (const version of [released, failed, exhausted]) expect(await store.saveDelivery(version)).toBe(true);
    expect(await store.countHeld(HOLD)).toBe(0);
    expect(await store.listUnreached(SCHOOL, '2026-11-23')).toEqual([exhausted]);
    expect(await store.listUnreached(SCHOOL, '2026-11-24')).toEqual([]);
  });

  it('list with them those whom the office chose not to tell, but no correction', async () => {
    const { store } = await anEngine();
    const held = aDelivery({}, { holdId: HOLD, reason: 'unusualVolume' });
    const corrected = aDelivery({ guardianId: FATHER });
    for (const one of [held, corrected]) await store.addDelivery(one);
    const cancelled = happens(held, { is: 'cancelled', reason: 'officeCancelled' });
    for (const one of [cancelled, happens(corrected, { is: 'cancelled', reason: 'corrected' })])
      expect(await store.saveDelivery(one)).toBe(true);
    expect(await store.listUnreached(SCHOOL, '2026-11-23')).toEqual([cancelled]);
  });

  it('list a pupil’s alerts, most recent first, or of one month', async () => {
    const { store } = await anEngine();
    for (const date of ['2026-10-05', '2026-11-23', '2026-11-24']) await store.addDelivery(aDelivery({ date }));
    expect((await store.listDeliveriesOf(LEA)).map(({ date }) => date)).toEqual(['2026-11-24', '2026-11-23', '2026-10-05']);
    expect((await store.listDeliveriesOf(LEA, '2026-11')).map(({ date }) => date)).toEqual(['2026-11-24', '2026-11-23']);
  });
});

describe('a school', () => {
  it('knows a fact as new, the same or stale, whatever order they come in', async () => {
    const { store } = await anEngine();
    const fact = { pupilId: LEA, schoolId: SCHOOL, date: '2026-11-23', lessonId: LESSON, envelopeId: 'e' };
    expect(await store.recordFact({ ...fact, revision: 2 })).toBe('new');
    expect(await store.recordFact({ ...fact, revision: 2 })).toBe('same');
    expect(await store.recordFact({ ...fact, revision: 1 })).toBe('stale');
    expect(await store.recordFact({ ...fact, revision: 3 })).toBe('new');
  });

  it('counts its alerts, thirty events at once', async () => {
    const { store } = await anEngine();
    await Promise.all(Array.from({ length: 30 }, () => store.countAlerts(SCHOOL, '2026-11-23T08:2', 2)));
    expect(await store.countAlerts(SCHOOL, '2026-11-23T08:2', 0)).toBe(60);
    expect(await store.listCounts(SCHOOL, ['2026-11-23T08:2', '2026-11-20T08:2'])).toEqual([60]);
  });

  it('gives a school that never chose the undo window of its academy', async () => {
    const table = await freshTable(alertsTable);
    const store = alertsStore(tableStore(alertsTable, table.name, table.client), { alertHoldSeconds: 45 });
    const control = await store.findControl(SCHOOL);
    expect(control.settings).toEqual({ alertHoldSeconds: 45 });
    await store.saveControl({ ...control, settings: { alertHoldSeconds: 0 }, version: 1 });
    expect((await store.findControl(SCHOOL)).settings).toEqual({ alertHoldSeconds: 0 });
  });

  it('changes its switch only over what was read', async () => {
    const { store } = await anEngine();
    const control = await store.findControl(SCHOOL);
    const results = await Promise.all(Array.from({ length: 5 }, () => store.saveControl({ ...control, openHoldId: HOLD, version: 1 })));
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await store.saveControl({ ...control, version: 2 })).toBe(true);
  });

  it('lists its holds and those that must be carried out', async () => {
    const { store } = await anEngine();
    const hold = {
      holdId: HOLD,
      schoolId: SCHOOL,
      cause: 'unusualVolume' as const,
      openedAt: MONDAY_0820,
      counted: 80,
      usual: 12,
      status: 'open' as const,
      version: 1,
    };
    await store.saveHold(hold);
    expect(await store.listDueHolds('2027-01-01T00:00:00.000Z')).toEqual([]);
    const decided = { ...hold, status: 'releasing' as const, wakeAt: MONDAY_0820, version: 2 };
    expect([await store.saveHold(decided), await store.saveHold(decided)]).toEqual([true, false]);
    expect(await store.listDueHolds(MONDAY_0820)).toEqual([decided]);
    expect(await store.listHolds(SCHOOL)).toEqual([decided]);
  });
});

describe('the SMS budget', () => {
  it('is never passed, whatever is spent at the same time', async () => {
    const { store } = await anEngine();
    const spends = await Promise.all(Array.from({ length: 60 }, (_, key) => store.spendSms('2026-11', 100_000, 4_000_000, `dlv_${key}`)));
    expect(spends.filter(Boolean)).toHaveLength(40);
    expect(await store.spendSms('2026-12', 100_000, 4_000_000, 'dlv_next')).toBe(true);
  });
});

describe('capacity', () => {
  it('stays within 8 WRU for an e-mail from its event to its delivery, two for the event itself', async () => {
    const { store, table } = await anEngine();
    const school = aWorld({ store });
    table.meter.reset();
    await school.observe();
    expect(table.meter.units().wru).toBe(2 + 2);
    school.pass(5);
    await school.work();
    expect(table.meter.units().wru).toBe(2 + 2 + 3 + 2);
    const { deliveryId, attemptId } = school.world.sent[0]!;
    await receiveReceipt(school.services, { deliveryId, attemptId, says: 'send' });
    await receiveReceipt(school.services, { deliveryId, attemptId, says: 'delivery' });
    expect(table.meter.units().wru).toBe(2 + 8);
  });
});
