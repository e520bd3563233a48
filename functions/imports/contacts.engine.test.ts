import { expect, it } from 'vitest';
import { personIdOf } from '../directory/ids.ts';
import { aDelivery, aGuardianRecord, aPupilRecord, feedXml, memberName, modifyRequest } from './testing/deliveries.ts';
import { importWorld } from './testing/world.ts';

const MOTHER = '91$10$1$1$1$1';
const GRANDMOTHER = '95$38$0$0$1$0';
const guardians = [aGuardianRecord('91'), aGuardianRecord('95', { givenName: 'Odile', mail: 'odile@example.fr' })];
const deliveryOf = (links: readonly string[], date = '20261120') =>
  aDelivery({ date, pupils: [aPupilRecord('1', { ENTElevePersRelEleve: [...links] })], guardians });

type World = Awaited<ReturnType<typeof importWorld>>;
const isContact = (world: World, key: string): Promise<boolean> => world.reads.areContacts([`NANCY-METZ-${key}`]);

const storedOf = async ({ table }: World, key: string) => {
  const Key = { pk: `PERSON#${personIdOf(`NANCY-METZ-${key}`)}`, sk: 'CONTACT' };
  return (await table.client.get({ TableName: table.name, Key })).Item;
};

it('keeps of somebody without a right only that a pupil names him', async () => {
  const world = await importWorld();
  await world.run(deliveryOf([MOTHER, GRANDMOTHER]));
  expect(await Promise.all(['91', '95', '404'].map((key) => isContact(world, key)))).toEqual([false, true, false]);
  expect(await world.store.findPerson(personIdOf('NANCY-METZ-95'))).toBeUndefined();
  const [kept] = await world.store.listContacts([personIdOf('NANCY-METZ-95')]);
  expect(Object.keys(kept ?? {}).toSorted()).toEqual(['hash', 'personId']);
});

it('counts none to the operator, and writes none twice', async () => {
  const world = await importWorld();
  const first = await world.run(deliveryOf([MOTHER, GRANDMOTHER]));
  expect(first.written).toBe(first.plan?.kinds.reduce((sum, kind) => sum + kind.added, 0));
  world.table.meter.reset();
  await world.run(deliveryOf([MOTHER, GRANDMOTHER], '20261121'));
  expect(world.table.meter.units().wru).toBe(0);
});

it('forgets a contact whom no pupil names any more, for good within three months, and one who gets a right', async () => {
  const world = await importWorld();
  await world.run(deliveryOf([MOTHER, GRANDMOTHER]));
  await world.run(deliveryOf([MOTHER], '20261121'));
  expect(await isContact(world, '95')).toBe(false);
  expect(await storedOf(world, '95')).toMatchObject({ detachedOn: '2026-11-22', ttl: expect.any(Number) });
  await world.run(deliveryOf([MOTHER, GRANDMOTHER], '20261122'));
  expect(await isContact(world, '95')).toBe(true);
  expect(await storedOf(world, '95')).not.toHaveProperty('ttl');
  await world.run(deliveryOf([MOTHER, '95$38$0$1$1$0'], '20261123'));
  expect(await isContact(world, '95')).toBe(false);
  expect((await world.reads.findActor(personIdOf('NANCY-METZ-95')))?.children).toHaveLength(1);
});

it('keeps contacts through a Delta that names a pupil otherwise', async () => {
  const world = await importWorld();
  await world.run(deliveryOf([MOTHER, GRANDMOTHER]));
  await world.run({ [memberName('Eleve', '20261121', 'Delta')]: feedXml([modifyRequest('Eleve', '1', { givenName: 'Léa' })]) });
  expect(await isContact(world, '95')).toBe(true);
});
