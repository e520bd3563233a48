import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import { isInForce } from '@preau/shared/directory/grant.ts';
import { coversLesson, substitutionsOf } from '@preau/shared/directory/relations.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { ClassId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { inOrder, lessonOn, lessonsOn, partsOfLessonId } from '@preau/shared/timetable/rules.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { timetableTable } from '@preau/shared/timetable/table.ts';
import { tableStore } from '../runtime/entity.ts';
import { tableName } from '../runtime/environment.ts';
import { timetableStore } from './store.ts';

export type TimetableReads = ReturnType<typeof timetableReads>;

/** The timetable's door for other domains. */
export const timetableReads = (store: AllEntitiesStore) => {
  const timetable = timetableStore(store);
  return {
    /** One dated lesson by its name, in one get; undefined when its slot gives no lesson on that date. */
    async findLesson(lessonId: string): Promise<Lesson | undefined> {
      const parts = partsOfLessonId(lessonId);
      const slot = parts === undefined ? undefined : await timetable.findSlot(parts.slotId);
      return parts === undefined || slot === undefined ? undefined : lessonOn(slot, parts.date);
    },

    /** A class's lessons of a school date in the order of the day, group lessons included. */
    listLessonsOfClass: async (classId: ClassId, date: LocalDate): Promise<readonly Lesson[]> =>
      lessonsOn(await timetable.listSlotsOfClass(classId, date), date),

    /** A teacher's lessons of a school date in all his schools, in the order of the day. */
    listLessonsOfTeacher: async (personId: PersonId, date: LocalDate): Promise<readonly Lesson[]> =>
      lessonsOn(await timetable.listSlotsOfTeacher(personId, date), date),

    /** What a member of staff teaches on a school date: his own lessons, and those of whom he stands in for that day. */
    async listLessonsTaughtBy(actor: Actor, date: LocalDate): Promise<readonly Lesson[]> {
      const grants = substitutionsOf(actor).filter((grant) => isInForce(grant, date));
      const [own, ...others] = await Promise.all(
        [actor.personId, ...grants.map((grant) => grant.forTeacherId)].map(async (teacherId) =>
          lessonsOn(await timetable.listSlotsOfTeacher(teacherId, date), date),
        ),
      );
      const covered = grants.flatMap((grant, index) => (others[index] ?? []).filter((lesson) => coversLesson(grant, lesson)));
      return inOrder([...new Map([...(own ?? []), ...covered].map((lesson) => [lesson.lessonId, lesson])).values()]);
    },

    /** A school's lessons of a school date, of those that begin in one hour (`08`) or of the whole day. */
    listLessonsOfSchool: async (schoolId: SchoolId, date: LocalDate, hourPrefix?: string): Promise<readonly Lesson[]> =>
      lessonsOn(await timetable.listSlotsOfSchool(schoolId, date, hourPrefix), date),
  };
};

/** The door as a function of any domain opens it: the timetable's table named by its environment. */
export const timetableDoor = (client: DynamoDBDocumentClient): TimetableReads =>
  timetableReads(tableStore(timetableTable, tableName('timetable'), client));
