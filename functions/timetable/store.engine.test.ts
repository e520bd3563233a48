import { describe, expect, it } from 'vitest';
import { isRefusal } from '@preau/shared/kernel/refusal.ts';
import { addDays } from '@preau/shared/kernel/school-time.ts';
import { termsOf } from '@preau/shared/timetable/changes.ts';
import { planChange } from '@preau/shared/timetable/plan-change.ts';
import { lessonIdOf, lessonOn } from '@preau/shared/timetable/rules.ts';
import type { LessonDecision, Slot } from '@preau/shared/timetable/schema.ts';
import { timetableTable } from '@preau/shared/timetable/table.ts';
import { tableStore } from '../runtime/entity.ts';
import { freshTable } from '../testing/tables.ts';
import { HOLDERS_MAX } from './entities.ts';
import { timetableReads } from './reads.ts';
import { aSlot, classId, personId, schoolId, slotId } from './slots.testing.ts';
import { timetableStore } from './store.ts';

const MONDAY = '2026-11-23';

const world = async () => {
  const table = await freshTable(timetableTable);
  const store = tableStore(timetableTable, table.name, table.client);
  return { timetable: timetableStore(store), reads: timetableReads(store), meter: table.meter };
};

it('finds a lesson by its name in one get of half a unit', async () => {
  const { timetable, reads, meter } = await world();
  await timetable.putSlots([{ after: aSlot() }]);
  meter.reset();
  expect(await reads.findLesson(lessonIdOf(aSlot().slotId, MONDAY))).toMatchObject({
    date: MONDAY,
    start: '08:00',
    subject: 'Mathématiques',
  });
  expect(meter.units()).toEqual({ rru: 0.5, wru: 0 });
});

it('finds no lesson on another weekday, for an unknown slot or for a name that means nothing', async () => {
  const { timetable, reads } = await world();
  await timetable.putSlots([{ after: aSlot() }]);
  expect(await reads.findLesson(lessonIdOf(aSlot().slotId, '2026-11-24'))).toBeUndefined();
  expect(await reads.findLesson('les_unknownslot-20261123')).toBeUndefined();
  expect(await reads.findLesson('les_')).toBeUndefined();
});

