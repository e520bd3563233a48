import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import { attendanceTable } from '@preau/shared/attendance/table.ts';
import { addSeconds, localDateOf } from '@preau/shared/kernel/school-time.ts';
import { currentLesson } from '@preau/shared/timetable/rules.ts';
import { notebookTable } from '@preau/shared/notebook/table.ts';
import { homeworkTable } from '@preau/shared/homework/table.ts';
import { timetableTable } from '@preau/shared/timetable/table.ts';
import { serviceOf } from '../../functions/assessment/service-of.ts';
import { rebuildResults } from '../../functions/assessment/rebuild-results.ts';
import { assessmentStores } from '../../functions/assessment/stores.ts';
import { attendanceStore } from '../../functions/attendance/store.ts';
import { handInStore } from '../../functions/homework/hand-in-store.ts';
import { homeworkStore } from '../../functions/homework/store.ts';
import { importWorld } from '../../functions/imports/testing/world.ts';
import type { StoredImport } from '../../functions/imports/store.ts';
import { notebookReads } from '../../functions/notebook/reads.ts';
import { notebookStore } from '../../functions/notebook/store.ts';
import { tableStore } from '../../functions/runtime/entity.ts';
import { scratchFolder } from '../../functions/testing/scratch-folder.ts';
import { freshTable } from '../../functions/testing/tables.ts';
import { lessonsImportDoor } from '../../functions/timetable/import-door.ts';
import { timetableReads } from '../../functions/timetable/reads.ts';
import { mailOfRole, ROLES } from './case-staff.ts';
import { KEYS } from './cases.ts';
import { generateDemo } from './generate.ts';
import { writeLocalDecisions } from './local-decisions.ts';
import { demoPersonId, writePastAttendance } from './past-attendance.ts';
import { mailOfVisitor, VISITORS, writeVisitors } from './visitors.ts';
import { writePastHandIns } from './past-hand-ins.ts';
import { writePastMarks } from './past-marks.ts';
import { writePastNotebook } from './past-notebook.ts';
import { writeZip } from './zip.ts';
import { seedOfRun } from '@preau/shared/kernel/seed.testing.ts';

/** A Sunday, half past seven in Paris. */
const NOW = '2026-11-22T06:30:00.000Z';
const TODAY = localDateOf(NOW);
const SEED = seedOfRun(1);

/** The demonstration imported by the real import, as at a start. */
const started = async () => {
  const tables = [timetableTable, attendanceTable, notebookTable, assessmentTable, homeworkTable];
  const [timetable, attendance, notebook, assessment, works] = await Promise.all(tables.map(freshTable));
  if (timetable === undefined || attendance === undefined || notebook === undefined || assessment === undefined || works === undefined)
    throw new Error('No table');
  const world = await importWorld({ now: () => NOW, timetable: lessonsImportDoor(timetable.name, timetable.client) });
  const folder = scratchFolder();
  const importAt = async (path: string, kind: 'aaf' | 'lessons'): Promise<StoredImport> =>
    world.ask(await world.ask(await world.addArchive(path, kind), 'plan'), 'apply');
  const importAll = async (now = NOW) => {
    const demo = generateDemo({ seed: SEED, today: TODAY, now, pupils: 400 });
    const zip = join(folder, demo.aaf.fileName);
    await writeZip(zip, demo.aaf.members());
    const aaf = await importAt(zip, 'aaf');
    const lessons: StoredImport[] = [];
    for (const file of demo.lessons) {
      await writeFile(join(folder, file.fileName), file.bytes);
      lessons.push(await importAt(join(folder, file.fileName), 'lessons'));
    }
    return { demo, aaf, lessons };
  };
  const reads = timetableReads(tableStore(timetableTable, timetable.name, timetable.client));
  const store = attendanceStore(tableStore(attendanceTable, attendance.name, attendance.client));
  const records = notebookStore(tableStore(notebookTable, notebook.name, notebook.client));
  const first = await importAll();
  await writeLocalDecisions(world.store);
  await writeVisitors(world.store, TODAY);
  await writeVisitors(world.store, TODAY);
  // The schools where somebody whom the test looks at goes.
  const main = { ...first.demo.main, schools: first.demo.main.schools.slice(0, 2) };
  const past = (days: number) =>
    writePastAttendance({
      main,
      seed: SEED,
      today: TODAY,
      days,
      speakers: world.reads,
      services: { now: () => NOW, store, directory: world.reads, timetable: reads },
    });
  const written = () => writePastNotebook({ main, seed: SEED, today: TODAY, store: records, timetable: reads });
  const stores = assessmentStores(tableStore(assessmentTable, assessment.name, assessment.client));
  const marks = stores.store;
  const rebuild = rebuildResults({ now: () => NOW, ...stores, directory: world.reads, timetable: reads });
  const marked = () =>
    writePastMarks({
      main,
      seed: SEED,
      now: NOW,
      today: TODAY,
      store: marks,
      people: world.reads,
      timetable: reads,
      rebuild,
      rebuildClass: rebuild,
    });
  const homework = homeworkStore(tableStore(homeworkTable, works.name, works.client));
  const handIns = handInStore(tableStore(homeworkTable, works.name, works.client));
  const handedIn = () =>
    writePastHandIns({ main, seed: SEED, today: TODAY, store: homework, handIns, people: world.reads, timetable: reads });
  return {
    homework,
    handIns,
    handedIn,
    world,
    importAll,
    reads,
    store,
    past,
    written,
    marks,
    marked,
    records: notebookReads(records),
    ...first,
  };
};

