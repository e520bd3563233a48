import { expect, it } from 'vitest';
import type { RestrictionRecord } from '@preau/shared/directory/record.ts';
import { directoryTable } from '@preau/shared/directory/table.ts';
import { freshTable } from '../testing/tables.ts';
import { classIdOf, groupIdOf, personIdOf } from './ids.ts';
import { directoryImport, type ImportWrite } from './import-people.ts';
import { directoryReads } from './reads.ts';
import { directoryStore } from './store.ts';
import { aChild, aClass, aGroup, aGuardian, aLink, aPlace, aPost, aPupil, aSchool, aStaff } from './testing/builders.ts';

const person = (record: ReturnType<typeof aPupil>): ImportWrite => ({ type: 'person', record, outbox: [] });

const withRecords = async (writes: readonly ImportWrite[], today = '2026-11-23') => {
  const table = await freshTable(directoryTable);
  const store = directoryStore(table.name, table.client);
  await directoryImport(store).putAll(writes);
  table.meter.reset();
  return { store, table, reads: directoryReads(store, () => today) };
};

const aRestriction = (over: Partial<RestrictionRecord> = {}): RestrictionRecord => ({
  guardianId: personIdOf('NANCY-METZ-2'),
  pupilId: personIdOf('NANCY-METZ-1'),
  cause: 'school',
  informed: false,
  decides: false,
  since: '2026-11-02',
  decidedBy: personIdOf('NANCY-METZ-90'),
  evidence: 'Jugement du 30 octobre',
  revision: 1,
  history: [],
  ...over,
});

const child = (id: string, over = {}) => aPupil(`NANCY-METZ-${id}`, over);

it('reads the actor with children, restrictions and preferences for half a read unit', async () => {
  const children = [aChild(), aChild('NANCY-METZ-3', { firstName: 'Noé' })];
  const { store, table, reads } = await withRecords([person(aGuardian('NANCY-METZ-2', { children }))]);
  await store.putRestriction(aRestriction(), []);
  await store.setPreference(personIdOf('NANCY-METZ-2'), { language: 'en', sessionsValidFrom: 1_790_000_000 });
  table.meter.reset();

  const actor = await reads.findActor(personIdOf('NANCY-METZ-2'));

  expect(table.meter.units()).toEqual({ rru: 0.5, wru: 0 });
  expect(actor).toMatchObject({ kind: 'guardian', language: 'en', sessionsValidFrom: 1_790_000_000 });
  expect(actor?.children.map((one) => [one.firstName, one.rights.informed, one.rights.decides])).toEqual([
    ['Inès', false, false],
    ['Noé', true, true],
  ]);
});

it('gives nobody for an unknown, malformed, blocked or vanished person', async () => {
  const { store, reads } = await withRecords([
    person(aGuardian()),
    person(aGuardian('NANCY-METZ-5', { status: 'detached', detachedOn: '2026-11-01' })),
  ]);
  expect(await reads.findActor('per_unknown0000000')).toBeUndefined();
  expect(await reads.findActor('../../etc')).toBeUndefined();
  expect(await reads.findActor(personIdOf('NANCY-METZ-5'))).toBeUndefined();
  await store.setPreference(personIdOf('NANCY-METZ-2'), { blocked: true });
  expect(await reads.findActor(personIdOf('NANCY-METZ-2'))).toBeUndefined();
});

it('lets a pupil read himself, and decide only once adult', async () => {
  const writes = [person(aPupil()), person(child('7', { place: aPlace({ adultOn: '2026-11-23' }) }))];
  const { reads } = await withRecords(writes);
  expect((await reads.findActor(personIdOf('NANCY-METZ-1')))?.self?.rights).toMatchObject({ informed: true, decides: false });
  expect((await reads.findActor(personIdOf('NANCY-METZ-7')))?.self?.rights).toMatchObject({ informed: true, decides: true });
});

