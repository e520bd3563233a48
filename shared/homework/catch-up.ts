import { nextSchoolDay } from '../kernel/school-calendar.ts';
import type { LocalDate, LocalTime } from '../kernel/school-time.ts';
import type { HomeworkCard } from './schema.ts';

interface Hours {
  readonly from: LocalTime;
  readonly until: LocalTime;
}

/** A lesson that the pupil has on a date. */
interface LessonOfDay {
  readonly lessonId: string;
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly subject: string;
}

/** A school date on which the pupil missed something. */
export interface MissedDay<L extends LessonOfDay = LessonOfDay> {
  readonly date: LocalDate;
  readonly lessons: readonly L[];
  /** He was at none of that day's lessons. */
  readonly whole: boolean;
  /** A lesson came after what he missed: he was back that very day. */
  readonly backThatDay: boolean;
}

/** What was missed of a day: from the first to the last hour of absence, a lesson in between whose roll was not called included. */
export const missedDayOf = <L extends LessonOfDay>(date: LocalDate, hours: readonly Hours[], lessons: readonly L[]): MissedDay<L> => {
  const from = hours.map((hour) => hour.from).toSorted()[0] ?? '24:00';
  const until =
    hours
      .map((hour) => hour.until)
      .toSorted()
      .at(-1) ?? '00:00';
  const missed = lessons.filter((lesson) => lesson.start < until && lesson.end > from);
  return {
    date,
    lessons: missed,
    whole: missed.length === lessons.length,
    backThatDay: lessons.some((lesson) => lesson.start >= until),
  };
};

/** Dates missed one school day after another are one absence, the latest first; a week-end or a public holiday in between parts nothing. */
export const spansOf = (dates: readonly LocalDate[]): readonly { readonly from: LocalDate; readonly until: LocalDate }[] =>
  dates
    .toSorted()
    .reduce<readonly { from: LocalDate; until: LocalDate }[]>((spans, date) => {
      const last = spans.at(-1);
      if (last === undefined || date > nextSchoolDay(last.until, '')) return [...spans, { from: date, until: date }];
      return [...spans.slice(0, -1), { from: last.from, until: date }];
    }, [])
    .toReversed();

const isMissed = (days: readonly MissedDay[], date: LocalDate, subject: string): boolean =>
  days.some((day) => day.date === date && (day.whole || day.lessons.some((lesson) => lesson.subject === subject)));

type Dated = Pick<HomeworkCard, 'givenOn' | 'dueOn' | 'subject'>;

/** Work given at a lesson that was missed, or due for one. */
export const isToCatchUp = ({ givenOn, dueOn, subject }: Dated, days: readonly MissedDay[]): boolean =>
  isMissed(days, givenOn, subject) || isMissed(days, dueOn, subject);

/** Work due for a missed lesson, or given at one and due before an evening at home after the return, cannot be asked for at its own date. */
export const needsDeadline = ({ givenOn, dueOn, subject }: Dated, days: readonly MissedDay[], backOn: LocalDate): boolean =>
  isMissed(days, dueOn, subject) || (isMissed(days, givenOn, subject) && dueOn <= backOn);
