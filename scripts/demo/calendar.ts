import { easterOf } from '@preau/shared/kernel/school-calendar.ts';
import { addDays, weekdayOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';

const DAYS_BACK = 70;
const DAYS_AHEAD = 120;
const SATURDAY = 6;

export interface Term {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Bank holidays and holidays, first and last days included. */
  readonly closures: readonly (readonly [LocalDate, LocalDate])[];
}

const saturdayFrom = (date: LocalDate): LocalDate => addDays(date, (SATURDAY - weekdayOf(date) + 7) % 7);

const yearClosures = (year: number): readonly (readonly [LocalDate, LocalDate])[] => {
  const single = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map((day) => `${year}-${day}`);
  const moving = [1, 39, 50].map((days) => addDays(easterOf(year), days));
  const holidays = ['02-13', '04-10', '10-17', '12-19'].map((day) => saturdayFrom(`${year}-${day}`));
  return [...[...single, ...moving].map((day) => [day, day] as const), ...holidays.map((first) => [first, addDays(first, 15)] as const)];
};

/** A term around today: weeks behind it to have a past, weeks ahead to plan; summer is left open so that the demonstration works all year. */
export const termOf = (today: LocalDate): Term => {
  const [from, until] = [addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD)];
  const year = Number(today.slice(0, 4));
  const closures = [year - 1, year, year + 1].flatMap(yearClosures).filter(([first, last]) => last >= from && first <= until);
  return { from, until, closures };
};

const isClosed = (term: Term, date: LocalDate): boolean =>
  weekdayOf(date) >= SATURDAY || term.closures.some(([first, last]) => first <= date && date <= last);

/** The last school dates before today, the nearest first. */
export const schoolDaysBefore = (term: Term, today: LocalDate, count: number): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let date = addDays(today, -1); date >= term.from && days.length < count; date = addDays(date, -1))
    if (!isClosed(term, date)) days.push(date);
  return days;
};
