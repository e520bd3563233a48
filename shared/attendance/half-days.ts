import { addDays, minutesOf, weekdayOf, type LocalDate, type LocalTime } from '../kernel/school-time.ts';
import { absentHours, isAtSchool, observationsOf, type AbsentHour } from './rules.ts';
import type { PupilDay } from './schema.ts';
import type { MonthHalfDays } from './views.ts';

/** A school's hours as half-days see them. */
export interface SchoolHours {
  /** By weekday, 1 is Monday; a weekday without hours is closed. */
  readonly opening: Readonly<Record<number, { readonly from: LocalTime; readonly until: LocalTime } | undefined>>;
  readonly closures: readonly LocalDate[];
  /** Where the morning ends. */
  readonly cutOver: LocalTime;
}

/** An absence in the school's local time, from one date to the same or a later one. */
export interface LocalInterval {
  readonly fromDate: LocalDate;
  readonly from: LocalTime;
  readonly untilDate: LocalDate;
  readonly until: LocalTime;
}

export interface HalfDay {
  readonly date: LocalDate;
  readonly half: 'morning' | 'afternoon';
}

/** An absence that began in the morning counts in the afternoon too from this long after the cut-over: 1 h 45. */
export const TOLERANCE_MINUTES = 105;

const wholeDay = { from: '07:00', until: '19:00' } as const;

/** Wide enough for every lesson; a school that states its hours replaces them. */
export const DEFAULT_HOURS: SchoolHours = {
  opening: { 1: wholeDay, 2: wholeDay, 3: wholeDay, 4: wholeDay, 5: wholeDay, 6: wholeDay },
  closures: [],
  cutOver: '11:50',
};

interface Clipped {
  readonly date: LocalDate;
  readonly start: number;
  readonly end: number;
}

const datesOf = (interval: LocalInterval): readonly LocalDate[] => {
  const dates: LocalDate[] = [];
  for (let date = interval.fromDate; date <= interval.untilDate; date = addDays(date, 1)) dates.push(date);
  return dates;
};

const clip = (interval: LocalInterval, hours: SchoolHours): readonly Clipped[] =>
  datesOf(interval).flatMap((date) => {
    const opening = hours.opening[weekdayOf(date)];
    if (opening === undefined || hours.closures.includes(date)) return [];
    const start = Math.max(minutesOf(opening.from), date === interval.fromDate ? minutesOf(interval.from) : 0);
    const end = Math.min(minutesOf(opening.until), date === interval.untilDate ? minutesOf(interval.until) : 24 * 60);
    return start < end ? [{ date, start, end }] : [];
  });

const halvesOf = (date: LocalDate, pieces: readonly Clipped[], cutOver: number): readonly HalfDay[] => {
  const hasMorning = pieces.some((piece) => piece.start < cutOver);
  const hasAfternoon = pieces.some((piece) => (hasMorning ? piece.end >= cutOver + TOLERANCE_MINUTES : piece.end > cutOver));
  return [...(hasMorning ? [{ date, half: 'morning' as const }] : []), ...(hasAfternoon ? [{ date, half: 'afternoon' as const }] : [])];
};

/** The half-days, the legal unit of absence, that absences amount to: never lowered by one more absence, whatever their order and however they are cut. */
export const halfDaysOf = (intervals: readonly LocalInterval[], hours: SchoolHours = DEFAULT_HOURS): readonly HalfDay[] => {
  const byDate = Map.groupBy(
    intervals.flatMap((interval) => clip(interval, hours)),
    (piece) => piece.date,
  );
  return [...byDate]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([date, pieces]) => halvesOf(date, pieces, minutesOf(hours.cutOver)));
};

const countHalfDays = (days: readonly PupilDay[], hours: SchoolHours, counts: (hour: AbsentHour) => boolean): number =>
  halfDaysOf(
    days.flatMap((day) =>
      absentHours(day)
        .filter(counts)
        .map((hour) => ({ fromDate: day.date, from: hour.from, untilDate: day.date, until: hour.until })),
    ),
    hours,
  ).length;

/** Half-days of one calendar month in the school's dates; unjustified is whatever the office has not accepted. */
export const monthHalfDays = (days: readonly PupilDay[], month: string, hours: SchoolHours = DEFAULT_HOURS): MonthHalfDays => {
  const ofMonth = days.filter((day) => day.date.startsWith(`${month}-`));
  return {
    month,
    total: countHalfDays(ofMonth, hours, () => true),
    unjustified: countHalfDays(ofMonth, hours, (hour) => hour.treatment !== 'justified'),
  };
};

/** What a report card says of absences: half-days that the office has accepted or not, and lates; never under the school's responsibility. */
export interface AbsenceCount {
  readonly justified: number;
  readonly unjustified: number;
  readonly lates: number;
}

/** The absences of a pupil between two school dates, both included; a half-day that is partly unjustified is unjustified. */
export const countAbsences = (
  days: readonly PupilDay[],
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
  hours: SchoolHours = DEFAULT_HOURS,
): AbsenceCount => {
  const ofPeriod = days.filter(({ date }) => from <= date && date <= until);
  const unjustified = countHalfDays(ofPeriod, hours, (hour) => hour.treatment !== 'justified');
  const late = ofPeriod.flatMap((day) =>
    observationsOf(day).filter((one) => one.kind === 'late' && !isAtSchool(day, { from: one.start, until: one.end })),
  );
  return { justified: countHalfDays(ofPeriod, hours, () => true) - unjustified, unjustified, lates: late.length };
};

/** Warn at 3 unjustified half-days in a calendar month, refer at 4, gather the educational team at 10; a proposal falls when the count does. @see Code de l'éducation, art. L131-8; circulaire 2014-159 */
export const thresholdOf = (unjustified: number): NonNullable<MonthHalfDays['threshold']> => {
  if (unjustified >= 10) return 'educationalTeam';
  if (unjustified >= 4) return 'referral';
  return unjustified >= 3 ? 'warn' : 'none';
};
