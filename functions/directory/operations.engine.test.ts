import { expect, it, vi } from 'vitest';
import type { RegisterVersion } from '@preau/shared/attendance/schema.ts';
import { lessonsOn } from '@preau/shared/timetable/rules.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { classIdOf, schoolIdOf } from './ids.ts';
import { aChild, aGuardian, aLink, aPlace, aPost, aPupil, aStaff, aClass, aSchool } from './testing/builders.ts';
import { NOW, aSlot, directoryWorld as world, id } from './testing/world.ts';

vi.setConfig({ testTimeout: 30_000 });

const aRegister = ({ schoolId, lessonId, start, end }: Lesson, version: number): RegisterVersion => ({
  schoolId,
  date: '2026-11-23',
  start,
  end,
  lessonId,
  version,
  marks: [],
  changes: [],
  called: 28,
  takenBy: id('9'),
  takenByName: 'Paul Lemoine',
  role: 'teacher',
  takenAt: NOW,
  requestId: `${lessonId}${version}`,
});

const HEAD = aStaff('NANCY-METZ-20', { email: 'head@ac-nancy-metz.fr', posts: [aPost({ functions: ['DIR'], classIds: [] })] });
const AED = aStaff('NANCY-METZ-21', { email: 'aed@ac-nancy-metz.fr', posts: [aPost({ functions: ['AED'], classIds: [] })] });
const family = [
  aPupil('NANCY-METZ-1', { guardians: [aLink('NANCY-METZ-2'), aLink('NANCY-METZ-3', { relationship: 'father' })] }),
  aGuardian(),
  aGuardian('NANCY-METZ-3', {
    firstName: 'Marc',
    email: 'marc@example.fr',
    children: [aChild('NANCY-METZ-1', { relationship: 'father' })],
  }),
];
const rightsRoute = 'PUT /pupils/{pupilId}/guardians/{guardianId}/rights';
const rightsPath = { pupilId: id('1'), guardianId: id('3') };

it('gives a guardian of two children in two schools the whole home for a read unit and a half beyond the actor', async () => {
  const there = {
    schoolId: schoolIdOf('0570002B'),
    schoolName: 'Lycée Kléber',
    classId: classIdOf('0570002B', '2nde 3'),
    className: '2nde 3',
  };
  const children = [aChild('NANCY-METZ-1'), aChild('NANCY-METZ-4', { firstName: 'Noé', ...there })];
  const { call, timetable, meters } = await world([aGuardian('NANCY-METZ-2', { children })]);
  const hours = ['08:00', '09:00', '10:00', '11:00', '14:00', '15:00'];
  const other = hours.map((start) =>
    aSlot('2nde 3', start, { schoolId: there.schoolId, classes: [{ classId: there.classId, name: '2nde 3' }] }),
  );
  await timetable.putSlots([...hours.map((start) => aSlot('6e A', start)), ...other].map((after) => ({ after })));
  for (const meter of meters) meter.reset();

  const home = await call('2', 'GET /home');

  expect(home.status).toBe(200);
  expect(home.body).toMatchObject({ role: 'guardian', date: '2026-11-23', openDays: [] });
  expect(home.body.children.map((one: { lessons: unknown[] }) => one.lessons.length)).toEqual([6, 6]);
  const [actor = { rru: 0 }, ...rest] = meters.map((meter) => meter.units());
  expect(actor.rru).toBe(0.5);
  expect(rest.reduce((sum, units) => sum + units.rru, 0)).toBeLessThanOrEqual(1.5);
});

it('gives a teacher of six lessons the whole home in three requests, half a unit for each roll', async () => {
  const { call, timetable, attendance, meters } = await world([aStaff()]);
  const hours = ['03:00', '04:00', '05:00', '06:00', '07:00', '08:00'];
  await timetable.putSlots(hours.map((start) => ({ after: aSlot('6e A', start) })));
  const lessons = lessonsOn((await timetable.readDayOfTeacher(id('9'), '2026-11-23')).slots, '2026-11-23');
  const called = lessons.filter((_, index) => index % 2 === 0);
  await Promise.all(called.flatMap((lesson) => [1, 2].map((version) => attendance.addRegister(aRegister(lesson, version), []))));
  for (const meter of meters) meter.reset();

  const home = await call('9', 'GET /home');

  expect(home.body.lessons.map((one: { registerTaken: boolean }) => one.registerTaken)).toEqual([true, false, true, false, true, false]);
  expect(meters.map((meter) => meter.units().rru)).toEqual([0.5, 0.5, 3]);
  expect(meters.map((meter) => meter.requests())).toEqual([1, 1, 1]);
});

