import { rangeWhereSkBetween, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import type { ClassId, PersonId, SchoolId, SlotId } from '@preau/shared/kernel/ids.ts';
import { weekdayOf, type LocalDate, type LocalTime } from '@preau/shared/kernel/school-time.ts';
import type { Lesson, Slot } from '@preau/shared/timetable/schema.ts';
import { itemsOf } from '../runtime/entity.ts';
import { decisionsStore } from './decisions-store.ts';
import {
  changedEntity,
  dayRange,
  decisionEntity,
  holdersOf,
  lessonRange,
  ofClass,
  ofTeacher,
  placeEntity,
  slotEntity,
  TRANSACTION_ITEMS,
} from './entities.ts';

/** A slot as it was read, undefined when new, and as it must become. */
export interface SlotChange {
  readonly before?: Slot;
  readonly after: Slot;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const isSamePlace = (a: Slot, b: Slot): boolean => a.weekday === b.weekday && a.start === b.start;

const leftPlaces = ({ before, after }: SlotChange): readonly string[] => {
  if (before === undefined) return [];
  const kept = new Set(isSamePlace(before, after) ? holdersOf(after) : []);
  return holdersOf(before).filter((holder) => !kept.has(holder));
};

const weightOf = (change: SlotChange): number => 1 + holdersOf(change.after).length + leftPlaces(change).length;

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

/** What a day is made of: the slots of its weekday, and the lessons changed on that date. */
export interface DayParts {
  readonly slots: readonly Slot[];
  readonly changed: readonly Lesson[];
}

/** Hours between which lessons begin, both included. */
export interface Beginning {
  readonly from: LocalTime;
  readonly until: LocalTime;
}

export type TimetableStore = ReturnType<typeof timetableStore>;

/** The timetable's access patterns over its table. */
export const timetableStore = (store: AllEntitiesStore) => {
  const slot = store.for(slotEntity);
  const decisions = decisionsStore(store);
  const holder = store.forMultiple([placeEntity, changedEntity]);
  const lesson = store.forMultiple([slotEntity, decisionEntity]);

  const readDay = async (name: string, date: LocalDate): Promise<DayParts> => {
    const { itemsByEntityType } = await holder.queryAllByPkAndSk(placeEntity, { holder: name }, rangeWhereSkBetween(...dayRange(date)));
    const places = itemsOf(itemsByEntityType, placeEntity);
    const changed = itemsOf(itemsByEntityType, changedEntity);
    return {
      slots: places.map(({ holder: _holder, ...copy }) => copy),
      changed: changed.filter(({ on }) => on === date).map((one) => one.lesson),
    };
  };

  /** Weekday by weekday: between them stand the changes of the year, which are not read. */
  const listSlotsOf = async (name: string): Promise<readonly Slot[]> => {
    const places = store.for(placeEntity);
    const weeks = await Promise.all(
      WEEKDAYS.map((weekday) => places.queryAllByPkAndSk({ holder: name }, rangeWhereSkBetween(`${weekday}#`, `${weekday}#~`))),
    );
    return weeks.flat().map(({ holder: _holder, ...slot }) => slot);
  };

  const writeTogether = async (changes: readonly SlotChange[]): Promise<void> => {
    const transaction = store.transactions.buildWriteTransaction(slotEntity);
    for (const change of changes) transaction.put(change.after, unchangedSince(change));
    const copies = transaction.nextEntity(placeEntity);
    for (const change of changes) {
      for (const holder of holdersOf(change.after)) copies.put({ ...change.after, holder });
      for (const holder of leftPlaces(change)) copies.delete({ ...(change.before ?? change.after), holder });
    }
    await copies.execute();
  };

  return {
    ...decisions,

    /** One lesson by its name: its slot, and what was decided of it. */
    findLessonParts: async (
      slotId: SlotId,
      date: LocalDate,
    ): Promise<{ readonly slot: Slot | undefined; readonly decided: Lesson | undefined }> => {
      const { itemsByEntityType } = await lesson.queryAllByPkAndSk(slotEntity, { slotId }, rangeWhereSkBetween(...lessonRange(date)));
      const [found] = itemsOf(itemsByEntityType, slotEntity);
      const decided = itemsOf(itemsByEntityType, decisionEntity);
      return { slot: found, decided: decided.find((one) => one.timetabledOn === date)?.lesson };
    },

    /** A pupil's day: his class's slots of that weekday and its changes, in one query. */
    readDayOfClass: (classId: ClassId, date: LocalDate): Promise<DayParts> => readDay(ofClass(classId), date),

    /** A teacher's day, all schools together, in one query. */
    readDayOfTeacher: (personId: PersonId, date: LocalDate): Promise<DayParts> => readDay(ofTeacher(personId), date),

    /** The services of a class: all its slots, ended ones included. */
    listSlotsOfClass: (classId: ClassId): Promise<readonly Slot[]> => listSlotsOf(ofClass(classId)),

    /** The services of a teacher, all schools together: all his slots, ended ones included. */
    listSlotsOfTeacher: (personId: PersonId): Promise<readonly Slot[]> => listSlotsOf(ofTeacher(personId)),

    /** The office's live view: a school's slots of that weekday that begin between two hours, and all its changes of that date. */
    readDayOfSchool: async (schoolId: SchoolId, date: LocalDate, { from, until }: Beginning): Promise<DayParts> => {
      const weekday = weekdayOf(date);
      const [slots, decided] = await Promise.all([
        slot.queryAllWithGsiByPkAndSk({ schoolId }, rangeWhereSkBetween(`${weekday}#${from}`, `${weekday}#${until}#~`)),
        decisions.listDecisions(schoolId, date, date),
      ]);
      return { slots, changed: decided.map((one) => one.lesson) };
    },

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
