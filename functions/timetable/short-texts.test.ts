import type { Entity } from '@symphoniacloud/dynamodb-entity-store';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '@preau/shared/kernel/school-time.ts';
import { seedOfRun } from '@preau/shared/kernel/seed.testing.ts';
import { lessonIdOf } from '@preau/shared/timetable/rules.ts';
import { changedEntity, holdersOf, placeEntity } from './entities.ts';
import { aSlot, classId, groupId, personId, slotId } from './slots.testing.ts';

const name = fc.string({ minLength: 1, maxLength: 20 });
const id = fc.stringMatching(/^[a-z2-7]{20}$/);
const some = <T>(of: (text: string) => T) => fc.array(fc.record({ id: id.map(of), name }), { maxLength: 4 });
const days = fc.integer({ min: -30, max: 365 });
const dates = days.map((count) => addDays('2026-09-01', count));
const hours = fc.constantFrom('07:30', '08:00', '13:30', '18:05');
const teachers = some(personId).map((list) => list.map((one) => ({ personId: one.id, name: one.name })));
const room = fc.option(
  name.map((text) => ({ room: text })),
  { nil: {} },
);

const slots = fc
  .record({
    slot: id.map(slotId),
    weekday: fc.integer({ min: 1, max: 7 }),
    room,
    terms: fc.record({
      start: hours,
      end: hours,
      subject: name,
      from: dates,
      until: dates,
      except: fc.array(dates, { maxLength: 20 }),
      teachers,
    }),
    classes: some(classId),
    groups: some(groupId),
  })
  .map(({ slot, weekday, terms, classes, groups, ...others }) => ({
    ...aSlot({ slotId: slot, weekday, ...terms, ...others.room }),
    classes: classes.map((one) => ({ classId: one.id, name: one.name })),
    groups: groups.map((one) => ({ groupId: one.id, name: one.name })),
  }));

const lessons = fc
  .record({
    slot: slots,
    date: dates,
    previous: fc.record({ date: dates, start: hours, end: hours, subject: name, teachers }),
    previousRoom: room,
    note: fc.option(
      name.map((note) => ({ note, reason: 'exam' as const })),
      { nil: {} },
    ),
    keeps: fc.boolean(),
  })
  .map(({ slot, date, previous, previousRoom, note, keeps }) => {
    const { weekday: _weekday, from: _from, until: _until, except: _except, ...what } = slot;
    const { start, end, subject, teachers: given } = what;
    const same = { date, start, end, subject, teachers: given, ...(what.room === undefined ? {} : { room: what.room }) };
    return {
      ...what,
      lessonId: lessonIdOf(slot.slotId, previous.date),
      date,
      change: {
        kind: 'moved' as const,
        since: '2026-11-23T06:50:00.000Z',
        ...note,
        previous: keeps ? same : { ...previous, ...previousRoom },
      },
    };
  });

const META = ['pk', 'sk', '_et'];
const reread = <T extends P & K, P, K>(entity: Entity<T, P, K>, item: T): unknown => {
  const stored = { pk: entity.pk(item), sk: entity.sk(item), _et: entity.type, ...entity.convertToDynamoFormat?.(item) };
  expect(Object.keys(stored)).toEqual([...META, '_text']);
  return entity.parse(stored, META, { pk: 'pk', sk: 'sk' });
};

/** Every copy that a random item makes is read as it was written, and there are enough of them to tell. */
const copiesAreReread = <I, T extends P & K, P, K>(
  items: fc.Arbitrary<I>,
  entity: Entity<T, P, K>,
  copiesOf: (item: I) => readonly T[],
): void => {
  let copies = 0;
  fc.assert(
    fc.property(items, (item) => {
      for (const copy of copiesOf(item)) expect(reread(entity, copy)).toEqual(copy);
      copies += copiesOf(item).length;
    }),
    { seed: seedOfRun() },
  );
  expect(copies).toBeGreaterThan(100);
};

it('gives back each copy of a slot as it was written', () => {
  copiesAreReread(slots, placeEntity, (slot) => holdersOf(slot).map((holder) => ({ ...slot, holder })));
});

it('gives back each copy of a changed lesson as it was written', () => {
  copiesAreReread(lessons, changedEntity, (lesson) =>
    holdersOf(lesson).map((holder) => ({ holder, on: lesson.change.previous.date, lesson })),
  );
});

it('reads a copy that was written by its attributes', () => {
  const { except, teachers: given, classes, groups, ...attributes } = aSlot();
  const holder = 'CLASS#cls_third-a';
  const stored = {
    pk: holder,
    sk: '1#08:00#slo_mondaymath',
    _et: 'PLACE',
    holder,
    ...attributes,
    _json: JSON.stringify({ except, teachers: given, classes, groups }),
  };
  expect(placeEntity.parse(stored, META, { pk: 'pk', sk: 'sk' })).toEqual({ ...aSlot(), holder });
});