it('lists a class and a teacher of fourteen lessons in one query of half a unit', async () => {
  const { timetable, reads, meter } = await world();
  const day = Array.from({ length: 14 }, (_, index) =>
    aSlot({
      slotId: slotId(`abcdefghijklmnopqr${String(index).padStart(2, '0')}`),
      start: `${String(8 + Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
      end: `${String(9 + Math.floor(index / 2)).padStart(2, '0')}:00`,
      except: ['2026-10-19', '2026-10-26', '2026-12-21', '2026-12-28', '2027-02-15', '2027-02-22', '2027-04-12', '2027-04-19'],
      classes: [{ classId: classId('abcdefghijklmnopqrst'), name: '3A' }],
      teachers: [{ personId: personId('abcdefghijklmnopqrst'), name: 'Anne-Sophie SCHMITT' }],
      subject: 'Histoire-géographie',
      schoolId: schoolId('abcdefghijklmnopqrst'),
      room: 'Salle B204',
    }),
  );
  await timetable.putSlots([...day, aSlot({ slotId: slotId('tuesday'), weekday: 2 })].map((after) => ({ after })));
  meter.reset();
  expect((await reads.listLessonsOfClass(classId('abcdefghijklmnopqrst'), MONDAY)).map((lesson) => lesson.start)).toEqual(
    day.map((slot) => slot.start),
  );
  expect(meter.units().rru).toBe(0.5);
  meter.reset();
  expect(await reads.listLessonsOfTeacher(personId('abcdefghijklmnopqrst'), MONDAY)).toHaveLength(14);
  expect(meter.units().rru).toBe(0.5);
});

it('lists a school by the hour at which lessons begin', async () => {
  const { timetable, reads } = await world();
  await timetable.putSlots([{ after: aSlot() }, { after: aSlot({ slotId: slotId('second'), start: '09:05', end: '10:00' }) }]);
  expect(
    (await reads.listLessonsOfSchool(schoolId('college'), MONDAY, { from: '09:00', until: '09:59' })).map((lesson) => lesson.start),
  ).toEqual(['09:05']);
  expect(await reads.listLessonsOfSchool(schoolId('college'), MONDAY)).toHaveLength(2);
});

it('moves the copies with the slot when its teacher changes', async () => {
  const { timetable, reads } = await world();
  const before = aSlot();
  const after = aSlot({ teachers: [{ personId: personId('substitute'), name: 'M. Weber' }] });
  await timetable.putSlots([{ after: before }]);
  await timetable.putSlots([{ before, after }]);
  expect(await reads.listLessonsOfTeacher(personId('teacher'), MONDAY)).toEqual([]);
  expect(await reads.listLessonsOfTeacher(personId('substitute'), MONDAY)).toHaveLength(1);
  expect((await reads.listLessonsOfClass(classId('third-a'), MONDAY))[0]?.teachers[0]?.name).toBe('M. Weber');
});

it('refuses a slot that somebody else changed since it was read, and changes nothing', async () => {
  const { timetable, reads } = await world();
  const before = aSlot();
  await timetable.putSlots([{ after: before }]);
  await timetable.putSlots([{ before, after: aSlot({ until: '2026-12-31' }) }]);
  await expect(timetable.putSlots([{ before, after: aSlot({ room: 'A1' }) }])).rejects.toThrow(/ConditionalCheckFailed/);
  await expect(timetable.putSlots([{ after: before }])).rejects.toThrow(/ConditionalCheckFailed/);
  expect((await reads.listLessonsOfClass(classId('third-a'), MONDAY))[0]?.room).toBeUndefined();
});

it('writes more slots than one transaction holds', async () => {
  const { timetable } = await world();
  const many = Array.from({ length: 120 }, (_, index) => aSlot({ slotId: slotId(`manyslots${index}`) }));
  const written: number[] = [];
  await timetable.putSlots(
    many.map((after) => ({ after })),
    (count) => written.push(count),
  );
  expect(written.reduce((sum, count) => sum + count, 0)).toBe(120);
  expect(await timetable.listAllSlots(schoolId('college'))).toHaveLength(120);
});

describe('a decision of the office', () => {
  const aDecision = (change: Partial<Slot> = {}): LessonDecision => {
    const lesson = lessonOn(aSlot(change), MONDAY);
    const planned =
      lesson === undefined
        ? undefined
        : planChange(
            lesson,
            { kind: 'moved', date: '2026-11-26', start: '10:00', end: '11:00', reason: 'exam', note: 'Oral blanc de français' },
            { newcomer: undefined, isOpenOn: () => true, now: '2026-11-22T10:00:00.000Z' },
          );
    if (planned === undefined || isRefusal(planned)) throw new Error('No change');
    return { lesson: planned, revision: 1, by: personId('theoffice'), byName: 'Claire Petit', requestId: 'request-of-test' };
  };

  it('adds nothing to what a day costs, at the old place and at the new one', async () => {
    const { timetable, reads, meter } = await world();
    await timetable.putSlots([{ after: aSlot() }]);
    meter.reset();
    expect(await timetable.decide(undefined, aDecision(), [])).toBe(true);
    expect(meter.units().wru).toBeLessThanOrEqual(16);
    for (const date of [MONDAY, '2026-11-26']) {
      meter.reset();
      const ofClass = await reads.readDayOfClass(classId('third-a'), date);
      expect(ofClass.lessons.length + ofClass.movedAway.length).toBe(1);
      await reads.readDayOfTeacher(personId('teacher'), date);
      await reads.findLesson(lessonIdOf(aSlot().slotId, MONDAY));
      expect([meter.units().rru, meter.requests()]).toEqual([1.5, 3]);
    }
  });

  it('keeps a day of twelve lessons of which two are moved within half a unit', async () => {
    const { timetable, reads, meter } = await world();
    const slots = Array.from({ length: 12 }, (_, index) => aSlot({ slotId: slotId(`abcdefghijklmnopqr${index + 10}`) }));
    await timetable.putSlots(slots.map((after) => ({ after })));
    for (const slot of slots.slice(0, 2)) expect(await timetable.decide(undefined, aDecision(slot), [])).toBe(true);
    meter.reset();
    const day = await reads.readDayOfClass(classId('third-a'), MONDAY);
    expect([day.lessons.length, day.movedAway.length, meter.units().rru]).toEqual([10, 2, 0.5]);
  });

  it('is not read again once its day is over', async () => {
    const { timetable, reads, meter } = await world();
    await timetable.putSlots([{ after: aSlot() }]);
    const past = Array.from({ length: 30 }, (_, index) => addDays('2026-11-16', -7 * index));
    for (const date of past.filter((one) => one >= '2026-09-01')) {
      const lesson = lessonOn(aSlot(), date);
      if (lesson === undefined) throw new Error('No lesson');
      const change = { kind: 'cancelled', since: '2026-09-01T00:00:00.000Z', previous: termsOf(lesson) } as const;
      expect(await timetable.decide(undefined, { ...aDecision(), lesson: { ...lesson, change } }, [])).toBe(true);
    }
    meter.reset();
    expect(await reads.listLessonsOfClass(classId('third-a'), MONDAY)).toHaveLength(1);
    expect(meter.units().rru).toBe(0.5);
  });

  it('is one write for as many classes and teachers as a lesson may have, at worst', async () => {
    const { timetable, reads } = await world();
    const teachers = Array.from({ length: HOLDERS_MAX - 18 }, (_, index) => ({ personId: personId(`teacher-${index}`), name: 'X' }));
    const classes = Array.from({ length: 18 }, (_, index) => ({ classId: classId(`class-${index}`), name: `3-${index}` }));
    const slot = aSlot({ classes, teachers });
    await timetable.putSlots([{ after: slot }]);
    const movedTo = (date: string, newcomer: string, revision: number): LessonDecision => {
      const decision = aDecision({ classes, teachers });
      return { ...decision, revision, lesson: { ...decision.lesson, date, teachers: [{ personId: personId(newcomer), name: newcomer }] } };
    };
    const first = movedTo('2026-11-26', 'newcomer', 1);
    expect(await timetable.decide(undefined, first, [])).toBe(true);
    expect(await timetable.decide(first, movedTo('2026-11-27', 'another', 2), [])).toBe(true);
    const lessonsOf = async (name: string, date: string) => (await reads.readDayOfTeacher(personId(name), date)).lessons.length;
    expect([await lessonsOf('newcomer', '2026-11-26'), await lessonsOf('another', '2026-11-27')]).toEqual([0, 1]);
  });

  it('is refused when somebody else decided meanwhile', async () => {
    const { timetable } = await world();
    await timetable.putSlots([{ after: aSlot() }]);
    const [first, second] = await Promise.all([timetable.decide(undefined, aDecision(), []), timetable.decide(undefined, aDecision(), [])]);
    expect(first).toBe(!second);
  });
});
