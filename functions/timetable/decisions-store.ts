import { rangeWhereSkBetween, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import type { SchoolId, SlotId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { withoutChange } from '@preau/shared/timetable/changes.ts';
import type { ChangedLesson, Lesson, LessonDecision } from '@preau/shared/timetable/schema.ts';
import { unchangedSince, unlessRefused, withOutbox } from '../runtime/conditional-write.ts';
import { changedEntity, decisionEntity, holdersOf, schoolChangeEntity } from './entities.ts';

interface Copy {
  readonly holder: string;
  readonly on: LocalDate;
  readonly lesson: ChangedLesson;
}

const datesOf = (lesson: Lesson): readonly LocalDate[] => [...new Set([withoutChange(lesson).date, lesson.date])];

/** Everywhere a changed lesson is to be seen; nowhere but at its slot's own places once the change is withdrawn. */
const copiesOf = (lesson: Lesson): readonly Copy[] => {
  const { change } = lesson;
  if (change === undefined) return [];
  const holders = new Set([...holdersOf(withoutChange(lesson)), ...holdersOf(lesson)]);
  return datesOf(lesson).flatMap((on) => [...holders].map((holder) => ({ holder, on, lesson: { ...lesson, change } })));
};

const isAmong = (copies: readonly Copy[], { holder, on }: Copy): boolean => copies.some((one) => one.holder === holder && one.on === on);

/** The access patterns of what the office decides of lessons. */
export const decisionsStore = (store: AllEntitiesStore) => {
  const decision = store.for(decisionEntity);
  const schoolChange = store.for(schoolChangeEntity);

  return {
    /** Before deciding again: the latest decision about a lesson, withdrawn or not, as of now. */
    findDecision: async (slotId: SlotId, timetabledOn: LocalDate): Promise<LessonDecision | undefined> => {
      const found = await decision.getOrUndefined({ slotId, timetabledOn }, { consistentRead: true });
      if (found === undefined) return undefined;
      const { slotId: _slotId, timetabledOn: _date, ...rest } = found;
      return rest;
    },

    /** The office's page: what was decided of a school's lessons between two dates, both included, seen from their old and their new day. */
    listDecisions: async (schoolId: SchoolId, from: LocalDate, until: LocalDate): Promise<readonly LessonDecision[]> => {
      const found = await schoolChange.queryAllByPkAndSk({ schoolId }, rangeWhereSkBetween(from, `${until}#~`));
      const once = new Map(found.map(({ schoolId: _schoolId, on: _on, ...rest }) => [rest.lesson.lessonId, rest]));
      return [...once.values()];
    },

    /** A decision or its withdrawal, with its event and all its copies, together or not at all; false when somebody else decided since `before` was read. */
    decide(before: LessonDecision | undefined, after: LessonDecision, events: readonly Envelope[]): Promise<boolean> {
      const { lesson } = after;
      const [old, wanted] = [before === undefined ? [] : copiesOf(before.lesson), copiesOf(lesson)];
      const oldDates = before?.lesson.change === undefined ? [] : datesOf(before.lesson);
      const dates = lesson.change === undefined ? [] : datesOf(lesson);
      const transaction = store.transactions.buildWriteTransaction(decisionEntity);
      transaction.put(
        withOutbox({ ...after, slotId: lesson.slotId, timetabledOn: withoutChange(lesson).date }, events),
        unchangedSince(before?.revision, 'revision'),
      );
      const copies = transaction.nextEntity(changedEntity);
      for (const copy of wanted) copies.put(copy);
      for (const copy of old) if (!isAmong(wanted, copy)) copies.delete(copy);
      const ofSchool = copies.nextEntity(schoolChangeEntity);
      for (const on of dates) ofSchool.put({ ...after, schoolId: lesson.schoolId, on });
      for (const on of oldDates) if (!dates.includes(on)) ofSchool.delete({ schoolId: lesson.schoolId, on, lesson });
      return unlessRefused(ofSchool.execute());
    },
  };
};
