import { expect, it, vi } from 'vitest';
import { personIdOf } from '../directory/ids.ts';
import { aDelivery, aGuardianRecord, aPupilRecord } from './testing/deliveries.ts';
import { importWorld } from './testing/world.ts';

vi.setConfig({ testTimeout: 30_000 });

const id = (key: string) => personIdOf(`NANCY-METZ-${key}`);

it('brings schools, classes, pupils, guardians with their rights and staff in, and says so', async () => {
  const world = await importWorld();
  const done = await world.run(aDelivery());
  expect(done).toMatchObject({ status: 'applied', written: 9, anomalyCount: 0 });
  expect(done.plan?.kinds.map((kind) => [kind.kind, kind.added])).toEqual([
    ['school', 1],
    ['class', 2],
    ['group', 1],
    ['pupil', 2],
    ['guardian', 2],
    ['staff', 1],
  ]);
  expect(done.plan?.kinds.find((kind) => kind.kind === 'pupil')?.samples.added).toContain('Inès M., 6A, Collège des Tilleuls');
  const guardian = await world.reads.findActor(id('91'));
  expect(guardian?.children).toMatchObject([
    { firstName: 'Inès', relationship: 'mother', className: '6A', rights: { informed: true, decides: true, contact: true } },
  ]);
  const teacher = await world.reads.findActor(id('71'));
  expect(teacher?.posts).toMatchObject([{ schoolName: 'Collège des Tilleuls', functions: ['ENS'], classIds: [expect.any(String)] }]);
});

it('writes nothing when the same delivery is applied again', async () => {
  const world = await importWorld();
  await world.run(aDelivery());
  world.table.meter.reset();
  const again = await world.run(aDelivery());
  expect(again).toMatchObject({ status: 'applied', written: 0 });
  expect(world.table.meter.units().wru).toBe(0);
});

it('keeps a right that the school has restricted through any later delivery', async () => {
  const world = await importWorld();
  await world.run(aDelivery());
  const decision = { informed: false, decides: false, since: '2026-11-20', decidedBy: id('71'), evidence: 'Jugement' };
  await world.store.putRestriction({ ...decision, guardianId: id('91'), pupilId: id('1'), cause: 'school', revision: 1, history: [] }, []);
  await world.run(
    aDelivery({ date: '20261121', guardians: [aGuardianRecord('91', { mail: 'nouvelle@example.fr' }), aGuardianRecord('92')] }),
  );
  expect((await world.reads.findActor(id('91')))?.children[0]?.rights).toMatchObject({ informed: false, decides: false });
  expect(await world.reads.listRecipients(id('1'))).toEqual([]);
});

const many = (count: number, from = 1) => Array.from({ length: count }, (_, index) => String(index + from));
const deliveryOf = (keys: readonly string[], date = '20261120') =>
  aDelivery({ date, pupils: keys.map((key) => aPupilRecord(key)), guardians: keys.map((key) => aGuardianRecord(`9${key}`)) });

it('detaches and dates the few who vanish, and takes them back with their local decisions', async () => {
  const world = await importWorld();
  await world.run(deliveryOf(many(50)));
  const decision = { informed: false, decides: false, since: '2026-11-20', decidedBy: id('71'), evidence: 'Jugement' };
  await world.store.putRestriction(
    { ...decision, guardianId: id('950'), pupilId: id('50'), cause: 'school', revision: 1, history: [] },
    [],
  );
  const left = await world.run(deliveryOf(many(49), '20261121'));
  expect(left).toMatchObject({ status: 'applied', plan: { vanished: 2, knownPeople: 101, confirmVanished: false } });
  expect(await world.store.findPerson(id('50'))).toMatchObject({ status: 'detached', detachedOn: '2026-11-22' });
  expect(await world.reads.findActor(id('950'))).toBeUndefined();

  await world.run(deliveryOf(many(50), '20261122'));
  expect((await world.reads.findActor(id('950')))?.children[0]?.rights.informed).toBe(false);
});

it('refuses to make more than one in twenty vanish unless the count is typed', async () => {
  const world = await importWorld();
  await world.run(deliveryOf(many(20)));
  const refused = await world.run(deliveryOf(many(18), '20261121'));
  expect(refused).toMatchObject({
    status: 'planned',
    refusal: { code: 'confirm-vanished' },
    plan: { vanished: 4, confirmVanished: true },
    written: 0,
  });
  expect((await world.ask(refused, 'apply', { confirmedVanished: 3 })).status).toBe('planned');
  expect((await world.ask(refused, 'apply', { confirmedVanished: 4 })).status).toBe('applied');
});

it('goes on after a crash between two batches, without asking again nor writing twice', async () => {
  const world = await importWorld();
  const record = await world.add(deliveryOf(many(400)));
  await world.ask(record, 'plan');
  let puts = 0;
  const { directory } = world.services;
  const dying = {
    ...directory,
    putAll: async (writes: Parameters<typeof directory.putAll>[0]) => {
      puts += 1;
      if (puts > 12) throw new Error('killed');
      await directory.putAll(writes);
    },
  };
  await expect(world.ask(record, 'apply', {}, { directory: dying })).rejects.toThrow('killed');
  world.errors.length = 0;
  world.table.meter.reset();
  const resumed = await world.ask(record, 'apply');
  expect(resumed.status).toBe('applied');
  const written = world.table.meter.units().wru;
  expect(written).toBeGreaterThan(0);
  world.table.meter.reset();
  expect((await world.run(deliveryOf(many(400)))).written).toBe(0);
  expect(await world.reads.findActor(id('9400'))).toBeDefined();
});

it('hands the rest over to its next run when its time ends', async () => {
  const world = await importWorld();
  const record = await world.add(deliveryOf(many(300)));
  await world.ask(record, 'plan');
  let rounds = 0;
  const handed = await world.ask(
    record,
    'apply',
    {},
    {
      remaining: () => {
        rounds += 1;
        return rounds > 2 ? 1000 : 900_000;
      },
    },
  );
  expect(handed).toMatchObject({ status: 'applying', attempt: 3 });
  expect(handed.written).toBeGreaterThan(0);
  expect((await world.ask({ ...handed }, 'apply')).status).toBe('applied');
  expect(await world.reads.findActor(id('9300'))).toBeDefined();
});

it('costs at most six write units a pupil with guardians', async () => {
  const world = await importWorld();
  const keys = many(200);
  const two = keys.map((key) =>
    aPupilRecord(key, { ENTElevePersRelEleve: [`9${key}$10$1$1$1$0`, `8${key}$20$0$1$1$0`], ENTEleveGroupes: '1001$6ALL1' }),
  );
  await world.run(aDelivery({ pupils: two, guardians: keys.flatMap((key) => [aGuardianRecord(`9${key}`), aGuardianRecord(`8${key}`)]) }));
  expect(world.table.meter.units().wru / keys.length).toBeLessThanOrEqual(6);
});
