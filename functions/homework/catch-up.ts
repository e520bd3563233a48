import type { PupilDay } from '@preau/shared/attendance/schema.ts';
import { isToCatchUp, needsDeadline, type MissedDay } from '@preau/shared/homework/catch-up.ts';
import { isDueFor } from '@preau/shared/homework/policy.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import type { CatchUpRow, MissedLessonView } from '@preau/shared/homework/views.ts';
import { addDays, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import type { LessonContent } from '../notebook/reads.ts';
import { backAfter, classDays, missedIn, nextLessons, type Span } from './absences.ts';
import type { followedBy } from './pupils.ts';
import type { HomeworkServices } from './services.ts';
import { dueRow } from './views.ts';

type Pupil = Awaited<ReturnType<typeof followedBy>>[number];

/** Work given at a missed lesson is seldom due later. */
const DUE_AFTER_DAYS = 14;

const contentOf = (lesson: Lesson, date: LocalDate, written: readonly LessonContent[]): MissedLessonView => {
  const record = written.find(({ recordId }) => recordId === lesson.lessonId);
  const { start, end, subject } = lesson;
  return { date, start, end, subject, ...(record === undefined ? {} : { recordId: record.recordId, shown: record.shown }) };
};

const isWithin = ({ date, start, subject }: LessonContent, days: readonly MissedDay<Lesson>[]): boolean =>
  days.some((day) => day.date === date && (day.whole || (start === undefined && day.lessons.some((lesson) => lesson.subject === subject))));

/** The missed lessons with their contents, and what was written of those days without a lesson. */
const lessonsMissed = (days: readonly MissedDay<Lesson>[], written: readonly LessonContent[]): MissedLessonView[] => {
  const known = new Set<string>(days.flatMap((day) => day.lessons.map((lesson) => lesson.lessonId)));
  const others = written.filter((record) => !known.has(record.recordId) && isWithin(record, days));
  return [...days.flatMap((day) => day.lessons.map((lesson) => contentOf(lesson, day.date, written))), ...others].toSorted(
    (a, b) => a.date.localeCompare(b.date) || (a.start ?? '').localeCompare(b.start ?? ''),
  );
};

/** What a pupil missed from one date to another: lessons with their contents, work, and the dates to propose for it. */
export const packOf = async (
  span: Span,
  {
    pupil,
    recorded,
    today,
    now,
  }: { readonly pupil: Pupil; readonly recorded: readonly PupilDay[]; readonly today: LocalDate; readonly now: Instant },
  services: Pick<HomeworkServices, 'store' | 'notebook' | 'timetable'>,
) => {
  const { classId } = pupil;
  if (classId === undefined) return undefined;
  const ofClass = classDays(services);
  const [days, written, works] = await Promise.all([
    missedIn(span, recorded, pupil, ofClass),
    services.notebook.listForPupil({ classId, groupIds: pupil.groupIds }, span.from, span.until, now),
    services.store.listOfClass(classId, span.from, addDays(span.until, DUE_AFTER_DAYS)),
  ]);
  const toDo = works.filter((work) => isDueFor(work, pupil, now) && isToCatchUp(work, days));
  const [own, backOn = span.until] = await Promise.all([
    services.store.listOwn(
      pupil.pupilId,
      toDo.map((work) => work.homeworkId),
    ),
    backAfter(days, pupil, ofClass),
  ]);
  const waits = (work: Homework): boolean => !own.deadlines.has(work.homeworkId) && needsDeadline(work, days, backOn);
  const subjects = [...new Set(toDo.filter(waits).map((work) => work.subject))];
  const next =
    subjects.length === 0 ? new Map<string, LocalDate>() : await nextLessons(subjects, backOn > today ? backOn : today, pupil, ofClass);
  const rowOf = (work: Homework): CatchUpRow => {
    const row = dueRow(work, own.done.has(work.homeworkId), own.deadlines.get(work.homeworkId)?.dueOn);
    if (row.dueOnOfOthers !== undefined) return { ...row, deadline: { is: 'decided' } };
    if (!waits(work)) return { ...row, deadline: { is: 'kept' } };
    const dueOn = next.get(work.subject);
    return { ...row, deadline: { is: 'proposed', ...(dueOn === undefined ? {} : { dueOn }) } };
  };
  return { ...span, backOn, lessons: lessonsMissed(days, written), works: toDo.map(rowOf) };
};
