import { absentHours } from '@preau/shared/attendance/rules.ts';
import type { PupilDay } from '@preau/shared/attendance/schema.ts';
import type { PupilPlace } from '@preau/shared/homework/audience.ts';
import { missedDayOf, spansOf, type MissedDay } from '@preau/shared/homework/catch-up.ts';
import type { ClassId } from '@preau/shared/kernel/ids.ts';
import { addDays, weekdayOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { isHeld } from '@preau/shared/timetable/changes.ts';
import { isFor } from '@preau/shared/timetable/rules.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import type { HomeworkServices } from './services.ts';

const SUNDAY = 7;
/** How far the return and the next lesson of a subject are looked for: past the longest holidays of a term. */
const DAYS_AHEAD = 21;

/** A class's days, each read once. */
export type ClassDays = (classId: ClassId, date: LocalDate) => Promise<readonly Lesson[]>;

export const classDays = ({ timetable }: Pick<HomeworkServices, 'timetable'>): ClassDays => {
  const known = new Map<string, Promise<readonly Lesson[]>>();
  return (classId, date) => {
    const key = `${classId} ${date}`;
    const day = known.get(key) ?? timetable.listLessonsOfClass(classId, date);
    known.set(key, day);
    return day;
  };
};

const lessonsOf = async (pupil: PupilPlace, date: LocalDate, days: ClassDays): Promise<readonly Lesson[]> =>
  pupil.classId === undefined ? [] : (await days(pupil.classId, date)).filter((lesson) => isHeld(lesson) && isFor(lesson, pupil));

export interface Span {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** A pupil's absences among his recorded days, the latest first. */
export const spansOfDays = (days: readonly PupilDay[]): readonly Span[] =>
  spansOf(days.flatMap((day) => (absentHours(day).length > 0 ? [day.date] : [])));

/** One absence with what was missed each day. */
export const missedIn = (span: Span, days: readonly PupilDay[], pupil: PupilPlace, ofClass: ClassDays) =>
  Promise.all(
    days
      .filter(({ date }) => span.from <= date && date <= span.until)
      .toSorted((a, b) => a.date.localeCompare(b.date))
      .flatMap((day) => {
        const hours = absentHours(day);
        return hours.length === 0 ? [] : [lessonsOf(pupil, day.date, ofClass).then((lessons) => missedDayOf(day.date, hours, lessons))];
      }),
  );

const datesAfter = (date: LocalDate): readonly LocalDate[] =>
  Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(date, index + 1)).filter((one) => weekdayOf(one) < SUNDAY);

/** The date on which the pupil has lessons again after an absence. */
export const backAfter = async (days: readonly MissedDay[], pupil: PupilPlace, ofClass: ClassDays): Promise<LocalDate | undefined> => {
  const last = days.at(-1);
  if (last === undefined || last.backThatDay) return last?.date;
  for (const date of datesAfter(last.date)) {
    if ((await lessonsOf(pupil, date, ofClass)).length > 0) return date;
  }
  return undefined;
};

/** The first lesson of each subject after a date: read a day at a time, no further than needed. */
export const nextLessons = async (
  subjects: readonly string[],
  after: LocalDate,
  pupil: PupilPlace,
  ofClass: ClassDays,
): Promise<ReadonlyMap<string, LocalDate>> => {
  const found = new Map<string, LocalDate>();
  for (const date of datesAfter(after)) {
    if (subjects.every((subject) => found.has(subject))) break;
    for (const { subject } of await lessonsOf(pupil, date, ofClass)) {
      if (!found.has(subject)) found.set(subject, date);
    }
  }
  return found;
};
