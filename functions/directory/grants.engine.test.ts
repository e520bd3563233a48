import { expect, it, vi } from 'vitest';
import type { Grant } from '@preau/shared/directory/grant.ts';
import { classIdOf, schoolIdOf } from './ids.ts';
import { aGivenGrant, aPost, aPupil, aSchool, aStaff } from './testing/builders.ts';
import { aSlot, directoryWorld as world, id } from './testing/world.ts';

vi.setConfig({ testTimeout: 30_000 });

const SCHOOL = aSchool().schoolId;
const CLASS = classIdOf('0540001A', '6e A');
const path = { schoolId: SCHOOL };
const GIVE = 'POST /schools/{schoolId}/grants';
const LIST = 'GET /schools/{schoolId}/grants';
const REVOKE = 'POST /schools/{schoolId}/grants/{grantId}/revocation';
const elsewhere = { schoolId: schoolIdOf('0570002B'), schoolName: 'Lycée Kléber' };

const HEAD = aStaff('NANCY-METZ-20', {
  firstName: 'Anne',
  email: 'head@ac-nancy-metz.fr',
  posts: [aPost({ functions: ['DIR'], classIds: [] })],
});
const VISITOR = aStaff('NANCY-METZ-30', { firstName: 'Jeanne', lastName: 'Renard', email: 'jeanne.renard@ac-nancy-metz.fr', posts: [] });
const SUBSTITUTE = aStaff('NANCY-METZ-31', {
  firstName: 'Yann',
  email: 'yann@ac-nancy-metz.fr',
  posts: [aPost({ ...elsewhere, classIds: [] })],
});
const everybody = [HEAD, VISITOR, SUBSTITUTE, aStaff(), aPupil(), aPupil('NANCY-METZ-5', { place: { ...elsewhere, groupIds: [] } })];

const aesh = {
  mail: 'Jeanne.Renard@ac-nancy-metz.fr ',
  access: { kind: 'aesh', pupilId: id('1') },
  from: '2026-11-23',
  until: '2027-07-02',
  evidence: 'Notification de la MDPH du 2 novembre',
  requestId: 'r-aesh',
};
const substitution = {
  ...aesh,
  mail: 'yann@ac-nancy-metz.fr',
  access: { kind: 'substitute', forTeacherId: id('9'), classIds: [CLASS], groupIds: [] },
  requestId: 'r-substitute',
};

it('gives an access that counts from the next request on, and ends it the same way', async () => {
  const { call, directory } = await world(everybody);
  const given = await call('20', GIVE, { path, body: aesh });
  expect(given.body).toMatchObject({
    kind: 'aesh',
    person: 'Jeanne Renard',
    about: 'Inès Moreau',
    state: 'inForce',
    givenBy: 'Anne Lemoine',
    givenOn: '2026-11-23',
  });
  expect((await directory.findActor(id('30')))?.grants).toEqual([
    { kind: 'aesh', schoolId: SCHOOL, pupilId: id('1'), from: '2026-11-23', until: '2027-07-02' },
  ]);

  const ended = await call('20', REVOKE, { path: { ...path, grantId: given.body.grantId }, body: { reason: 'Fin de la mission' } });
  expect(ended.body).toMatchObject({ state: 'revoked', revoked: { on: '2026-11-23', by: 'Anne Lemoine', reason: 'Fin de la mission' } });
  expect((await directory.findActor(id('30')))?.grants).toEqual([]);
  const { body } = await call('20', LIST, { path });
  expect(body.grants).toEqual([expect.objectContaining({ state: 'revoked', evidence: 'Notification de la MDPH du 2 novembre' })]);
});

it('gives once what is asked twice, and ends once what is ended twice', async () => {
  const { call } = await world(everybody);
  const twice = await Promise.all([call('20', GIVE, { path, body: aesh }), call('20', GIVE, { path, body: aesh })]);
  const again = await call('20', GIVE, { path, body: aesh });
  const ids = [...twice, again].map(({ body }) => body.grantId);
  expect(new Set(ids).size).toBe(1);
  const end = { path: { ...path, grantId: ids[0] }, body: { reason: 'Fin' } };
  const ends = await Promise.all([call('20', REVOKE, end), call('20', REVOKE, end)]);
  expect(ends.map(({ body }) => body.state)).toEqual(['revoked', 'revoked']);
  expect((await call('20', LIST, { path })).body.grants).toHaveLength(1);
});

