import { substitutionsOf, worksIn } from '@preau/shared/directory/relations.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { ClassId, PersonId } from '@preau/shared/kernel/ids.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { timetableOperations } from '@preau/shared/timetable/api.ts';
import { mayReadDay, type DaySubject } from '@preau/shared/timetable/policy.ts';
import { viewLesson, type TimetableDay } from '@preau/shared/timetable/changes.ts';
import { isFor } from '@preau/shared/timetable/rules.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { bind } from '../runtime/bind.ts';
import type { TimetableServices } from './services.ts';

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

const findTeacherDay = async (teacherId: PersonId, { findActor }: TimetableServices): Promise<DaySubject | undefined> => {
  const teacher = await findActor(teacherId);
  return teacher === undefined ? undefined : { kind: 'teacher', teacherId, schoolIds: teacher.posts.map((post) => post.schoolId) };
};

const EMPTY: TimetableDay = { lessons: [], movedAway: [] };

const only = (day: TimetableDay, keep: (lesson: Lesson) => boolean): TimetableDay => ({
  lessons: day.lessons.filter(keep),
  movedAway: day.movedAway.filter(keep),
});

const readPupilDay = async (
  pupil: { readonly classId?: ClassId | undefined; readonly groupIds: Extract<DaySubject, { kind: 'pupil' }>['groupIds'] },
  date: LocalDate,
  { timetable }: TimetableServices,
): Promise<TimetableDay> =>
  pupil.classId === undefined ? EMPTY : only(await timetable.readDayOfClass(pupil.classId, date), (lesson) => isFor(lesson, pupil));

const readOwnDay = async (actor: Actor, date: LocalDate, services: TimetableServices): Promise<TimetableDay | undefined> => {
  if (actor.self !== undefined) return readPupilDay(actor.self, date, services);
  return actor.kind === 'staff' ? services.timetable.readDayTaughtBy(actor, date) : undefined;
};

const readDayOf = async (
  subject: DaySubject,
  actor: Actor,
  date: LocalDate,
  services: TimetableServices,
): Promise<TimetableDay | undefined> => {
  switch (subject.kind) {
    case 'own':
      return readOwnDay(actor, date, services);
    case 'pupil':
      return readPupilDay(subject, date, services);
    case 'class':
      return services.timetable.readDayOfClass(subject.classId, date);
    case 'teacher':
      return only(await services.timetable.readDayOfTeacher(subject.teacherId, date), (lesson) => worksIn(actor, lesson.schoolId));
  }
};

/** The lessons of a school date: one's own, a pupil's (his class's and his groups'), a whole class's or a colleague's. */
export const readDay = bind<TimetableServices>()(timetableOperations.readDay, {
  async subjectFor({ actor, input: { query }, services }): Promise<DaySubject | undefined> {
    if (query.pupilId !== undefined) return findPupilDay(actor, query.pupilId, services);
    if (query.classId !== undefined) return findClassDay(actor, query.classId, services);
    if (query.teacherId !== undefined) return findTeacherDay(query.teacherId, services);
    return { kind: 'own' };
  },
  may: mayReadDay,
  async run({ actor, subject, input, services }) {
    const { date } = input.path;
    const day = await readDayOf(subject, actor, date, services);
    if (day === undefined) return refuse('timetable.no-own-day');
    return { date, lessons: day.lessons.map(viewLesson), movedAway: day.movedAway.map(viewLesson) };
  },
});
