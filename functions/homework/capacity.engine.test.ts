import { describe, expect, it } from 'vitest';
import { homeworkTable } from '@preau/shared/homework/table.ts';
import { addDays } from '@preau/shared/kernel/school-time.ts';
import { freshTable } from '../testing/tables.ts';
import { homeworkReads } from './reads.ts';
import { asPupil, CLASS_A, CLASS_B, LEA, lessonId, parentOf, pupil, SCHMITT, teacher, text, worldOn } from './world.testing.ts';
import { ClassId } from '@preau/shared/kernel/ids.ts';

const CLASS_C = ClassId.parse('cls_troisiemetroisiemec');
const EVERYWHERE = teacher('schmitt', [CLASS_A, CLASS_B, CLASS_C]);
const SENTENCES = [
  'Exercices 12, 14 et 17 page 87.',
  'Lire le chapitre 4 et noter trois mots inconnus avec leur définition.',
  'Rédiger la suite du récit, une page environ, au passé simple.',
];

const aWorld = async () => worldOn(await freshTable(homeworkTable));

/** An ordinary school week for a class: ten pieces of work over five days. */
const aWeek = async (world: Awaited<ReturnType<typeof aWorld>>, classId: ClassId): Promise<void> => {
  for (let index = 0; index < 10; index += 1) {
    const given = await world.give(
      {
        audience: { kind: 'class', classId },
        due: { kind: 'date', date: addDays('2026-11-30', index % 5) },
        subject: ['Mathématiques', 'Histoire-géographie', 'Français'][index % 3],
        body: text(SENTENCES[index % 3] ?? ''),
        requestId: `week-${classId.slice(-1)}-${index}000`,
      },
      EVERYWHERE,
    );
    expect(given.status).toBe(200);
  }
};

describe('capacity', () => {
  it('gives work for at most three write units, whatever the class and whatever waits', async () => {
    const world = await aWorld();
    const { meter } = world.table;
    meter.reset();
    await world.give();
    expect(meter.units().wru).toBe(2);
    meter.reset();
    await world.give({
      requestId: 'request-0002',
      publishOn: '2026-11-25',
      due: { kind: 'date', date: '2026-12-04' },
      subject: 'Français',
    });
    expect(meter.units().wru).toBe(2);
    meter.reset();
    await world.give({ requestId: 'request-0003', body: text('Rédiger la suite du récit. '.repeat(30).trim()) });
    expect(meter.units().wru).toBeLessThanOrEqual(3);
  });

  it('reads a pupil’s week in at most two read units, and that of three children in at most four', async () => {
    const world = await aWorld();
    const children = [LEA, pupil('beatriz', CLASS_B), pupil('paul', CLASS_C)] as const;
    for (const classId of [CLASS_A, CLASS_B, CLASS_C]) await aWeek(world, classId);
    const query = { from: '2026-11-30', until: '2026-12-06' };
    const { meter } = world.table;
    for (const actor of children.map(asPupil)) {
      const week = await world.call(actor, 'listDue', { query });
      for (const row of week.body.pupils[0]?.rows.slice(0, 6) ?? [])
        await world.call(actor, 'markDone', { path: { homeworkId: row.homeworkId }, body: { done: true } });
    }
    meter.reset();
    const week = await world.call(asPupil(LEA), 'listDue', { query });
    expect(week.body.pupils[0]).toMatchObject({ done: 6, total: 10 });
    expect(meter.units().rru).toBeLessThanOrEqual(2);
    meter.reset();
    const family = await world.call(parentOf(...children), 'listDue', { query });
    expect(family.body.pupils.map((one: { total: number }) => one.total)).toEqual([10, 10, 10]);
    expect(meter.units().rru).toBeLessThanOrEqual(4);
    meter.reset();
    await world.call(asPupil(LEA), 'markDone', {
      path: { homeworkId: week.body.pupils[0]?.rows[9]?.homeworkId ?? '' },
      body: { done: true },
    });
    expect(meter.units().wru).toBe(1);
  });

  it('tells what is left of a day for the evening’s message in one query a pupil, at his own dates', async () => {
    const world = await aWorld();
    await aWeek(world, CLASS_A);
    const reads = homeworkReads(world.store);
    const due = await reads.listDueOn(CLASS_A, '2026-12-03');
    const [first, second] = due;
    if (first === undefined || second === undefined) throw new Error('No work');
    const pupilId = LEA.pupilId;
    await world.call(asPupil(LEA), 'markDone', { path: { homeworkId: first.homeworkId }, body: { done: true } });
    await world.store.putDeadline({
      pupilId,
      homeworkId: second.homeworkId,
      dueOn: '2026-12-08',
      decidedBy: SCHMITT.personId,
      decidedAt: '2026-11-23T08:00:00.000Z',
    });
    const { meter } = world.table;
    meter.reset();
    const left = await reads.listLeft(LEA, due, '2026-12-03', '2026-12-02T17:00:00.000Z');
    expect(meter.units().rru).toBeLessThanOrEqual(0.5);
    expect(left.map((work) => work.homeworkId)).toEqual(due.slice(2).map((work) => work.homeworkId));
    const later = await reads.listLeft(LEA, [], '2026-12-08', '2026-12-07T17:00:00.000Z');
    expect(later.map((work) => work.homeworkId)).toEqual([second.homeworkId]);
  });

  it('keeps a pupil’s mark on work that was put off for him alone', async () => {
    const world = await aWorld();
    await aWeek(world, CLASS_A);
    const [, work] = await world.store.listOfClass(CLASS_A, '2026-11-30', '2026-11-30');
    if (work === undefined) throw new Error('No work');
    await world.store.putDeadline({
      pupilId: LEA.pupilId,
      homeworkId: work.homeworkId,
      dueOn: '2026-12-04',
      decidedBy: SCHMITT.personId,
      decidedAt: '2026-11-23T08:00:00.000Z',
    });
    await world.call(asPupil(LEA), 'markDone', { path: { homeworkId: work.homeworkId }, body: { done: true } });
    const week = await world.call(asPupil(LEA), 'listDue', { query: { from: '2026-12-02', until: '2026-12-06' } });
    expect(week.body.pupils[0]?.rows.filter((row) => row.done).map((row) => row.homeworkId)).toEqual([work.homeworkId]);
  });

  it('follows a moved lesson for a few units, not one for each pupil', async () => {
    const world = await aWorld();
    const given = await world.give({ due: { kind: 'lesson', lessonId: lessonId('thursdayA', '2026-11-26') } });
    const before = await world.store.find(given.body.row.homeworkId);
    if (before === undefined) throw new Error('No work');
    const { meter } = world.table;
    meter.reset();
    await world.store.replace(before, { ...before, dueOn: '2026-12-01', revision: 2 });
    expect(meter.units().wru).toBeLessThanOrEqual(4);
    expect(SCHMITT.personId).toBe(before.teachers[0]?.personId);
  });
});
