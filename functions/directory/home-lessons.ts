import { teaches } from '@preau/shared/attendance/policy.ts';
import type { Actor, Child } from '@preau/shared/directory/schema.ts';
import type { HomeLesson, TaughtLesson } from '@preau/shared/directory/views.ts';
import type { ClassId } from '@preau/shared/kernel/ids.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import { changeViewOf, isHeld, withoutChange, type TimetableDay } from '@preau/shared/timetable/changes.ts';
import { hasRegisterOpened, isFor, phaseOf } from '@preau/shared/timetable/rules.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import type { DirectoryServices } from './services.ts';

const lessonView = (lesson: Lesson): HomeLesson => ({
  lessonId: lesson.lessonId,
  start: lesson.start,
  end: lesson.end,
  subject: lesson.subject,
  ...(lesson.room === undefined ? {} : { room: lesson.room }),
  teachers: lesson.teachers.map((teacher) => teacher.name),
  audience: (lesson.groups.length > 0 ? lesson.groups : lesson.classes).map((one) => one.name),
  ...changeViewOf(lesson),
});

/** At the place that it has left, a lesson says where it went. */
const leftView = ({ date, start, end, change, ...lesson }: Lesson): HomeLesson => ({
  ...lessonView({ ...lesson, date, start, end, change }),
  ...(change === undefined ? {} : { start: change.previous.start, end: change.previous.end }),
  movedTo: { date, start, end },
});

const inDayOrder = <L extends HomeLesson>(lessons: readonly L[]): L[] => lessons.toSorted((a, b) => a.start.localeCompare(b.start));

type ClassLessons = ReadonlyMap<ClassId, TimetableDay>;

/** Today's lessons of several classes, each class read once however many children are in it. */
export const loadClassLessons = async (
  children: readonly Pick<Child, 'classId'>[],
  date: LocalDate,
  { timetable }: DirectoryServices,
): Promise<ClassLessons> => {
  const classIds = [...new Set(children.map((child) => child.classId))].filter((classId) => classId !== undefined);
  return new Map(await Promise.all(classIds.map(async (classId) => [classId, await timetable.readDayOfClass(classId, date)] as const)));
};

/** A pupil's own lessons: his class's, and of the group lessons those of his groups. */
export const lessonsOf = (child: Child, days: ClassLessons): HomeLesson[] => {
  const day = child.classId === undefined ? undefined : days.get(child.classId);
  if (day === undefined) return [];
  const own = (lesson: Lesson): boolean => isFor(lesson, child);
  return inDayOrder([...day.lessons.filter(own).map(lessonView), ...day.movedAway.filter(own).map(leftView)]);
};

const taughtPhase = (lesson: Lesson, now: Instant): TaughtLesson['phase'] => {
  if (phaseOf(lesson, now) === 'over') return 'over';
  return hasRegisterOpened(lesson, now) ? 'open' : 'later';
};

/** The schools of these lessons by name: those of one's posts are known, another is read. */
const loadSchoolNames = async (actor: Actor, lessons: readonly Lesson[], { directory }: DirectoryServices) => {
  const known = new Map(actor.posts.map((post) => [post.schoolId, post.schoolName]));
  const others = [...new Set(lessons.map((lesson) => lesson.schoolId))].filter((schoolId) => !known.has(schoolId));
  const found = await Promise.all(others.map(async (schoolId) => [schoolId, (await directory.findSchool(schoolId))?.name ?? ''] as const));
  return new Map([...known, ...found]);
};

/** A teacher's lessons of today in all schools, with where each roll stands; a roll that cannot have been called is not looked for. */
export const loadTaughtLessons = async (
  actor: Actor,
  date: LocalDate,
  now: Instant,
  services: DirectoryServices,
): Promise<TaughtLesson[]> => {
  const { timetable, attendance } = services;
  const { lessons, movedAway } = await timetable.readDayTaughtBy(actor, date);
  const callsRoll = (lesson: Lesson): boolean => isHeld(lesson) && teaches(actor, lesson);
  const [called, schoolNames] = await Promise.all([
    attendance.listCalled(lessons.filter((lesson) => callsRoll(lesson) && taughtPhase(lesson, now) !== 'later')),
    loadSchoolNames(actor, [...lessons, ...movedAway], services),
  ]);
  const schoolName = ({ schoolId }: Lesson): string => schoolNames.get(schoolId) ?? '';
  const given = lessons.map((lesson) => ({
    ...lessonView(lesson),
    schoolName: schoolName(lesson),
    phase: taughtPhase(lesson, now),
    registerTaken: called.has(lesson.lessonId),
    callsRoll: callsRoll(lesson),
  }));
  const left = movedAway.map((lesson) => ({
    ...leftView(lesson),
    schoolName: schoolName(lesson),
    phase: taughtPhase(withoutChange(lesson), now),
    registerTaken: false,
    callsRoll: false,
  }));
  return inDayOrder([...given, ...left]);
};