it('does not even name a child to a guardian without the right', async () => {
  const none = { informed: false, decides: false, contact: true, payer: false };
  const { call } = await world([aGuardian('NANCY-METZ-2', { children: [aChild('NANCY-METZ-1', { rights: none })] })]);
  expect((await call('2', 'GET /home')).body.children).toEqual([]);
});

it('gives each role its own home', async () => {
  const { call, timetable, store } = await world([
    aPupil(),
    aStaff(),
    HEAD,
    AED,
    aStaff('NANCY-METZ-22', { posts: [aPost({ functions: ['ETA'] })] }),
  ]);
  await store.putLocalPerson({ ...aStaff('NANCY-METZ-30'), kind: 'operator', source: 'local', operator: true, posts: [] });
  await timetable.putSlots([aSlot('6e A', '08:00'), aSlot('6e A', '16:00')].map((after) => ({ after })));
  expect((await call('1', 'GET /home')).body).toMatchObject({
    role: 'pupil',
    lessons: [{ start: '08:00', teachers: ['Paul Lemoine'] }, {}],
  });
  expect((await call('9', 'GET /home')).body).toMatchObject({
    role: 'teacher',
    lessons: [{ phase: 'over', registerTaken: false }, { phase: 'later' }],
  });
  expect((await call('20', 'GET /home')).body).toMatchObject({ role: 'head', schools: [{ lessonsToday: 2, begun: 1, registersTaken: 0 }] });
  expect((await call('21', 'GET /home')).body.role).toBe('office');
  expect((await call('22', 'GET /home')).body.role).toBe('staff');
  expect((await call('30', 'GET /home')).body.role).toBe('operator');
});

it('shows a pupil’s guardians to the office, never to a guardian, a teacher or another school', async () => {
  const elsewhere = aStaff('NANCY-METZ-23', { posts: [aPost({ schoolId: schoolIdOf('0570002B'), functions: ['DIR'] })] });
  const { call } = await world([...family, HEAD, AED, aStaff(), elsewhere]);
  const read = (as: string) => call(as, 'GET /pupils/{pupilId}', { path: { pupilId: id('1') } });
  expect((await read('21')).body.guardians).toMatchObject([{ email: 'claire.moreau@example.fr' }, { email: 'marc@example.fr' }]);
  for (const as of ['1', '2', '3', '9', '23']) expect((await read(as)).status).toBe(404);
});

it('tells the reader of a pupil’s file what he may decide there', async () => {
  const adult = family.map((record) => (record.place === undefined ? record : { ...record, place: aPlace({ adultOn: '2026-11-01' }) }));
  const [minors, adults] = [await world([...family, HEAD, AED]), await world([...adult, HEAD])];
  const path = { pupilId: id('1') };
  expect((await minors.call('20', 'GET /pupils/{pupilId}', { path })).body).toMatchObject({
    mayDecideRights: true,
    mayRecordObjection: false,
  });
  expect((await minors.call('21', 'GET /pupils/{pupilId}', { path })).body).toMatchObject({ mayDecideRights: false });
  expect((await adults.call('20', 'GET /pupils/{pupilId}', { path })).body).toMatchObject({ mayRecordObjection: true });
});

it('restricts and restores a right on evidence, tells both, and keeps the history', async () => {
  const { call, store, directory } = await world([...family, HEAD, AED]);
  const decide = (as: string, body: object) =>
    call(as, rightsRoute, {
      path: rightsPath,
      body: { informed: false, decides: false, evidence: 'Jugement du 3 novembre', revision: 0, ...body },
    });
  expect((await decide('21', {})).status).toBe(404);
  expect((await decide('20', { evidence: ' ' })).body.code).toBe('directory.evidence-required');
  expect((await decide('20', {})).body.guardians[1]).toMatchObject({
    inForce: { informed: false },
    restriction: { cause: 'school' },
    revision: 1,
  });
  expect((await directory.listRecipients(id('1'))).map((one) => one.email)).toEqual(['claire.moreau@example.fr']);
  expect((await decide('20', {})).body.code).toBe('directory.changed-meanwhile');
  expect((await decide('20', { informed: true, decides: true, evidence: 'Levée', revision: 1 })).body.guardians[1].inForce.informed).toBe(
    true,
  );
  const kept = await store.findRestriction(id('3'), id('1'), 'school');
  expect(kept?.history.map((one) => one.evidence)).toEqual(['Jugement du 3 novembre', 'Levée']);
});

