import { substitutionsOf } from '@preau/shared/directory/relations.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { ClassId, PersonId } from '@preau/shared/kernel/ids.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { timetableOperations, type LessonView } from '@preau/shared/timetable/api.ts';
import { mayReadDay, type DaySubject } from '@preau/shared/timetable/policy.ts';
import { changeViewOf } from '@preau/shared/timetable/changes.ts';
import { isFor } from '@preau/shared/timetable/rules.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { bind } from '../runtime/bind.ts';
import type { TimetableServices } from './services.ts';

const view = ({ slotId: _slot, teachers, change, ...lesson }: Lesson): LessonView => ({
  ...lesson,
  teachers: teachers.map((teacher) => teacher.name),
  ...changeViewOf({ change }),
});

/** What the actor already knows of the pupil costs no read. */
const findPupilDay = async (actor: Actor, pupilId: PersonId, { directory }: TimetableServices): Promise<DaySubject | undefined> => {
  const known = [...actor.children, ...(actor.self === undefined ? [] : [actor.self])].find((child) => child.pupilId === pupilId);
  const pupil = known ?? (actor.posts.length + actor.grants.length === 0 ? undefined : await directory.findPupil(pupilId));
  return pupil === undefined
    ? undefined
    : { kind: 'pupil', pupilId, schoolId: pupil.schoolId, classId: pupil.classId, groupIds: pupil.groupIds };
};

const findClassDay = async (actor: Actor, classId: ClassId, { directory }: TimetableServices): Promise<DaySubject | undefined> => {
  const taught =
    actor.posts.find((post) => [...post.classIds, ...post.principalOf].includes(classId)) ??
    substitutionsOf(actor).find((grant) => grant.classIds.includes(classId));
  if (taught !== undefined) return { kind: 'class', classId, schoolId: taught.schoolId };
  for (const { schoolId } of [...actor.posts, ...substitutionsOf(actor)]) {
    const classes = await directory.listClasses(schoolId);
    if (classes.some((one) => one.classId === classId)) return { kind: 'class', classId, schoolId };
  }
  return undefined;
};

const listPupilLessons = async (
  pupil: { readonly classId?: ClassId | undefined; readonly groupIds: Extract<DaySubject, { kind: 'pupil' }>['groupIds'] },
  date: LocalDate,
  { timetable }: TimetableServices,
): Promise<readonly Lesson[]> => {
  if (pupil.classId === undefined) return [];
  const lessons = await timetable.listLessonsOfClass(pupil.classId, date);
  return lessons.filter((lesson) => isFor(lesson, pupil));
};

const listOwnLessons = async (actor: Actor, date: LocalDate, services: TimetableServices): Promise<readonly Lesson[] | undefined> => {
  if (actor.self !== undefined) return listPupilLessons(actor.self, date, services);
  return actor.kind === 'staff' ? services.timetable.listLessonsTaughtBy(actor, date) : undefined;
};

/** The lessons of a school date: one's own, a pupil's (his class's and his groups') or a whole class's. */
export const readDay = bind<TimetableServices>()(timetableOperations.readDay, {
  async subject({ actor, input: { query }, services }): Promise<DaySubject | undefined> {
    if (query.pupilId !== undefined) return findPupilDay(actor, query.pupilId, services);
    if (query.classId !== undefined) return findClassDay(actor, query.classId, services);
    return { kind: 'own' };
  },
  may: mayReadDay,
  async run({ actor, subject, input, services }) {
    const { date } = input.path;
    const lessons =
      subject.kind === 'own'
        ? await listOwnLessons(actor, date, services)
        : subject.kind === 'pupil'
          ? await listPupilLessons(subject, date, services)
          : await services.timetable.listLessonsOfClass(subject.classId, date);
    return lessons === undefined ? refuse('timetable.no-own-day') : { date, lessons: lessons.map(view) };
  },
});
