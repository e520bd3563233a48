import { expect, it } from 'vitest';
import type { PupilDay } from '@preau/shared/attendance/schema.ts';
import { attendanceTable } from '@preau/shared/attendance/table.ts';
import { anActor as actorWith } from '@preau/shared/directory/actors.testing.ts';
import type { Actor, Child, Pupil } from '@preau/shared/directory/schema.ts';
import { settingsOf } from '@preau/shared/directory/settings.ts';
import { paragraphOf } from '@preau/shared/homework/content.ts';
import { homeworkIdOf } from '@preau/shared/homework/homework-id.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import { homeworkTable } from '@preau/shared/homework/table.ts';
import { AbsenceId, ClassId, PersonId, SchoolId, SlotId } from '@preau/shared/kernel/ids.ts';
import { addDays, instantOf, weekdayOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { LessonRecord } from '@preau/shared/notebook/schema.ts';
import { notebookTable } from '@preau/shared/notebook/table.ts';
import { lessonIdOf } from '@preau/shared/timetable/rules.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import { timetableTable } from '@preau/shared/timetable/table.ts';
import { attendanceReads } from '../attendance/reads.ts';
import { attendanceStore } from '../attendance/store.ts';
import { notebookReads } from '../notebook/reads.ts';
import { notebookStore } from '../notebook/store.ts';
import { apiHandler } from '../runtime/api.ts';
import { tableStore } from '../runtime/entity.ts';
import { freshTable } from '../testing/tables.ts';
import { readsOf } from '../timetable/reads.ts';
import { timetableStore } from '../timetable/store.ts';
import { handInStore } from './hand-in-store.ts';
import { operations } from './operations.ts';
import type { HomeworkServices } from './services.ts';
import { homeworkStore } from './store.ts';

const SCHOOL = SchoolId.parse('sch_collegecollegecolle');
const CLASS = ClassId.parse('cls_troisiemetroisiemea');
const person = (name: string): PersonId => PersonId.parse(`per_${name.padEnd(20, '0')}`);
/** Absent Monday and Tuesday, back on Wednesday. */
const MONDAY = '2026-11-16';
const TUESDAY = '2026-11-17';
const WEDNESDAY = '2026-11-18';
const SUBJECTS = ['Français', 'Mathématiques', 'Anglais', 'Histoire', 'SVT'];
const HOURS = ['08:00', '09:00', '10:00', '11:00', '14:00'];
const ENDS = ['09:00', '10:00', '11:00', '12:00', '15:00'];

/** Five subjects on Mondays, Tuesdays, Thursdays and Fridays; on Wednesdays no mathematics. */
const slotOf = (weekday: number, index: number): Slot => ({
  slotId: SlotId.parse(`slo_day${weekday}lesson${index}xxxxxxx`),
  schoolId: SCHOOL,
  weekday,
  start: HOURS[index] ?? '08:00',
  end: ENDS[index] ?? '09:00',
  from: '2026-09-01',
  until: '2027-07-02',
  except: [],
  subject: SUBJECTS[index] ?? '',
  teachers: [{ personId: person('schmitt'), name: 'Mme Schmitt' }],
  classes: [{ classId: CLASS, name: '3A' }],
  groups: [],
});
const slots = [1, 2, 3, 4, 5].flatMap((weekday) =>
  SUBJECTS.flatMap((_, index) => (weekday === 3 && index !== 0 ? [] : [slotOf(weekday, index)])),
);
const lessonIdAt = (date: LocalDate, index: number) => lessonIdOf(slotOf(weekdayOf(date), index).slotId, date);

const absentDay = (date: LocalDate, missed: readonly number[]): PupilDay => ({
  absenceId: AbsenceId.parse(`abs_lea-${date}`),
  pupilId: person('lea'),
  firstName: 'Léa',
  lastName: 'Keller',
  schoolId: SCHOOL,
  classId: CLASS,
  date,
  observations: Object.fromEntries(
    missed.map((index) => {
      const lessonId = lessonIdAt(date, index);
      const { start, end, subject } = slotOf(1, index);
      return [lessonId, { lessonId, start, end, subject, version: 1, kind: 'absent' as const }];
    }),
  ),
  declarations: [],
  justifications: [],
  status: 'toJustify',
  revision: 1,
});

const recordOf = (date: LocalDate, index: number): LessonRecord => ({
  recordId: lessonIdAt(date, index),
  schoolId: SCHOOL,
  date,
  start: HOURS[index] ?? '08:00',
  end: ENDS[index] ?? '09:00',
  subject: SUBJECTS[index] ?? '',
  classes: [{ classId: CLASS, name: '3A' }],
  groups: [],
  teachers: [{ personId: person('schmitt'), name: 'Mme Schmitt' }],
  title: 'La proposition relative',
  sections: { content: paragraphOf(`Leçon du ${date} : ${'ce qui a été fait en classe, '.repeat(12)}`) },
  files: [],
  links: [],
  publication: 'now',
  publishedAt: instantOf(date, '17:00'),
  addenda: [],
  revision: 1,
  writtenBy: { personId: person('schmitt'), name: 'Mme Schmitt' },
  writtenAt: instantOf(date, '16:00'),
  version: 1,
});

const workOf = (givenOn: LocalDate, dueOn: LocalDate, index: number): Homework => ({
  homeworkId: homeworkIdOf({ classId: CLASS, firstDueOn: dueOn, key: `k${index}${givenOn.replaceAll('-', '')}` }),
  schoolId: SCHOOL,
  audience: { kind: 'class', classId: CLASS },
  to: '3A',
  subject: SUBJECTS[index] ?? '',
  teachers: [{ personId: person('schmitt'), name: 'Mme Schmitt' }],
  kind: 'do',
  minutes: 20,
  givenOn,
  dueOn,
  publishedAt: instantOf(givenOn, '17:00'),
  revision: 1,
  content: { kind: 'whole', body: paragraphOf('Exercices 12 et 14 page 87, à rédiger dans le cahier.'), links: [], files: [] },
});

const child = (relationship: Child['relationship'], informed: boolean): Child => ({
  pupilId: person('lea'),
  firstName: 'Léa',
  lastName: 'Keller',
  schoolId: SCHOOL,
  schoolName: 'Collège',
  classId: CLASS,
  className: '3A',
  groupIds: [],
  relationship,
  rights: { informed, decides: false, contact: true, payer: false },
});
const anActor = (name: string, change: Partial<Actor>): Actor =>
  actorWith({ personId: person(name), kind: 'guardian', firstName: name, lastName: 'Keller', ...change });
const TEACHER = anActor('schmitt', {
  kind: 'staff',
  posts: [{ schoolId: SCHOOL, schoolName: 'Collège', functions: ['ENS'], classIds: [CLASS], groupIds: [], principalOf: [] }],
});
const ACTORS = [
  anActor('lea', { kind: 'pupil', self: child('self', true) }),
  anActor('mother', { children: [child('mother', true)] }),
  anActor('uncle', { children: [child('family', false)] }),
  TEACHER,
];
const LEA: Pupil = { ...child('self', true), active: true, guardians: [] };

const dueOnPutOff = workOf('2026-11-12', MONDAY, 1);
const givenThen = workOf(MONDAY, '2026-11-20', 2);
const givenForHerReturn = workOf(TUESDAY, WEDNESDAY, 0);

const aWorld = async (days: readonly PupilDay[], now = instantOf(WEDNESDAY, '18:00')) => {
  const tables = await Promise.all([attendanceTable, timetableTable, notebookTable, homeworkTable].map(freshTable));
  const [attendanceAt, timetableAt, notebookAt, homeworkAt] = tables;
  if (!attendanceAt || !timetableAt || !notebookAt || !homeworkAt) throw new Error('A table is missing');
  const attendance = attendanceStore(tableStore(attendanceTable, attendanceAt.name, attendanceAt.client));
  const timetable = timetableStore(tableStore(timetableTable, timetableAt.name, timetableAt.client));
  const notebook = notebookStore(tableStore(notebookTable, notebookAt.name, notebookAt.client));
  const store = homeworkStore(tableStore(homeworkTable, homeworkAt.name, homeworkAt.client));
  await timetable.putSlots(slots.map((slot) => ({ after: slot })));
  for (const day of days) await attendance.putDay(day, undefined, []);
  for (const date of [MONDAY, TUESDAY]) for (const index of [0, 1, 2, 3, 4]) await notebook.putRecord(recordOf(date, index), undefined);
  // A busy class: two more pieces of work for each day of two weeks.
  const weeks = Array.from({ length: 14 }, (_, index) => addDays(MONDAY, index)).filter((date) => weekdayOf(date) < 6);
  const others = weeks.flatMap((date) => [3, 4].map((index) => workOf('2026-11-13', date, index)));
  for (const work of [dueOnPutOff, givenThen, givenForHerReturn, ...others]) await store.add(work);
  const services: HomeworkServices = {
    now: () => now,
    findActor: async (personId) => ACTORS.find((actor) => actor.personId === personId),
    directory: {
      findActor: async () => undefined,
      findPupil: async (pupilId) => (pupilId === LEA.pupilId ? LEA : undefined),
      findGroup: async () => undefined,
      listRoster: async () => [],
      listClasses: async () => [],
      findClass: async () => undefined,
      listGroups: async () => [],
      findSchoolSettings: async () => settingsOf(undefined, { uai: '0540001A', zone: 'Europe/Paris' }, WEDNESDAY),
    },
    timetable: readsOf(timetable),
    files: { listFiles: async () => [], downloadLink: async () => undefined, archiveLink: async () => ({ location: '', left: 0 }) },
    attendance: attendanceReads(attendance),
    notebook: notebookReads(notebook),
    store,
    handIns: handInStore(tableStore(homeworkTable, homeworkAt.name, homeworkAt.client)),
  };
  const handler = apiHandler(operations, services, services.findActor);
  const send = async (who: string, routeKey: string, pathParameters: Record<string, string>, body?: unknown) => {
    const answer = await handler(
      {
        routeKey,
        rawPath: '/',
        headers: { 'content-type': 'application/json' },
        pathParameters,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        requestContext: {
          requestId: 'corr-test',
          http: { method: routeKey.split(' ')[0] ?? 'GET', path: '/' },
          authorizer: { jwt: { claims: { username: person(who), auth_time: '1800000000', token_use: 'access' } } },
        },
      },
      {} as never,
    );
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  };
  for (const table of tables) table.meter.reset();
  return {
    read: (who = 'lea') => send(who, 'GET /pupils/{pupilId}/catch-up', { pupilId: person('lea') }),
    week: (who = 'lea') => send(who, 'GET /homework', {}),
    away: (work: Homework, who = 'schmitt') => send(who, 'GET /homework/{homeworkId}/deadlines', { homeworkId: work.homeworkId }),
    decide: (work: Homework, dueOn: LocalDate, who = 'schmitt') =>
      send(who, 'PUT /homework/{homeworkId}/deadlines/{pupilId}', { homeworkId: work.homeworkId, pupilId: person('lea') }, { dueOn }),
    rru: () => tables.reduce((sum, table) => sum + table.meter.units().rru, 0),
  };
};

const TWO_DAYS = [absentDay(MONDAY, [0, 1, 2, 3, 4]), absentDay(TUESDAY, [0, 1, 2, 3, 4])];
const workIn = (body: { pack: { works: { homeworkId: string }[] } }, work: Homework) =>
  body.pack.works.find(({ homeworkId }) => homeworkId === work.homeworkId);

it('gathers two days away for at most 6.5 read units: lessons, contents and work, each with its date', async () => {
  const world = await aWorld(TWO_DAYS);
  const { body } = await world.read();
  expect(world.rru()).toBeLessThanOrEqual(6.5);
  expect(body.absences).toEqual([{ from: MONDAY, until: TUESDAY }]);
  expect(body.pack.backOn).toBe(WEDNESDAY);
  expect(body.pack.lessons).toHaveLength(10);
  expect(body.pack.lessons[0]).toMatchObject({ date: MONDAY, subject: 'Français', shown: { title: 'La proposition relative' } });
  // Mathematics comes back on Thursday only; what is due on Friday keeps its date.
  expect(workIn(body, dueOnPutOff)).toMatchObject({ dueOn: MONDAY, deadline: { is: 'proposed', dueOn: '2026-11-19' } });
  expect(workIn(body, givenThen)).toMatchObject({ dueOn: '2026-11-20', deadline: { is: 'kept' } });
  expect(workIn(body, givenForHerReturn)).toMatchObject({ deadline: { is: 'proposed', dueOn: '2026-11-19' } });
});

it('keeps nothing of the lessons that she attended that day', async () => {
  const world = await aWorld([absentDay(MONDAY, [0])]);
  const { body } = await world.read();
  expect(body.pack.lessons.map((lesson: { subject: string }) => lesson.subject)).toEqual(['Français']);
  expect(body.pack.backOn).toBe(MONDAY);
  expect(workIn(body, dueOnPutOff)).toBeUndefined();
});

it('is read by the pupil and an informed guardian, and answers nothing when nothing was missed', async () => {
  const world = await aWorld(TWO_DAYS);
  expect((await world.read('mother')).status).toBe(200);
  expect((await world.read('uncle')).status).toBe(404);
  expect((await world.read('schmitt')).status).toBe(404);
  const { body } = await (await aWorld([])).read();
  expect(body).toMatchObject({ absences: [] });
  expect(body.pack).toBeUndefined();
});

it('gives one pupil the date that her teacher accepts: in her week, not in the pack as a wish', async () => {
  const world = await aWorld(TWO_DAYS);
  const { body: before } = await world.away(dueOnPutOff);
  expect(before.pupils).toEqual([
    { pupilId: person('lea'), name: 'Keller Léa', from: MONDAY, until: TUESDAY, backOn: WEDNESDAY, proposed: '2026-11-19' },
  ]);
  expect((await world.decide(dueOnPutOff, '2026-11-19')).status).toBe(200);
  expect((await world.away(dueOnPutOff)).body.pupils[0]).toMatchObject({ decided: '2026-11-19' });
  const { body: pack } = await world.read();
  expect(workIn(pack, dueOnPutOff)).toMatchObject({ dueOn: '2026-11-19', dueOnOfOthers: MONDAY, deadline: { is: 'decided' } });
  const { body: week } = await world.week();
  expect(workIn({ pack: { works: week.pupils[0].rows } }, dueOnPutOff)).toMatchObject({ dueOn: '2026-11-19' });
});

it('refuses a date in the past or on a closed day, and whoever does not give that work', async () => {
  const world = await aWorld(TWO_DAYS);
  expect((await world.decide(dueOnPutOff, MONDAY)).status).toBe(422);
  expect((await world.decide(dueOnPutOff, '2026-11-22')).status).toBe(422);
  expect((await world.decide(dueOnPutOff, '2026-11-19', 'lea')).status).toBe(404);
  expect((await world.away(dueOnPutOff, 'mother')).status).toBe(404);
});
