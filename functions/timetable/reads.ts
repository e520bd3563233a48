import type { Database } from '../runtime/database/database.ts';
import type { AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import { isInForce } from '@preau/shared/directory/grant.ts';
import { coversLesson, substitutionsOf } from '@preau/shared/directory/relations.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { ClassId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { dayOf, type TimetableDay } from '@preau/shared/timetable/changes.ts';
import { inOrder, lessonOn, partsOfLessonId } from '@preau/shared/timetable/rules.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { subjectsTaught, type TaughtSubject } from '@preau/shared/timetable/taught.ts';
import { timetableTable } from '@preau/shared/timetable/table.ts';
import { tableStore } from '../runtime/entity.ts';
import { tableName } from '../runtime/environment.ts';
import { timetableStore, type Beginning, type TimetableStore } from './store.ts';

const WHOLE_DAY: Beginning = { from: '00:00', until: '23:59' };

export type TimetableReads = ReturnType<typeof timetableReads>;

/** The timetable's door for other domains; every lesson comes with the office's change applied. */
export const timetableReads = (store: AllEntitiesStore) => readsOf(timetableStore(store));

/** The same over a store that is already open. */
export const readsOf = (timetable: TimetableStore) => {
  const readDayOfClass = async (classId: ClassId, date: LocalDate): Promise<TimetableDay> =>
    dayOf(await timetable.readDayOfClass(classId, date), date);
  const readDayOfTeacher = async (personId: PersonId, date: LocalDate): Promise<TimetableDay> =>
    dayOf(await timetable.readDayOfTeacher(personId, date), date);
  return {
    /** One lesson by its name, in one query; undefined when its slot gives no lesson on that date and nothing was decided of it. */
    async findLesson(lessonId: string): Promise<Lesson | undefined> {
      const parts = partsOfLessonId(lessonId);
      if (parts === undefined) return undefined;
      const { slot, decided } = await timetable.findLessonParts(parts.slotId, parts.date);
      if (decided?.change !== undefined) return decided;
      return slot === undefined ? undefined : lessonOn(slot, parts.date);
    },

    /** A class's school date: its lessons, and those that have left it. */
    readDayOfClass,

    /** A teacher's school date in all his schools: the lessons that he gives or would have given, and those that have left it. */
    readDayOfTeacher,

    /** A class's lessons of a school date in the order of the day, group lessons and cancelled ones included (`isHeld` tells). */
    listLessonsOfClass: async (classId: ClassId, date: LocalDate): Promise<readonly Lesson[]> =>
      (await readDayOfClass(classId, date)).lessons,

    /** A teacher's lessons of a school date in all his schools, those where he is replaced (`isTaughtBy` tells) and cancelled ones included. */
    listLessonsOfTeacher: async (personId: PersonId, date: LocalDate): Promise<readonly Lesson[]> =>
      (await readDayOfTeacher(personId, date)).lessons,

    /** What a class is taught, groups included: each subject once, with who teaches it today. */
    listServicesOfClass: async (classId: ClassId, today: LocalDate): Promise<readonly TaughtSubject[]> =>
      // A lesson given to two whole classes at once is a service of each.
      subjectsTaught(await timetable.listSlotsOfClass(classId), today).filter(({ classes }) =>
        classes.some((one) => one.classId === classId),
      ),

    /** What a teacher teaches in all his schools, each subject of each class or group once; what he has left is there too, without him. */
    listServicesOfTeacher: async (personId: PersonId, today: LocalDate): Promise<readonly TaughtSubject[]> =>
      subjectsTaught(await timetable.listSlotsOfTeacher(personId), today),

    /** What a member of staff teaches on a school date: his own day, and the lessons of whom he stands in for that day. */
    async readDayTaughtBy(actor: Actor, date: LocalDate): Promise<TimetableDay> {
      const grants = substitutionsOf(actor).filter((grant) => isInForce(grant, date));
      const [own, ...others] = await Promise.all(
        [actor.personId, ...grants.map((grant) => grant.forTeacherId)].map((teacherId) => readDayOfTeacher(teacherId, date)),
      );
      const gather = (list: (day: TimetableDay) => readonly Lesson[]): readonly Lesson[] => {
        const mine = own === undefined ? [] : list(own);
        const covered = others.flatMap((day, index) =>
          list(day).filter((lesson) => grants.slice(index, index + 1).some((grant) => coversLesson(grant, lesson))),
        );
        return inOrder([...new Map([...mine, ...covered].map((lesson) => [lesson.lessonId, lesson])).values()]);
      };
      return { lessons: gather((day) => day.lessons), movedAway: gather((day) => day.movedAway) };
    },

    /** A school's lessons of a school date, of those that begin between two hours or of the whole day, cancelled ones included. */
    async listLessonsOfSchool(schoolId: SchoolId, date: LocalDate, beginning = WHOLE_DAY): Promise<readonly Lesson[]> {
      const { lessons } = dayOf(await timetable.readDayOfSchool(schoolId, date, beginning), date);
      return lessons.filter(({ start }) => beginning.from <= start && start <= beginning.until);
    },
  };
};

/** The door as a function of any domain opens it: the timetable's table named by its environment. */
export const timetableDoor = (client: Database): TimetableReads =>
  timetableReads(tableStore(timetableTable, tableName('timetable'), client));
