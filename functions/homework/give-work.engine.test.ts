import { describe, expect, it } from 'vitest';
import { homeworkTable } from '@preau/shared/homework/table.ts';
import { freshTable } from '../testing/tables.ts';
import {
  asPupil,
  at,
  CLASS_A,
  CLASS_B,
  GROUP,
  LEA,
  lessonId,
  MULLER,
  parentOf,
  person,
  SCHMITT,
  serving,
  teacher,
  text,
  TOM,
  work,
  worldOn,
  ZOE,
} from './world.testing.ts';

const aWorld = async () => worldOn(await freshTable(homeworkTable));
const forPupils = (...names: string[]) => ({ kind: 'pupils', of: { kind: 'class', classId: CLASS_A }, pupilIds: names.map(person) });

describe('giving', () => {
  it('shows work at once to the class and its families while the window is open', async () => {
    const world = await aWorld();
    const given = await world.give();
    expect(given.body.forecast).toMatchObject({ dueOn: '2026-11-26', waits: false, publishedAt: at('08:20') });
    const { homeworkId } = given.body.row;
    expect(await world.due(asPupil(LEA), LEA)).toEqual([homeworkId]);
    expect(await world.due(parentOf(LEA, ZOE), LEA)).toEqual([homeworkId]);
    expect(await world.due(parentOf(LEA, ZOE), ZOE)).toEqual([]);
    expect(await world.due(asPupil(ZOE), ZOE)).toEqual([]);
  });

  it('holds what is given on Friday evening until Monday at seven, to the minute', async () => {
    const world = await aWorld();
    world.setClock(at('20:00', '2026-11-27'));
    const given = await world.give({ due: { kind: 'lesson', lessonId: lessonId('thursdayA', '2026-12-03') } });
    expect(given.body.row).toMatchObject({ status: 'waiting', publishedAt: '2026-11-30T06:00:00.000Z' });
    world.setClock('2026-11-30T05:59:59.000Z');
    expect(await world.due(asPupil(LEA), LEA)).toEqual([]);
    expect((await world.call(asPupil(LEA), 'readWork', { path: { homeworkId: given.body.row.homeworkId } })).status).toBe(404);
    world.setClock('2026-11-30T06:00:00.000Z');
    expect(await world.due(asPupil(LEA), LEA)).toEqual([given.body.row.homeworkId]);
  });

  it('keeps a draft at any hour, for its own teachers only, until it is given', async () => {
    const world = await aWorld();
    world.setClock(at('23:30'));
    const drafted = await world.give({ as: 'draft' });
    const { homeworkId, revision } = drafted.body.row;
    expect(drafted.body.row.status).toBe('draft');
    expect(await world.due(asPupil(LEA), LEA)).toEqual([]);
    expect((await world.call(serving('head', 'DIR'), 'readWork', { path: { homeworkId } })).status).toBe(404);
    expect((await world.call(MULLER, 'readWork', { path: { homeworkId } })).status).toBe(200);
    world.setClock(at('08:00', '2026-11-24'));
    const { audience: _audience, requestId: _request, ...again } = work();
    const published = await world.call(SCHMITT, 'changeWork', { path: { homeworkId }, body: { ...again, revision } });
    expect(published.body.row).toMatchObject({ status: 'published', publishedAt: at('08:00', '2026-11-24') });
    expect(await world.due(asPupil(TOM), TOM)).toEqual([homeworkId]);
  });

  it('waits for the day that the teacher chose', async () => {
    const world = await aWorld();
    const given = await world.give({ publishOn: '2026-11-25', due: { kind: 'date', date: '2026-12-04' }, subject: 'Français' });
    expect(given.body.row).toMatchObject({ status: 'waiting', publishedAt: at('07:00', '2026-11-25') });
  });

  it('gives one pupil what the others never hear of', async () => {
    const world = await aWorld();
    const given = await world.give({ audience: forPupils('lea') });
    const { homeworkId } = given.body.row;
    expect(await world.due(asPupil(LEA), LEA)).toEqual([homeworkId]);
    for (const other of [asPupil(TOM), parentOf(TOM), serving('librarian', 'DOC'), serving('aed', 'AED')]) {
      const read = await world.call(other, 'readWork', { path: { homeworkId } });
      const unknown = await world.call(other, 'readWork', { path: { homeworkId: homeworkId.replace(/-[a-z2-7]+$/, '-nobodysworkatall') } });
      expect(read).toEqual(unknown);
      expect(read.status).toBe(404);
    }
    const listed = await world.call(serving('librarian', 'DOC'), 'listOfClass', {
      path: { schoolId: given.body.row.schoolId, classId: CLASS_A },
      query: { from: '2026-11-23', until: '2026-11-30' },
    });
    expect(listed.body).toMatchObject({ rows: [], loads: [] });
    const own = await world.call(asPupil(LEA), 'readWork', { path: { homeworkId } });
    expect(JSON.stringify(own.body)).not.toMatch(/audience|3A/);
  });

  it('reaches a group across two classes', async () => {
    const world = await aWorld();
    const given = await world.give({
      audience: { kind: 'group', groupId: GROUP },
      due: { kind: 'lesson', lessonId: lessonId('wednesdayGerman', '2026-11-25') },
    });
    expect(given.body.row).toMatchObject({ to: '3ALL1', subject: 'Allemand' });
    for (const one of [LEA, ZOE]) expect(await world.due(asPupil(one), one)).toEqual([given.body.row.homeworkId]);
    expect(await world.due(asPupil(TOM), TOM)).toEqual([]);
  });

  it('says what the class already has to do that day, over all its teachers, and warns without forbidding', async () => {
    const world = await aWorld();
    await world.give({ minutes: 60 });
    const { requestId: _request, ...asked } = work({ minutes: 40 });
    const preview = await world.call(MULLER, 'previewWork', { body: asked });
    expect(preview.body).toMatchObject({ load: { minutes: 60, works: 1 }, limitMinutes: 90, overLimit: true });
    expect((await world.give({ minutes: 40, requestId: 'request-0002' }, MULLER)).status).toBe(200);
    expect((await world.store.listOfClass(CLASS_A, '2026-11-23', '2026-11-30')).length).toBe(2);
  });

  it('is another piece of work when something else is sent under the same key, as a page shown again may do', async () => {
    const world = await aWorld();
    const [first, second] = [await world.give({ minutes: 20 }), await world.give({ minutes: 25 })];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.row.homeworkId).not.toBe(first.body.row.homeworkId);
  });

  it('is one piece of work when the same form is sent twice, at once or later', async () => {
    const world = await aWorld();
    const answers = await Promise.all([world.give(), world.give(), world.give()]);
    expect(new Set(answers.map((answer) => answer.body.row.homeworkId)).size).toBe(1);
    expect(await world.due(asPupil(LEA), LEA)).toHaveLength(1);
  });
});