let academy: Awaited<ReturnType<typeof started>>;
beforeAll(async () => {
  academy = await started();
}, 120_000);

const actor = (key: string) => academy.world.reads.findActor(demoPersonId(key));

it('comes in by the real import, with the anomalies that it contains and no other', async () => {
  const { aaf, demo, world } = academy;
  expect(aaf).toMatchObject({ status: 'applied' });
  expect(aaf.plan?.kinds.map((kind) => [kind.kind, kind.added])).toContainEqual(['pupil', demo.main.pupils.length]);
  expect([...new Set((await world.anomaliesOf(aaf)).map((anomaly) => anomaly.code))].toSorted()).toEqual([
    'attribute-unknown',
    'guardian-missing',
    'link-broken',
    'link-twice',
  ]);
});

it('brings every lesson in without a single anomaly', () => {
  expect(academy.lessons.map((lessons) => [lessons.status, lessons.anomalyCount])).toEqual([
    ['applied', 0],
    ['applied', 0],
    ['applied', 0],
  ]);
});

it('changes nothing when it is started again on the same data', async () => {
  const again = await academy.importAll(addSeconds(NOW, 30));
  expect([again.aaf.status, again.aaf.written]).toEqual(['applied', 0]);
  expect(again.lessons.map((lessons) => lessons.written)).toEqual([0, 0, 0]);
}, 120_000);

it('gives each parent his children and rights', async () => {
  expect((await actor(KEYS.camille))?.children.map((child) => [child.firstName, child.className, child.rights.decides])).toEqual([
    ['Léa', '4B', true],
    ['Tom', '22', true],
  ]);
  expect((await actor(KEYS.karim))?.children.map((child) => child.rights.informed)).toEqual([true]);
  expect((await actor(KEYS.cecile))?.children.map((child) => child.rights.decides)).toEqual([true]);
  for (const mereContact of [KEYS.odile, KEYS.yann, KEYS.eric]) expect(await actor(mereContact), mereContact).toBeUndefined();
});

it('knows the adult pupil, the pupil without class, and the names that the feed escaped', async () => {
  expect((await actor(KEYS.sacha))?.self?.rights.decides).toBe(true);
  expect((await actor(KEYS.aminata))?.self?.classId).toBeUndefined();
  expect((await actor(KEYS.elena))?.lastName.toLowerCase()).toBe("d'angelo");
});

it('has a lesson under way for its teachers on a Sunday, and an operator', async () => {
  const [teacher] = await academy.world.reads.findStaffByMail(mailOfRole(ROLES.teacher));
  if (teacher === undefined) throw new Error('No teacher');
  const lessons = await academy.reads.listLessonsOfTeacher(teacher.personId, TODAY);
  expect(lessons).toHaveLength(3);
  expect(currentLesson(lessons, NOW)).toBeDefined();
  const [both] = await academy.world.reads.findStaffByMail(mailOfRole(ROLES.twoSchools));
  expect((await academy.world.reads.findActor(both?.personId ?? ''))?.posts).toHaveLength(2);
});

it('has an AESH, an inspector and a substitute, each with the one access that the head gave', async () => {
  const held = await Promise.all(
    (['aesh', 'inspector', 'substitute'] as const).map(async (who) => {
      const [visitor, ...others] = await academy.world.reads.findStaffByMail(mailOfVisitor(who));
      expect([visitor?.firstName, others], who).toEqual([VISITORS[who].firstName, []]);
      return (await academy.world.reads.findActor(visitor?.personId ?? ''))?.grants ?? [];
    }),
  );
  expect(held.map((grants) => grants.map((grant) => grant.kind))).toEqual([['aesh'], ['inspector'], ['substitute']]);
  const substitute = held[2]?.[0];
  expect(substitute?.kind === 'substitute' ? substitute.classIds.length : 0).toBeGreaterThan(1);
});