it('writes the event of a decision beside the decision', async () => {
  const { call, table } = await world([...family, HEAD]);
  await call('20', rightsRoute, { path: rightsPath, body: { informed: false, decides: true, evidence: 'Jugement', revision: 0 } });
  const { Item } = await table.client.get({
    TableName: table.name,
    Key: { pk: `PERSON#${id('3')}`, sk: `RESTRICTION#${id('1')}#school` },
  });
  expect(JSON.parse(Item?.['outbox'])).toMatchObject([
    { type: 'directory.guardian-rights-changed', data: { guardianId: id('3'), pupilId: id('1'), informed: false, decides: true } },
  ]);
});

it('honours the objection of an adult pupil, and refuses a minor’s', async () => {
  const adult = family.map((record) => (record.place === undefined ? record : { ...record, place: aPlace({ adultOn: '2026-11-01' }) }));
  const { call, directory } = await world([...adult, HEAD]);
  const put = (as: string, body: object) => call(as, 'PUT /pupils/{pupilId}/objection', { path: { pupilId: id('1') }, body });
  expect((await put('2', { active: true })).status).toBe(404);
  expect((await call('1', 'GET /home')).body.objection).toEqual({ active: false });
  expect((await put('1', { active: true })).body).toMatchObject({ active: true });
  expect((await call('1', 'GET /home')).body.objection).toEqual({ active: true, since: '2026-11-23' });
  expect((await directory.listRecipients(id('1'))).map((one) => one.relationship)).toEqual(['self']);
  expect((await put('20', { active: false })).body.code).toBe('directory.evidence-required');
  expect((await put('20', { active: false, evidence: 'Courrier du 20' })).status).toBe(200);
  expect(await directory.listRecipients(id('1'))).toHaveLength(3);

  const minors = await world([...family, HEAD]);
  expect((await minors.call('1', 'GET /home')).body.objection).toBeUndefined();
  expect(
    (await minors.call('20', 'PUT /pupils/{pupilId}/objection', { path: { pupilId: id('1') }, body: { active: true, evidence: 'x' } })).body
      .code,
  ).toBe('directory.not-adult');
});

it('lists classes and a class’s pupils to the staff of the school only', async () => {
  const elsewhere = aStaff('NANCY-METZ-23', { posts: [aPost({ schoolId: schoolIdOf('0570002B') })] });
  const { call } = await world([...family, aStaff(), elsewhere]);
  const path = { schoolId: aSchool().schoolId, classId: aClass().classId };
  expect((await call('9', 'GET /schools/{schoolId}/classes', { path: { schoolId: path.schoolId } })).body.classes).toHaveLength(1);
  expect((await call('9', 'GET /schools/{schoolId}/classes/{classId}/pupils', { path })).body.pupils).toHaveLength(1);
  for (const as of ['1', '2', '23'])
    expect((await call(as, 'GET /schools/{schoolId}/classes/{classId}/pupils', { path })).status).toBe(404);
});

it('sets one’s own language and keeps the rest', async () => {
  const { call, directory, store } = await world([aGuardian()]);
  await store.setPreference(id('2'), { sessionsValidFrom: 1_700_000_000 });
  await call('2', 'PUT /preferences', { body: { language: 'en' } });
  expect(await directory.findActor(id('2'))).toMatchObject({ language: 'en', sessionsValidFrom: 1_700_000_000 });
});

it('lists the people who vanished to the head, page by page, and survives a forged cursor', async () => {
  const gone = Array.from({ length: 60 }, (_, index) =>
    aPupil(`NANCY-METZ-g${index}`, {
      status: 'detached',
      detachedOn: '2026-11-20',
      erasedAfter: '2027-02-17',
      detachedFrom: aSchool().schoolId,
    }),
  );
  const { call } = await world([...gone, HEAD, AED]);
  const read = (as: string, query: Record<string, string>) =>
    call(as, 'GET /schools/{schoolId}/detached', { path: { schoolId: aSchool().schoolId }, query });
  const first = await read('20', {});
  expect(first.body.people).toHaveLength(50);
  expect((await read('20', { after: first.body.next })).body.people).toHaveLength(10);
  expect((await read('20', { after: 'PERSON#per_other' })).body.people).toHaveLength(50);
  expect((await read('21', {})).status).toBe(404);
});
