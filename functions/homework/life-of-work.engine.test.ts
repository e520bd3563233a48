import { describe, expect, it } from 'vitest';
import { homeworkTable } from '@preau/shared/homework/table.ts';
import type { HomeworkId } from '@preau/shared/kernel/ids.ts';
import type { LessonChange } from '@preau/shared/timetable/schema.ts';
import { freshTable } from '../testing/tables.ts';
import { followGroup } from './follow-group.ts';
import { followLesson } from './follow-lesson.ts';
import {
  asPupil,
  at,
  CLASS_A,
  CLASS_B,
  granted,
  GROUP,
  LEA,
  lessonId,
  MULLER,
  parentOf,
  person,
  SCHMITT,
  SCHOOL,
  serving,
  text,
  work,
  worldOn,
  ZOE,
} from './world.testing.ts';

const aWorld = async () => worldOn(await freshTable(homeworkTable));
type World = Awaited<ReturnType<typeof aWorld>>;
type Given = Awaited<ReturnType<World['give']>>;

const rest = (change: Record<string, unknown> = {}) => {
  const { audience: _audience, requestId: _request, ...body } = work(change);
  return body;
};
const changeIt = (world: World, given: Given, change: Record<string, unknown>, actor = SCHMITT) =>
  world.call(actor, 'changeWork', {
    path: { homeworkId: given.body.row.homeworkId },
    body: { ...rest(), revision: given.body.row.revision, ...change },
  });