it('has weeks of roll calls, absences and answers in every state, written once', async () => {
  const written = await academy.past(8);
  expect(written.registers).toBeGreaterThan(800);
  expect(written.absences).toBeGreaterThan(30);
  expect(written.justifications).toBeGreaterThan(8);
  const days = await academy.store.listDays(demoPersonId(KEYS.lea), '2026-09-01', TODAY);
  expect(days.map((day) => day.status)).toEqual(['toJustify', expect.any(String), 'toDecide', 'justified', 'refused']);
  expect((await academy.store.listOpenDays(demoPersonId(KEYS.camille))).map((row) => row.firstName).toSorted()).toEqual(
    expect.arrayContaining(['Léa', 'Tom']),
  );
  await academy.past(3);
  expect(await academy.store.listDays(demoPersonId(KEYS.lea), '2026-09-01', TODAY)).toEqual(days);
}, 120_000);

it('has the contents of past lessons, written once, which a pupil who was away finds again', async () => {
  expect((await academy.written()).records).toBeGreaterThan(800);
  expect((await academy.written()).records).toBe(0);
  const lea = (await actor(KEYS.lea))?.self;
  if (lea?.classId === undefined) throw new Error('No class');
  const contents = await academy.records.listForPupil({ classId: lea.classId, groupIds: lea.groupIds }, '2026-11-16', TODAY, NOW);
  expect(contents.length).toBeGreaterThan(12);
  expect(contents.every(({ shown }) => shown.title !== '' && shown.sections.content !== undefined)).toBe(true);
}, 120_000);

it('has a questionnaire that is over and copies to correct, handed in once', async () => {
  expect((await academy.handedIn()).handIns).toBeGreaterThan(15);
  expect((await academy.handedIn()).handIns).toBe(0);
  const lea = (await actor(KEYS.lea))?.self;
  if (lea?.classId === undefined) throw new Error('No class');
  const works = (await academy.homework.listOfClass(lea.classId, '2026-11-01', TODAY)).filter(({ kind }) => kind === 'handIn');
  const lists = await Promise.all(works.map(({ homeworkId }) => academy.handIns.listHandIns(homeworkId)));
  expect(lists.filter(({ plan }) => plan?.hasAssessment === true)).toHaveLength(1);
  expect(lists).toHaveLength(2);
  const scores = lists
    .flatMap(({ rows }) => rows.map((row) => ('score' in row ? row.score : undefined)))
    .filter((score) => score !== undefined);
  expect(new Set(scores).size).toBeGreaterThan(2);
  expect(works.every(({ dueOn }) => dueOn < TODAY)).toBe(true);
}, 120_000);

it('has a term of marks, written once, with the cases that a school meets', async () => {
  expect((await academy.marked()).evaluations).toBeGreaterThan(800);
  expect((await academy.marked()).evaluations).toBe(0);
  const evaluationsOf = async (key: string) => {
    const pupil = (await actor(key))?.self;
    if (pupil?.classId === undefined) throw new Error('No class');
    const services = (await academy.reads.listServicesOfClass(pupil.classId, TODAY)).flatMap((taught) => serviceOf(taught) ?? []);
    const own = services.filter(({ groupId }) => groupId === undefined || pupil.groupIds.includes(groupId));
    return (await Promise.all(own.map(({ serviceId }) => academy.marks.listEvaluations(serviceId, '2026-T1')))).flat();
  };
  const lea = await evaluationsOf(KEYS.lea);
  expect(new Set(lea.map(({ terms }) => terms.counting))).toEqual(new Set(['compulsory', 'optional', 'bonus']));
  const given = lea.flatMap(({ cells }) => Object.values(cells).map((cell) => cell.given));
  expect(given.some((one) => one !== undefined && 'none' in one)).toBe(true);
  const isOnlyForPupils = lea.filter(({ publication }) => publication && publication.pupilFrom <= NOW && NOW < publication.guardianFrom);
  expect(isOnlyForPupils.length).toBeGreaterThan(0);
  const left = lea.filter(({ cells }) => demoPersonId('3000090') in cells);
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(lea.length);
  const minh = await evaluationsOf(KEYS.minh);
  const before = minh.filter(({ cells }) => !(demoPersonId(KEYS.minh) in cells));
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(minh.length);
}, 120_000);
