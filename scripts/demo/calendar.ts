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

/** Gauss's Easter, from which four bank holidays come. */
const easterOf = (year: number): LocalDate => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const [month, day] = [Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

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
