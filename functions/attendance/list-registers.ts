import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { mayRunOffice } from '@preau/shared/attendance/policy.ts';
import { viewVersion } from '@preau/shared/attendance/register.ts';
import type { RegisterVersion } from '@preau/shared/attendance/schema.ts';
import type { RegisterProgress, RegisterRow } from '@preau/shared/attendance/views.ts';
import { progressOf } from '@preau/shared/attendance/window.ts';
import type { LessonId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { localDateOf, type Instant, type LocalDate, type LocalTime } from '@preau/shared/kernel/school-time.ts';
import { changeViewOf, isHeld } from '@preau/shared/timetable/changes.ts';
import { isUnderWay, LONGEST_LESSON_MINUTES } from '@preau/shared/timetable/rules.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { bind } from '../runtime/bind.ts';
import type { AttendanceServices } from './services.ts';

const hourAt = (hour: number, minutes: string): LocalTime => `${String(Math.min(23, Math.max(0, hour))).padStart(2, '0')}:${minutes}`;

const listLessons = async (
  schoolId: SchoolId,
  date: LocalDate,
  time: LocalTime | undefined,
  { timetable }: AttendanceServices,
): Promise<readonly Lesson[]> => {
  if (time === undefined) return timetable.listLessonsOfSchool(schoolId, date);
  const hour = Number(time.slice(0, 2));
  const beginning = { from: hourAt(hour - LONGEST_LESSON_MINUTES / 60, '00'), until: hourAt(hour + 1, '59') };
  const lessons = await timetable.listLessonsOfSchool(schoolId, date, beginning);
  return lessons.filter((lesson) => isUnderWay(lesson, time));
};

const listLatest = async (lessons: readonly Lesson[], services: AttendanceServices): Promise<ReadonlyMap<LessonId, RegisterVersion>> => {
  const [first] = lessons;
  const last = lessons.at(-1);
  if (first === undefined || last === undefined) return new Map();
  const versions = await services.store.listRegisters(first.schoolId, first.date, first.start, last.start);
  // In the order of versions: the latest one stays.
  return new Map(versions.map((version) => [version.lessonId, version]));
};

const rowOf = (lesson: Lesson, latest: RegisterVersion | undefined, reader: PersonId, now: Instant): RegisterRow => {
  const { lessonId, start, end, subject, room } = lesson;
  const audience = (lesson.groups.length > 0 ? lesson.groups : lesson.classes).map((one) => one.name);
  const row: RegisterRow = {
    lessonId,
    start,
    end,
    subject,
    audience,
    ...(room === undefined ? {} : { room }),
    teachers: lesson.teachers.map((teacher) => teacher.name),
    progress: isHeld(lesson) ? progressOf(lesson, latest !== undefined, now) : 'cancelled',
    ...changeViewOf(lesson),
  };
  if (latest === undefined) return row;
  const { version, takenAt, takenByName, role, called, absent, late } = viewVersion(latest, reader);
  return { ...row, version, takenAt, takenByName, role, called, absent, late };
};

const countOf = (rows: readonly RegisterRow[], progress: RegisterProgress): number =>
  rows.filter((row) => row.progress === progress).length;

/** Which registers of a school are done, late or missing at this instant. */
export const listRegisters = bind<AttendanceServices>()(attendanceOperations.listRegisters, {
  subject: async ({ input }) => ({ schoolId: input.path.schoolId }),
  may: mayRunOffice,
  async run({ actor, input: { path, query }, services, now }) {
    const date = query.date ?? localDateOf(now);
    const lessons = await listLessons(path.schoolId, date, query.time, services);
    const latest = await listLatest(lessons, services);
    const registers = lessons.map((lesson) => rowOf(lesson, latest.get(lesson.lessonId), actor.personId, now));
    return {
      date,
      registers,
      counts: {
        done: countOf(registers, 'done'),
        expected: countOf(registers, 'expected'),
        late: countOf(registers, 'late'),
        missing: countOf(registers, 'missing'),
        notYet: countOf(registers, 'notYet'),
      },
    };
  },
});
