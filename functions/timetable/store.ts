import { rangeWhereSkBeginsWith, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import * as z from 'zod';
import type { ClassId, PersonId, SchoolId, SlotId } from '@preau/shared/kernel/ids.ts';
import { weekdayOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { Slot } from '@preau/shared/timetable/schema.ts';
import { entity } from '../runtime/entity.ts';

const inTheWeek = (slot: Pick<Slot, 'weekday' | 'start' | 'slotId'>): string => `${slot.weekday}#${slot.start}#${slot.slotId}`;

const slots = entity({
  type: 'SLOT',
  schema: Slot,
  pk: ({ slotId }: Pick<Slot, 'slotId'>) => `SLOT#${slotId}`,
  sk: () => 'SLOT',
  gsi1: { pk: ({ schoolId }) => `SCHOOL#${schoolId}`, sk: inTheWeek },
});

/** A whole copy of the slot under each class and each teacher: a day is one query of one partition. */
const places = entity({
  type: 'PLACE',
  schema: Slot.extend({ holder: z.string() }),
  pk: ({ holder }: { readonly holder: string }) => holder,
  sk: inTheWeek,
});

const ofClass = (classId: ClassId): string => `CLASS#${classId}`;
const ofTeacher = (personId: PersonId): string => `TEACHER#${personId}`;

const holdersOf = (slot: Slot): readonly string[] => [
  ...new Set([...slot.classes.map((one) => ofClass(one.classId)), ...slot.teachers.map((one) => ofTeacher(one.personId))]),
];

/** A slot as it was read, undefined when new, and as it must become. */
export interface SlotChange {
  readonly before?: Slot;
  readonly after: Slot;
}

const leftPlaces = ({ before, after }: SlotChange): readonly string[] => {
  if (before === undefined) return [];
  const kept = new Set(inTheWeek(before) === inTheWeek(after) ? holdersOf(after) : []);
  return holdersOf(before).filter((holder) => !kept.has(holder));
};

const weightOf = (change: SlotChange): number => 1 + holdersOf(change.after).length + leftPlaces(change).length;

/** DynamoDB accepts at most 100 items in a transaction. */
const TRANSACTION_ITEMS = 100;

const inTransactions = (changes: readonly SlotChange[]): readonly (readonly SlotChange[])[] => {
  const batches: SlotChange[][] = [];
  let room = 0;
  for (const change of changes) {
    const weight = weightOf(change);
    if (weight > room) {
      batches.push([]);
      room = TRANSACTION_ITEMS;
    }
    batches.at(-1)?.push(change);
    room -= weight;
  }
  return batches;
};

const unchangedSince = ({ before }: SlotChange) =>
  before === undefined
    ? { conditionExpression: 'attribute_not_exists(pk)' }
    : {
        conditionExpression: '#from = :from and #until = :until and #except = :except',
        expressionAttributeNames: { '#from': 'from', '#until': 'until', '#except': 'except' },
        expressionAttributeValues: { ':from': before.from, ':until': before.until, ':except': before.except },
      };

export type TimetableStore = ReturnType<typeof timetableStore>;

/** The timetable's access patterns over its table. */
export const timetableStore = (store: AllEntitiesStore) => {
  const slot = store.for(slots);
  const place = store.for(places);

  const listPlaces = async (holder: string, date: LocalDate): Promise<readonly Slot[]> => {
    const found = await place.queryAllByPkAndSk({ holder }, rangeWhereSkBeginsWith(`${weekdayOf(date)}#`));
    return found.map(({ holder: _holder, ...copy }) => copy);
  };

  const writeTogether = async (changes: readonly SlotChange[]): Promise<void> => {
    const transaction = store.transactions.buildWriteTransaction(slots);
    for (const change of changes) transaction.put(change.after, unchangedSince(change));
    const copies = transaction.nextEntity(places);
    for (const change of changes) {
      for (const holder of holdersOf(change.after)) copies.put({ ...change.after, holder });
      for (const holder of leftPlaces(change)) copies.delete({ ...(change.before ?? change.after), holder });
    }
    await copies.execute();
  };

  return {
    /** The register's page: the slot that a lesson's name holds. */
    findSlot: (slotId: SlotId): Promise<Slot | undefined> => slot.getOrUndefined({ slotId }),

    /** A pupil's day: the slots of his class on that weekday. */
    listSlotsOfClass: (classId: ClassId, date: LocalDate): Promise<readonly Slot[]> => listPlaces(ofClass(classId), date),

    /** A teacher's day, all schools together: the slots of that weekday. */
    listSlotsOfTeacher: (personId: PersonId, date: LocalDate): Promise<readonly Slot[]> => listPlaces(ofTeacher(personId), date),

    /** The office's live view: a school's slots of that weekday, of one hour (`08`) or of the whole day. */
    listSlotsOfSchool: (schoolId: SchoolId, date: LocalDate, hourPrefix = ''): Promise<readonly Slot[]> =>
      slot.queryAllWithGsiByPkAndSk({ schoolId }, rangeWhereSkBeginsWith(`${weekdayOf(date)}#${hourPrefix}`)),

    /** The import: all the slots of a school, ended ones included. */
    listAllSlots: (schoolId: SchoolId): Promise<readonly Slot[]> => slot.queryAllWithGsiByPk({ schoolId }),

    /** The import: each slot and all its copies change together or not at all; a slot that somebody else changed since it was read is refused by its condition. */
    async putSlots(changes: readonly SlotChange[], onWritten: (count: number) => void = () => {}): Promise<void> {
      for (const batch of inTransactions(changes)) {
        await writeTogether(batch);
        onWritten(batch.length);
      }
    },
  };
};