it('lists a class in the order of the alphabet, accents and case aside', async () => {
  const { reads } = await withRecords([
    person(child('11', { lastName: 'Étienne' })),
    person(child('12', { lastName: 'DURAND' })),
    person(child('13', { lastName: 'Fabre' })),
  ]);
  const roster = await reads.listRoster({ classIds: [classIdOf('0540001A', '6e A')], groupIds: [] });
  expect(roster.map((pupil) => pupil.lastName)).toEqual(['DURAND', 'Étienne', 'Fabre']);
});

it('reads the lists that the import wrote, half a unit a class, and the people of a class that has none yet', async () => {
  const listed = { pupilId: personIdOf('NANCY-METZ-21'), firstName: 'Ana', lastName: 'Roux', groupIds: [] };
  const classId = classIdOf('0540001A', '5e B');
  const { reads, table } = await withRecords([
    person(child('11')),
    { type: 'classList', record: { classId, className: '5e B', pupils: JSON.stringify([listed]) } },
  ]);
  expect(await reads.listRoster({ classIds: [classId], groupIds: [] })).toEqual([{ ...listed, classId, className: '5e B' }]);
  expect(table.meter.units()).toEqual({ rru: 0.5, wru: 0 });
  const both = await reads.listRoster({ classIds: [classIdOf('0540001A', '6e A'), classId], groupIds: [] });
  expect(both.map((pupil) => [pupil.className, pupil.firstName])).toEqual([
    ['6e A', 'Inès'],
    ['5e B', 'Ana'],
  ]);
});

it('calls only the members of a group, even when the lesson names no class', async () => {
  const groupId = groupIdOf('0540001A', '6e ALL1');
  const inGroup = aPlace({ groupIds: [groupId] });
  const { reads } = await withRecords([person(child('11')), person(child('12', { place: inGroup })), { type: 'group', record: aGroup() }]);
  const withClass = await reads.listRoster({ classIds: [classIdOf('0540001A', '6e A')], groupIds: [groupId] });
  const withoutClass = await reads.listRoster({ classIds: [], groupIds: [groupId] });
  expect(withClass.map((pupil) => pupil.pupilId)).toEqual([personIdOf('NANCY-METZ-12')]);
  expect(withoutClass).toEqual(withClass);
});

it('calls a member who comes from a class that the timetable did not know of', async () => {
  const [known, joined] = [classIdOf('0540001A', '6e A'), classIdOf('0540001A', '6e B')];
  const groupId = groupIdOf('0540001A', '6e ALL1');
  const listed = (name: string) => ({ pupilId: personIdOf(`NANCY-METZ-${name}`), firstName: name, lastName: name, groupIds: [groupId] });
  const { reads } = await withRecords([
    { type: 'group', record: aGroup('6e ALL1', { classIds: [known, joined] }) },
    { type: 'classList', record: { classId: known, className: '6e A', pupils: JSON.stringify([listed('Ann')]) } },
    { type: 'classList', record: { classId: joined, className: '6e B', pupils: JSON.stringify([listed('Bob')]) } },
  ]);
  const called = await reads.listRoster({ classIds: [known], groupIds: [groupId] });
  expect(called.map((pupil) => [pupil.className, pupil.firstName])).toEqual([
    ['6e A', 'Ann'],
    ['6e B', 'Bob'],
  ]);
});

it('tells every informed guardian, not the restricted one, nor a contact, nor a minor himself', async () => {
  const guardians = ['2', '3', '4'].map((id) => aLink(`NANCY-METZ-${id}`));
  const contact = { informed: false, decides: false, contact: true, payer: false };
  const { store, reads } = await withRecords([
    person(aPupil('NANCY-METZ-1', { guardians })),
    person(aGuardian('NANCY-METZ-2')),
    person(aGuardian('NANCY-METZ-3', { email: 'b@example.fr', children: [aChild('NANCY-METZ-1', { relationship: 'father' })] })),
    person(aGuardian('NANCY-METZ-4', { children: [aChild('NANCY-METZ-1', { rights: contact })] })),
  ]);
  await store.putRestriction(aRestriction(), []);
  const recipients = await reads.listRecipients(personIdOf('NANCY-METZ-1'));
  expect(recipients.map((one) => [one.relationship, one.email])).toEqual([['father', 'b@example.fr']]);
});