describe('what cannot be given', () => {
  const onDate = (date: string) => ({ due: { kind: 'date', date }, subject: 'Français' });

  it.each([
    ['an empty text', { body: text(' ') }, 'homework.nothing-to-do'],
    ['a date in the past', onDate('2026-11-20'), 'homework.due-in-the-past'],
    ['a Sunday', onDate('2026-11-29'), 'homework.due-on-closed-day'],
    ['the holidays', onDate('2026-12-24'), 'homework.due-on-closed-day'],
    ['a public holiday', onDate('2027-05-06'), 'homework.due-on-closed-day'],
    ['next school year', onDate('2027-09-06'), 'homework.due-too-far'],
    ['this very day', onDate('2026-11-23'), 'homework.published-too-late'],
    ['a lesson of another class', { due: { kind: 'lesson', lessonId: lessonId('tuesdayB', '2026-11-24') } }, 'homework.lesson-unknown'],
    ['a lesson that does not exist', { due: { kind: 'lesson', lessonId: lessonId('thursdayA', '2026-11-27') } }, 'homework.lesson-unknown'],
    ['work given after its own day', { ...onDate('2026-11-26'), givenOn: '2026-11-27' }, 'homework.given-after-due'],
    ['a date without a subject', { due: { kind: 'date', date: '2026-11-26' } }, 'homework.subject-missing'],
    ['a pupil of another class', { audience: forPupils('lea', 'zoe') }, 'homework.pupil-not-in-audience'],
    ['a file of nobody', { files: [{ fileId: 'fil_unknown00', name: 'a.pdf' }] }, 'homework.file-missing'],
  ])('%s is refused in a sentence, and nothing is written', async (_what, change, code) => {
    const world = await aWorld();
    const refused = await world.give(change);
    expect(refused.body).toMatchObject({ code, title: expect.stringMatching(/[.!]$/) });
    expect(await world.store.listOfClass(CLASS_A, '2026-01-01', '2027-12-31')).toEqual([]);
  });

  it('refuses the next school day after the school’s hour, and takes it as a draft', async () => {
    const world = await aWorld();
    world.setClock(at('17:59', '2026-11-25'));
    expect((await world.give()).status).toBe(200);
    world.setClock(at('18:00', '2026-11-25'));
    expect((await world.give({ requestId: 'request-0002' })).body.code).toBe('homework.too-late-for-tomorrow');
    expect((await world.give({ requestId: 'request-0003', as: 'draft' })).status).toBe(200);
  });

  it.each([
    ['another class’s teacher', teacher('weber', [CLASS_B])],
    ['a pupil', asPupil(LEA)],
    ['a parent', parentOf(LEA)],
    ['the head', serving('head', 'DIR')],
  ])('is not for %s to give, who learns nothing of the class', async (_who, actor) => {
    const world = await aWorld();
    expect((await world.give({}, actor)).body.code).toBe('kernel.not-found');
  });
});
