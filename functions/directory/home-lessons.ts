import type { Actor, Child } from '@preau/shared/directory/schema.ts';
import type { HomeLesson, TaughtLesson } from '@preau/shared/directory/views.ts';
import type { ClassId } from '@preau/shared/kernel/ids.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
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
});

type ClassLessons = ReadonlyMap<ClassId, readonly Lesson[]>;

/** Today's lessons of several classes, each class read once however many children are in it. */
export const loadClassLessons = async (
  children: readonly Pick<Child, 'classId'>[],
  date: LocalDate,
  { timetable }: DirectoryServices,
): Promise<ClassLessons> => {
  const classIds = [...new Set(children.map((child) => child.classId))].filter((classId) => classId !== undefined);
  return new Map(await Promise.all(classIds.map(async (classId) => [classId, await timetable.listLessonsOfClass(classId, date)] as const)));
};

/** A pupil's own lessons: his class's, and of the group lessons those of his groups. */
export const lessonsOf = (child: Child, lessons: ClassLessons): HomeLesson[] =>
  child.classId === undefined ? [] : (lessons.get(child.classId) ?? []).filter((lesson) => isFor(lesson, child)).map(lessonView);

const taughtPhase = (lesson: Lesson, now: Instant): TaughtLesson['phase'] => {
  if (phaseOf(lesson, now) === 'over') return 'over';
  return hasRegisterOpened(lesson, now) ? 'open' : 'later';
};

/** A teacher's lessons of today in all schools, with where each roll stands; a roll that cannot have been called is not looked for. */
export const loadTaughtLessons = async (
  actor: Actor,
  date: LocalDate,
  now: Instant,
  { timetable, attendance }: DirectoryServices,
): Promise<TaughtLesson[]> => {
  const lessons = await timetable.listLessonsTaughtBy(actor, date);
  const called = await attendance.listCalled(lessons.filter((lesson) => taughtPhase(lesson, now) !== 'later'));
  return lessons.map((lesson) => ({
    ...lessonView(lesson),
    schoolName: actor.posts.find((post) => post.schoolId === lesson.schoolId)?.schoolName ?? '',
    phase: taughtPhase(lesson, now),
    registerTaken: called.has(lesson.lessonId),
  }));
};