it.each([
  ['an address of nobody', { mail: 'nobody@ac-nancy-metz.fr' }, 'directory.unknown-agent'],
  ['no evidence', { evidence: '  ' }, 'directory.grant-evidence-required'],
  ['a beginning in the past', { from: '2026-11-22' }, 'directory.grant-dates'],
  ['an end before the beginning', { until: '2026-11-01' }, 'directory.grant-dates'],
  ['two years', { until: '2028-11-23' }, 'directory.grant-dates'],
  ['a pupil of another school', { access: { kind: 'aesh', pupilId: id('5') } }, 'directory.grant-not-here'],
  ['a teacher who is a pupil', { access: { kind: 'inspector', teacherId: id('1') } }, 'directory.grant-not-here'],
  ['a teacher of another school', { access: { kind: 'inspector', teacherId: id('31') } }, 'directory.grant-not-here'],
  ['no class at all', { access: { ...substitution.access, classIds: [] } }, 'directory.grant-not-here'],
  [
    'a class that is not the teacher’s',
    { access: { ...substitution.access, classIds: [classIdOf('0540001A', '6e B')] } },
    'directory.grant-not-here',
  ],
  ['the teacher in place of himself', { ...substitution, mail: 'paul.lemoine@ac-nancy-metz.fr' }, 'directory.grant-not-here'],
])('refuses %s', async (_what, change, code) => {
  const { call } = await world(everybody);
  expect((await call('20', GIVE, { path, body: { ...aesh, ...change } })).body.code).toBe(code);
});

it('does not give the same access for days in common', async () => {
  const { call } = await world(everybody);
  await call('20', GIVE, { path, body: aesh });
  const { status, body } = await call('20', GIVE, { path, body: { ...aesh, from: '2027-01-04', requestId: 'r-other' } });
  expect([status, body.code]).toEqual([409, 'directory.already-granted']);
});

it('counts a grant neither before its day nor after it, nor for a guardian', async () => {
  const { store, directory } = await world(everybody);
  const on = (from: string, until: string, over: Partial<Grant> = {}): Grant =>
    ({ kind: 'inspector', schoolId: SCHOOL, teacherId: id('9'), from, until, ...over }) as Grant;
  await store.addGrant(...aGivenGrant(id('30'), on('2026-11-24', '2026-12-01')), []);
  await store.addGrant(...aGivenGrant(id('31'), on('2026-11-01', '2026-11-22')), []);
  await store.addGrant(...aGivenGrant(id('1'), on('2026-11-01', '2026-12-22')), []);
  for (const who of ['30', '31', '1']) expect((await directory.findActor(id(who)))?.grants, who).toEqual([]);
});

it('reads an actor with ten accesses in one query of one unit', async () => {
  const { store, directory, meters } = await world(everybody);
  const classIds = ['6e A', '6e B', '5e A', '5e B'].map((name) => classIdOf('0540001A', name));
  for (let index = 0; index < 10; index += 1) {
    const grant: Grant = {
      kind: 'substitute',
      schoolId: SCHOOL,
      from: '2026-11-02',
      until: '2027-07-02',
      forTeacherId: id(String(40 + index)),
      classIds,
      groupIds: [],
    };
    const [record, held] = aGivenGrant(id('31'), grant);
    const grantId = `${record.grantId}${index}` as typeof record.grantId;
    await store.addGrant({ ...record, grantId }, { ...held, grantId }, []);
  }
  for (const meter of meters) meter.reset();
  expect((await directory.findActor(id('31')))?.grants).toHaveLength(10);
  expect([meters[0]?.requests(), meters[0]?.units().rru]).toEqual([1, 1]);
});

it('shows a substitute the lessons he gives in place of the teacher, and an AESH whom he accompanies', async () => {
  const { call, timetable } = await world(everybody);
  await timetable.putSlots([{ after: aSlot('6e A', '10:00') }, { after: aSlot('6e B', '11:00') }]);
  await call('20', GIVE, { path, body: substitution });
  await call('20', GIVE, { path, body: aesh });

  const substitute = (await call('31', 'GET /home')).body;
  expect(substitute).toMatchObject({
    role: 'teacher',
    lessons: [{ start: '10:00', audience: ['6e A'], schoolName: 'Collège des Tilleuls' }],
  });
  expect(substitute.grants).toEqual([
    expect.objectContaining({ kind: 'substitute', name: 'Paul Lemoine', audience: ['6e A'], schoolName: 'Collège des Tilleuls' }),
  ]);
  expect((await call('30', 'GET /home')).body).toMatchObject({
    role: 'staff',
    schools: [],
    grants: [{ kind: 'aesh', name: 'Inès Moreau', audience: ['6e A'], personId: id('1') }],
  });
});

it('lists the teachers of a school with what they teach', async () => {
  const { call } = await world(everybody);
  expect((await call('9', 'GET /schools/{schoolId}/teachers', { path })).body.teachers).toEqual([
    { personId: id('9'), firstName: 'Paul', lastName: 'Lemoine', classes: [{ classId: CLASS, name: '6e A' }], groups: [] },
  ]);
});
