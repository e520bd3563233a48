import * as z from 'zod';
import type { School } from '../directory/schema.ts';
import { ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import { addDays, Instant, LocalDate } from '../kernel/school-time.ts';
import { datesOfSchoolYear, schoolYearOf } from '../kernel/school-year.ts';

export const PeriodKind = z.enum(['trimester', 'semester']);
export type PeriodKind = z.infer<typeof PeriodKind>;

/** `2026-T1`: the first trimester of 2026-2027; `2026-S2`: its second semester. */
export const PeriodKey = z.string().regex(/^\d{4}-(?:T[123]|S[12])$/);
export type PeriodKey = z.infer<typeof PeriodKey>;

/** Closed by the head: marks and remarks of that period are written no more. */
export const Closing = z.strictObject({ by: PersonId, byName: z.string(), at: Instant });
export type Closing = z.infer<typeof Closing>;

/** School dates, both included. */
export const Period = z.strictObject({ key: PeriodKey, from: LocalDate, until: LocalDate, closed: Closing.optional() });
export type Period = z.infer<typeof Period>;

export const REASON_MAX = 300;

/** What one decision changed, for the log. */
export const PeriodsChange = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('dates') }),
  z.strictObject({ what: z.literal('closed'), period: PeriodKey }),
  z.strictObject({ what: z.literal('reopened'), period: PeriodKey, reason: z.string().trim().min(1).max(REASON_MAX) }),
]);
export type PeriodsChange = z.infer<typeof PeriodsChange>;

/** The periods of a class in one school year, as one decision of the head left them: immutable, the last is in force and the others are the log. */
export const PeriodsVersion = z.strictObject({
  classId: ClassId,
  schoolId: SchoolId,
  year: z.int(),
  version: z.int().min(1),
  kind: PeriodKind,
  periods: z.array(Period).min(2).max(3),
  change: PeriodsChange,
  by: PersonId,
  byName: z.string(),
  at: Instant,
});
export type PeriodsVersion = z.infer<typeof PeriodsVersion>;

/** The periods in force; version 0 when the head decided nothing. */
export type ClassPeriods = Pick<PeriodsVersion, 'year' | 'version' | 'kind' | 'periods'>;

const LETTERS = { trimester: 'T', semester: 'S' } as const;
const COUNTS = { trimester: 3, semester: 2 } as const;

/** The last day of each period but the last, which ends with the school year. */
const DEFAULT_ENDS = { trimester: ['11-30', '03-15'], semester: ['01-31'] } as const;

/** Trimesters in *collèges* and general *lycées*, semesters in vocational and agricultural ones, until the head says otherwise for a class. */
export const kindOfSchool = (kind: School['kind'] | undefined): PeriodKind =>
  kind === 'lyceePro' || kind === 'lyceeAgricole' ? 'semester' : 'trimester';

const keysOf = (kind: PeriodKind, year: number): readonly PeriodKey[] =>
  Array.from({ length: COUNTS[kind] }, (_, index) => `${year}-${LETTERS[kind]}${index + 1}`);

/** The periods of a school year from the last day of each but the last: without a gap, so that no mark and no absence falls between two. */
export const periodsEnding = (kind: PeriodKind, year: number, ends: readonly LocalDate[]): readonly Period[] => {
  const { from, until } = datesOfSchoolYear(year);
  return keysOf(kind, year).map((key, index) => {
    const before = ends[index - 1];
    return { key, from: before === undefined ? from : addDays(before, 1), until: ends[index] ?? until };
  });
};

/** The last days that a page shows and sends back. */
export const endsOf = (periods: readonly Period[]): readonly LocalDate[] => periods.slice(0, -1).map(({ until }) => until);

/** The periods of a class for which nothing was decided. */
export const defaultPeriods = (kind: PeriodKind, year: number): ClassPeriods => {
  const { from } = datesOfSchoolYear(year);
  const ends = DEFAULT_ENDS[kind].map((day) => `${day < from.slice(5) ? year + 1 : year}-${day}`);
  return { year, version: 0, kind, periods: [...periodsEnding(kind, year, ends)] };
};

/** What was decided for a class, else what its kind of school does. */
export const periodsInForce = (decided: ClassPeriods | undefined, kind: School['kind'] | undefined, year: number): ClassPeriods =>
  decided ?? defaultPeriods(kindOfSchool(kind), year);

/** True when so many last days, in order and within the year, make periods of at least one day each. */
export const areInOrder = (kind: PeriodKind, year: number, ends: readonly LocalDate[]): boolean => {
  const { from, until } = datesOfSchoolYear(year);
  const limits = [addDays(from, -1), ...ends, until];
  return ends.length === COUNTS[kind] - 1 && limits.every((limit, index) => index === 0 || (limits[index - 1] ?? '') < limit);
};

/** True when a change of dates or of kind leaves every closed period as it is. */
export const keepsClosed = (periods: readonly Period[], next: readonly Period[]): boolean =>
  periods.every(
    ({ key, from, until, closed }) =>
      closed === undefined || next.some((one) => one.key === key && one.from === from && one.until === until),
  );

/** The new dates with the closings of before. */
export const withClosings = (next: readonly Period[], periods: readonly Period[]): readonly Period[] =>
  next.map((period) => {
    const closed = periods.find(({ key }) => key === period.key)?.closed;
    return closed === undefined ? period : { ...period, closed };
  });

/** The periods once one of them is closed. */
export const closing = (periods: readonly Period[], key: PeriodKey, closed: Closing): readonly Period[] =>
  periods.map((period) => (period.key === key ? { ...period, closed } : period));

/** The periods once one of them is open again. */
export const reopening = (periods: readonly Period[], key: PeriodKey): readonly Period[] =>
  periods.map((period) => {
    if (period.key !== key) return period;
    const { closed: _closed, ...open } = period;
    return open;
  });

export const findPeriod = (periods: readonly Period[], key: PeriodKey): Period | undefined => periods.find((one) => one.key === key);

/** The period that holds a school date; undefined in another school year. */
export const periodOn = (periods: readonly Period[], date: LocalDate): Period | undefined =>
  periods.find(({ from, until }) => from <= date && date <= until);

/** The period just before, in the same school year: what a council compares with. */
export const periodBefore = (periods: readonly Period[], key: PeriodKey): Period | undefined =>
  periods[periods.findIndex((one) => one.key === key) - 1];

/** The school year that a period belongs to. */
export const yearOfPeriod = (key: PeriodKey): number => Number(key.slice(0, 4));

/** False for a period of a year that was not yet or is no more: its marks are read, never written. */
export const isOfYear = (key: PeriodKey, today: LocalDate): boolean => yearOfPeriod(key) === schoolYearOf(today);

const ORDINALS = ['1er', '2e', '3e'] as const;
const NAMES = { T: 'trimestre', S: 'semestre' } as const;

/** As everybody reads it: « 1er trimestre ». */
export const periodName = (key: PeriodKey): string =>
  `${ORDINALS[Number(key.slice(6)) - 1] ?? key.slice(6)} ${NAMES[key.slice(5, 6) === 'S' ? 'S' : 'T']}`;