describe('changing', () => {
  it('is seen at once, said to have changed, and refused over a version that was not read', async () => {
    const world = await aWorld();
    const given = await world.give();
    const changed = await changeIt(world, given, { minutes: 30 });
    expect(changed.body.row).toMatchObject({ minutes: 30, revision: 2, changedAt: at('08:20') });
    expect((await changeIt(world, given, { minutes: 35 })).body.code).toBe('homework.changed-meanwhile');
    expect((await changeIt(world, given, { minutes: 30 })).body.row).toMatchObject({ revision: 2 });
  });

  it('lets one of two changes at once through, and loses none in silence', async () => {
    const world = await aWorld();
    const given = await world.give();
    const answers = await Promise.all([25, 30, 35].map((minutes) => changeIt(world, given, { minutes })));
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it('never makes a draft again of what families saw', async () => {
    const world = await aWorld();
    const given = await world.give();
    expect((await changeIt(world, given, { as: 'draft' })).body.code).toBe('homework.already-published');
  });

  it('keeps a long text whole, its beginning in the list', async () => {
    const world = await aWorld();
    const long = 'Lire le chapitre et répondre aux questions. '.repeat(60).trim();
    const given = await world.give({ body: text(long) });
    const { homeworkId } = given.body.row;
    expect(given.body.row.content).toMatchObject({ kind: 'beginning', text: expect.stringMatching(/^Lire .{1,236}$/) });
    const read = await world.call(asPupil(LEA), 'readWork', { path: { homeworkId } });
    expect(read.body.row.content).toMatchObject({ kind: 'whole', body: text(long) });
    await changeIt(world, given, { body: text(`${long} Fin.`) });
    const again = await world.call(asPupil(LEA), 'readWork', { path: { homeworkId } });
    expect(again.body.row.content).toMatchObject({ kind: 'whole', body: text(`${long} Fin.`) });
  });
});

describe('a pupil’s mark', () => {
  const mark = (world: World, homeworkId: HomeworkId, done: boolean, actor = asPupil(LEA)) =>
    world.call(actor, 'markDone', { path: { homeworkId }, body: { done } });
  const seenBy = async (world: World, actor = parentOf(LEA)) =>
    (await world.call(actor, 'listDue', { query: { from: '2026-11-23', until: '2026-12-31' } })).body.pupils[0];

  it('is made, seen by his parents who cannot make it, undone, and survives a change of date', async () => {
    const world = await aWorld();
    const given = await world.give();
    const { homeworkId } = given.body.row;
    await mark(world, homeworkId, true);
    await mark(world, homeworkId, true);
    expect(await seenBy(world)).toMatchObject({ done: 1, total: 1 });
    expect((await mark(world, homeworkId, false, parentOf(LEA))).status).toBe(404);
    await changeIt(world, given, { due: { kind: 'date', date: '2026-12-10' } });
    expect(await seenBy(world)).toMatchObject({ done: 1, total: 1, rows: [{ dueOn: '2026-12-10', done: true }] });
    await mark(world, homeworkId, false);
    expect(await seenBy(world)).toMatchObject({ done: 0, total: 1 });
  });
});

describe('taking back', () => {
  it('hides it from families at once, and restores it as it was', async () => {
    const world = await aWorld();
    const { homeworkId } = (await world.give()).body.row;
    const path = { homeworkId };
    expect((await world.call(SCHMITT, 'withdrawWork', { path })).body.row.status).toBe('withdrawn');
    expect((await world.call(SCHMITT, 'withdrawWork', { path })).status).toBe(200);
    expect(await world.due(asPupil(LEA), LEA)).toEqual([]);
    expect((await world.call(serving('head', 'DIR'), 'readWork', { path })).status).toBe(404);
    await world.call(SCHMITT, 'restoreWork', { path });
    expect(await world.due(asPupil(LEA), LEA)).toEqual([homeworkId]);
  });
});

describe('copying', () => {
  it('gives the same work to another class at its own date, all or none', async () => {
    const world = await aWorld();
    const { homeworkId } = (await world.give()).body.row;
    const target = (date: string) => ({
      audience: { kind: 'class', classId: CLASS_B },
      due: { kind: 'lesson', lessonId: lessonId('tuesdayB', date) },
    });
    const ask = (...to: unknown[]) =>
      world.call(SCHMITT, 'copyWork', { path: { homeworkId }, body: { to, as: 'publish', requestId: 'copy-00001' } });
    expect((await ask(target('2026-12-01'), target('2026-12-02'))).body).toMatchObject({
      code: 'homework.lesson-unknown',
      details: { index: 1 },
    });
    expect(await world.due(asPupil(ZOE), ZOE)).toEqual([]);
    const copied = await ask(target('2026-12-01'));
    await ask(target('2026-12-01'));
    expect(copied.body.rows).toMatchObject([{ to: '3B', dueOn: '2026-12-01', minutes: 20 }]);
    expect(await world.due(asPupil(ZOE), ZOE)).toHaveLength(1);
  });
});

describe('who shares it', () => {
  const dated = { schoolId: SCHOOL, from: '2026-11-02', until: '2026-11-30' } as const;

  it('is also the co-teacher’s of its lesson, and the substitute’s while he stands in', async () => {
    const world = await aWorld();
    const given = await world.give();
    expect(given.body.row.teachers).toEqual(['schmitt Keller', 'M. Muller']);
    expect((await changeIt(world, given, { minutes: 25 }, MULLER)).body.row).toMatchObject({ minutes: 25 });
    const substitute = granted('substitute', {
      kind: 'substitute',
      ...dated,
      forTeacherId: person('schmitt'),
      classIds: [CLASS_A],
      groupIds: [],
    });
    const read = await world.call(substitute, 'readWork', { path: { homeworkId: given.body.row.homeworkId } });
    expect(read.body).toMatchObject({ as: 'staff', row: { mine: true } });
    const own = await world.give({ due: { kind: 'date', date: '2026-12-04' }, subject: 'Français', requestId: 'request-0009' }, substitute);
    expect(own.body.row.teachers).toEqual(['substitute Keller', 'schmitt Keller']);
    const list = await world.call(SCHMITT, 'listGiven', { path: { teacherId: SCHMITT.personId } });
    expect(list.body.rows).toHaveLength(2);
  });

  it('is read by the AESH of a pupil and by the inspector of its teacher, and changed by neither', async () => {
    const world = await aWorld();
    const given = await world.give();
    const { homeworkId } = given.body.row;
    const aesh = granted('aesh', { kind: 'aesh', ...dated, pupilId: LEA.pupilId });
    const inspector = granted('inspector', { kind: 'inspector', ...dated, teacherId: person('schmitt') });
    expect(await world.due(aesh, LEA)).toEqual([homeworkId]);
    for (const actor of [aesh, inspector]) {
      expect((await world.call(actor, 'readWork', { path: { homeworkId } })).status).toBe(200);
      expect((await changeIt(world, given, {}, actor)).status).toBe(404);
    }
  });
});

describe('following its lesson', () => {
  const THURSDAY = lessonId('thursdayA', '2026-11-26');
  const previous = { date: '2026-11-26', start: '10:00', end: '18:00', subject: 'Français', teachers: [] };
  const change = (kind: LessonChange['kind']): LessonChange => ({ kind, since: at('08:20'), previous });
  const state = (date: string, held = true) => ({ ...previous, date, held });
  const said = (before: string, after: string) => ({
    lessonId: THURSDAY,
    schoolId: SCHOOL,
    kind: 'moved' as const,
    before: state(before),
    after: state(after),
  });

  it('moves with it, twice, late and out of order, keeping its name and marks', async () => {
    const world = await aWorld();
    const { homeworkId } = (await world.give()).body.row;
    world.changes.set(THURSDAY, { lesson: { date: '2026-12-01' }, change: change('moved') });
    await followLesson(world.services)(said('2026-11-26', '2026-11-30'));
    await followLesson(world.services)(said('2026-11-30', '2026-12-01'));
    await followLesson(world.services)(said('2026-11-26', '2026-11-30'));
    const [moved] = await world.store.listOfClass(CLASS_A, '2026-12-01', '2026-12-01');
    expect(moved).toMatchObject({ homeworkId, dueOn: '2026-12-01', revision: 2, notice: { kind: 'moved', previousDueOn: '2026-11-26' } });
    expect(await world.due(asPupil(LEA), LEA)).toEqual([homeworkId]);
    world.changes.delete(THURSDAY);
    await followLesson(world.services)(said('2026-12-01', '2026-11-26'));
    const [back] = await world.store.listOfClass(CLASS_A, '2026-11-26', '2026-11-26');
    expect(back).toMatchObject({ homeworkId, dueOn: '2026-11-26' });
    expect(back).not.toHaveProperty('notice');
    expect(await world.due(asPupil(LEA), LEA)).toEqual([homeworkId]);
  });

  it('stays and is flagged when it is cancelled, until a teacher sets another date', async () => {
    const world = await aWorld();
    const given = await world.give();
    world.changes.set(THURSDAY, { lesson: {}, change: change('cancelled') });
    await followLesson(world.services)({ ...said('2026-11-26', '2026-11-26'), kind: 'cancelled' });
    const seen = await world.call(asPupil(LEA), 'readWork', { path: { homeworkId: given.body.row.homeworkId } });
    expect(seen.body.row).toMatchObject({ dueOn: '2026-11-26', notice: { kind: 'cancelled' } });
    expect((await world.give({ requestId: 'request-0002' })).body.code).toBe('homework.lesson-cancelled');
    const moved = await changeIt(
      world,
      { ...given, body: { ...given.body, row: { ...given.body.row, revision: 2 } } },
      { due: { kind: 'date', date: '2026-12-03' } },
    );
    expect(moved.body.row).toMatchObject({ dueOn: '2026-12-03' });
    expect(moved.body.row.notice).toBeUndefined();
  });
});

describe('following its group', () => {
  it('is found in the class from which a new member comes', async () => {
    const world = await aWorld();
    world.group.current = { ...world.group.current, classIds: [CLASS_A] };
    const given = await world.give({
      audience: { kind: 'group', groupId: GROUP },
      due: { kind: 'lesson', lessonId: lessonId('wednesdayGerman', '2026-11-25') },
    });
    expect(await world.due(asPupil(ZOE), ZOE)).toEqual([]);
    world.group.current = { ...world.group.current, classIds: [CLASS_A, CLASS_B] };
    const event = { groupId: GROUP, schoolId: SCHOOL, before: [CLASS_A], classIds: [CLASS_A, CLASS_B] };
    await followGroup(world.services)(event);
    await followGroup(world.services)(event);
    expect(await world.due(asPupil(ZOE), ZOE)).toEqual([given.body.row.homeworkId]);
    world.group.current = { ...world.group.current, classIds: [CLASS_B] };
    await followGroup(world.services)({ ...event, before: [CLASS_A, CLASS_B], classIds: [CLASS_B] });
    expect(await world.due(asPupil(ZOE), ZOE)).toEqual([given.body.row.homeworkId]);
  });
});

describe('telling', () => {
  it('says once that work is published, at its hour and not before', async () => {
    const world = await aWorld();
    world.setClock(at('21:00', '2026-11-24'));
    const given = await world.give({ due: { kind: 'lesson', lessonId: lessonId('thursdayA', '2026-12-03') } });
    world.setClock(at('06:59', '2026-11-25'));
    expect(await world.release()).toEqual([]);
    world.setClock(at('07:11', '2026-11-25'));
    expect(await world.release()).toMatchObject([
      { type: 'homework.published', data: { homeworkId: given.body.row.homeworkId, dueOn: '2026-12-03' } },
    ]);
    expect(await world.release()).toEqual([]);
  });

  it('forgets what was taken back or put off meanwhile, and what was never written', async () => {
    const world = await aWorld();
    const given = await world.give();
    const path = { homeworkId: given.body.row.homeworkId };
    await world.call(SCHMITT, 'withdrawWork', { path });
    await world.store.putTelling({
      homeworkId: given.body.row.homeworkId.replace(/-[a-z2-7]+$/, '-neverwritten') as HomeworkId,
      change: 'published',
      revision: 1,
      releaseAt: at('08:21'),
      shard: 0,
    });
    world.setClock(at('08:30'));
    expect((await world.release()).map((event) => event.type)).toEqual(['homework.changed']);
    await world.call(SCHMITT, 'restoreWork', { path });
    world.setClock(at('08:40'));
    const told = await world.release();
    expect(told.map((event) => event.type).toSorted((a, b) => a.localeCompare(b))).toEqual(['homework.changed', 'homework.published']);
    expect(told).toContainEqual(expect.objectContaining({ data: expect.objectContaining({ change: 'restored' }) }));
  });
});
