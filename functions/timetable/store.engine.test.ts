import { expect, it } from 'vitest';
import { lessonIdOf } from '@preau/shared/timetable/rules.ts';
import { timetableTable } from '@preau/shared/timetable/table.ts';
import { tableStore } from '../runtime/entity.ts';
import { freshTable } from '../testing/tables.ts';
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

it('lists a class and a teacher of eight lessons in one query of half a unit', async () => {
  const { timetable, reads, meter } = await world();
  const day = Array.from({ length: 8 }, (_, index) =>
    aSlot({
      slotId: slotId(`abcdefghijklmnopqrs${index}`),
      start: `${String(8 + index).padStart(2, '0')}:00`,
      end: `${String(9 + index).padStart(2, '0')}:00`,
      except: ['2026-10-19', '2026-10-26'],
      classes: [{ classId: classId('abcdefghijklmnopqrst'), name: '3A' }],
      teachers: [{ personId: personId('abcdefghijklmnopqrst'), name: 'Mme Schmitt' }],
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
  expect(await reads.listLessonsOfTeacher(personId('abcdefghijklmnopqrst'), MONDAY)).toHaveLength(8);
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