it('writes to an adult pupil himself, and still to the parents until he objects', async () => {
  const adult = aPlace({ adultOn: '2026-03-01' });
  const { store, reads } = await withRecords([
    person(aPupil('NANCY-METZ-1', { place: adult, email: 'ines@example.fr', guardians: [aLink('NANCY-METZ-2')] })),
    person(aGuardian('NANCY-METZ-2', { children: [aChild('NANCY-METZ-1', { adultOn: '2026-03-01' })] })),
  ]);
  const pupilId = personIdOf('NANCY-METZ-1');
  expect((await reads.listRecipients(pupilId)).map((one) => [one.relationship, one.rights.decides])).toEqual([
    ['self', true],
    ['mother', false],
  ]);
  await store.putObjection({ pupilId, active: true, since: '2026-11-20', decidedBy: pupilId, evidence: '', revision: 1 }, [
    { restriction: aRestriction({ cause: 'adultPupil' }), outbox: [] },
  ]);
  expect((await reads.listRecipients(pupilId)).map((one) => one.relationship)).toEqual(['self']);
});

it('finds people by join key and staff by mail in any case, and tells the blocked apart', async () => {
  const { store, reads } = await withRecords([
    person(aGuardian()),
    person(aStaff()),
    person(aStaff('NANCY-METZ-10', { posts: [aPost({ schoolName: 'Lycée Kléber' })] })),
  ]);
  await store.setPreference(personIdOf('NANCY-METZ-2'), { blocked: true });
  expect(await reads.findPeopleByJoinKeys(['NANCY-METZ-2', 'NANCY-METZ-2', 'PARIS-77'])).toEqual([
    {
      personId: personIdOf('NANCY-METZ-2'),
      kind: 'guardian',
      status: 'blocked',
      firstName: 'Claire',
      lastName: 'Moreau',
      schoolNames: ['Collège des Tilleuls'],
    },
  ]);
  expect((await reads.findStaffByMail('Paul.Lemoine@AC-nancy-metz.fr')).map((one) => one.schoolNames)).toHaveLength(2);
  expect(await reads.findStaffByMail('claire.moreau@example.fr')).toEqual([]);
});

it('reads a school with its classes and groups, without their import marks', async () => {
  const { reads } = await withRecords([
    { type: 'school', record: aSchool({ hash: 'h' }) },
    { type: 'class', record: aClass('6e A', { hash: 'h' }) },
    { type: 'class', record: aClass('5e B') },
    { type: 'group', record: aGroup() },
  ]);
  expect(await reads.findSchool(aSchool().schoolId)).toMatchObject({ uai: '0540001A', zone: 'Europe/Paris' });
  expect((await reads.listClasses(aSchool().schoolId)).map((one) => one.name).toSorted()).toEqual(['5e B', '6e A']);
  expect(await reads.listGroups(aSchool().schoolId)).toHaveLength(1);
});

it('refuses a decision taken over one that was not read', async () => {
  const { store } = await withRecords([person(aGuardian())]);
  await store.putRestriction(aRestriction(), []);
  await expect(store.putRestriction(aRestriction({ informed: true }), [])).rejects.toThrow(/condition/i);
  await store.putRestriction(aRestriction({ informed: true, revision: 2 }), []);
});

it('never lets a choice of language undo a sign-out everywhere or a block written at the same instant', async () => {
  const { store, reads } = await withRecords([person(aGuardian())]);
  const guardian = personIdOf('NANCY-METZ-2');
  await Promise.all([
    ...Array.from({ length: 10 }, () => store.setPreference(guardian, { language: 'en' })),
    store.setPreference(guardian, { sessionsValidFrom: 1_790_000_000 }),
    ...Array.from({ length: 10 }, () => store.setPreference(guardian, { language: 'en' })),
  ]);
  expect(await reads.findActor(guardian)).toMatchObject({ language: 'en', sessionsValidFrom: 1_790_000_000 });
});
