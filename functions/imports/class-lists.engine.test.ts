import { expect, it } from 'vitest';
import { classIdOf, groupIdOf } from '../directory/ids.ts';
import { aDelivery, aGuardianRecord, aPupilRecord, aSchoolRecord, feedXml, memberName, modifyRequest } from './testing/deliveries.ts';
import { importWorld } from './testing/world.ts';

const SIXTH = classIdOf('0540001A', '6A');
const FIFTH = classIdOf('0540001A', '5B');
const GROUP = groupIdOf('0540001A', '6ALL1');

const pupil = (key: string, givenName: string, over: Parameters<typeof aPupilRecord>[1] = {}) =>
  aPupilRecord(key, { givenName, sn: givenName.toUpperCase(), ...over });
const guardians = ['91', '92', '93'].map((key) => aGuardianRecord(key));
const deliveryOf = (pupils: readonly string[], date = '20261120') => aDelivery({ pupils, guardians, date });

type World = Awaited<ReturnType<typeof importWorld>>;
const rollOf = async (world: World, classId = SIXTH) =>
  (await world.reads.listRoster({ classIds: [classId], groupIds: [] })).map((one) => one.firstName);

/** What the list holds and what the records of people say, which must be the same. */
const listOf = async (world: World, classId = SIXTH) => {
  const people = (await world.store.listPupilsOfClass(classId)).map((one) => one.firstName);
  const [list] = await world.store.listClassLists([classId]);
  expect(list === undefined ? undefined : await rollOf(world, classId)).toEqual(people);
  return people;
};

it('lists each class in the order of the alphabet with groups, and empty classes too', async () => {
  const world = await importWorld();
  await world.run(deliveryOf([pupil('1', 'Zoé'), pupil('2', 'Éva', { ENTEleveGroupes: '1001$6ALL1' }), pupil('3', 'Eddy')]));
  expect(await listOf(world)).toEqual(['Eddy', 'Éva', 'Zoé']);
  expect(await listOf(world, FIFTH)).toEqual([]);
  expect((await world.reads.listRoster({ classIds: [], groupIds: [GROUP] })).map((one) => [one.firstName, one.className])).toEqual([
    ['Éva', '6A'],
  ]);
});

it('counts people and units to the operator, never lists', async () => {
  const world = await importWorld();
  const first = await world.run(deliveryOf([pupil('1', 'Ana')]));
  expect(first.written).toBe(first.plan?.kinds.reduce((sum, kind) => sum + kind.added, 0));
  expect(first.plan?.kinds.map((kind) => kind.kind)).not.toContain('classList');
});

it('follows a pupil who moves, is renamed or vanishes, and a class that leaves the feed', async () => {
  const world = await importWorld();
  const many = Array.from({ length: 60 }, (_, index) =>
    pupil(`5${index}`, 'Tom', { ENTEleveClasses: '1001$5B', ENTElevePersRelEleve: [] }),
  );
  await world.run(deliveryOf([...many, pupil('1', 'Ana'), pupil('2', 'Bob'), pupil('3', 'Cléo')]));
  await world.run(deliveryOf([...many, pupil('1', 'Anna'), pupil('2', 'Bob', { ENTEleveClasses: '1001$5B' })], '20261121'));
  expect(await listOf(world)).toEqual(['Anna']);
  expect((await listOf(world, FIFTH)).filter((name) => name !== 'Tom')).toEqual(['Bob']);

  const school = aSchoolRecord('1001', { ENTStructureClasses: ['5B$5e B$10110012110'] });
  const moved = pupil('1', 'Anna', { ENTEleveClasses: '1001$5B' });
  await world.run(aDelivery({ schools: [school], pupils: [...many, moved], guardians, date: '20261122' }));
  expect(await listOf(world)).toEqual([]);
  expect(await rollOf(world, FIFTH)).toContain('Anna');
  await world.run(deliveryOf([...many, pupil('1', 'Anna')], '20261123'));
  expect(await listOf(world)).toEqual(['Anna']);
});

it('keeps whole lists through a Delta that names one pupil', async () => {
  const world = await importWorld();
  await world.run(deliveryOf([pupil('1', 'Ana'), pupil('2', 'Bob'), pupil('3', 'Cléo')]));
  await world.run({
    [memberName('Eleve', '20261121', 'Delta')]: feedXml([
      modifyRequest('Eleve', '2', { givenName: 'Robert', sn: 'ROBERT' }),
      pupil('4', 'Dan'),
    ]),
  });
  expect(await listOf(world)).toEqual(['Ana', 'Cléo', 'Dan', 'Robert']);
  world.table.meter.reset();
  await world.run({ [memberName('Eleve', '20261122', 'Delta')]: feedXml([]) });
  expect(world.table.meter.units().wru).toBe(0);
});

it('gives lists to a directory imported before there were any, which calls its rolls meanwhile', async () => {
  const world = await importWorld();
  const { directory } = world.services;
  const before = {
    ...directory,
    putAll: (writes: Parameters<typeof directory.putAll>[0]) => directory.putAll(writes.filter((write) => write.type !== 'classList')),
  };
  const delivery = deliveryOf([pupil('1', 'Zoé'), pupil('2', 'Éva')]);
  const record = await world.add(delivery);
  await world.ask(record, 'plan');
  await world.ask(record, 'apply', {}, { directory: before });
  expect(await world.store.listClassLists([SIXTH])).toEqual([]);
  expect(await rollOf(world)).toEqual(['Éva', 'Zoé']);

  const again = await world.run(delivery);
  expect(again).toMatchObject({ status: 'applied', written: 0 });
  expect(await listOf(world)).toEqual(['Éva', 'Zoé']);
  expect(await world.store.listClassLists([SIXTH, FIFTH])).toHaveLength(2);
});

it('converges after a crash that wrote people without their lists', async () => {
  const world = await importWorld();
  await world.run(deliveryOf([pupil('1', 'Ana')]));
  const { directory } = world.services;
  const dying = {
    ...directory,
    putAll: async (writes: Parameters<typeof directory.putAll>[0]) => {
      await directory.putAll(writes.filter((write) => write.type !== 'classList'));
      throw new Error('killed');
    },
  };
  const record = await world.add(deliveryOf([pupil('1', 'Ana'), pupil('2', 'Bob')], '20261121'));
  await world.ask(record, 'plan');
  await expect(world.ask(record, 'apply', {}, { directory: dying })).rejects.toThrow('killed');
  world.errors.length = 0;
  expect(await rollOf(world)).toEqual(['Ana']);
  await world.ask(record, 'apply');
  expect(await listOf(world)).toEqual(['Ana', 'Bob']);
});

it('still calls everybody of a class too long for one item', async () => {
  const world = await importWorld();
  await world.run(deliveryOf(Array.from({ length: 1001 }, (_, index) => pupil(String(1000 + index), `Ana${index}`))));
  expect(await world.store.listClassLists([SIXTH])).toEqual([]);
  expect(await rollOf(world)).toHaveLength(1001);
});
