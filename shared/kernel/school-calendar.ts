import type { Closure } from './publication.ts';
import { addDays, weekdayOf, type LocalDate } from './school-time.ts';
import { datesOfSchoolYear } from './school-year.ts';

/** The zones in which winter and spring holidays fall; Corsica and overseas academies decide their own. */
export type HolidayZone = 'A' | 'B' | 'C';

const SATURDAY = 6;

/** By the department that opens a school's UAI. @see Code de l'éducation, art. D521-1 and the arrêté of each calendar */
const DEPARTMENTS: Readonly<Record<HolidayZone, string>> = {
  A: '001 003 007 015 016 017 019 021 023 024 025 026 033 038 039 040 042 043 047 058 063 064 069 070 071 073 074 079 086 087 089 090',
  B: '002 004 005 006 008 010 013 014 018 022 027 028 029 035 036 037 041 044 045 049 050 051 052 053 054 055 056 057 059 060 061 062 067 068 072 076 080 083 084 085 088',
  C: '009 011 012 030 031 032 034 046 048 065 066 075 077 078 081 082 091 092 093 094 095',
};

const departmentOf = (uai: string): string => uai.slice(0, 3);

/** The holiday zone of a school; undefined for Corsica and overseas. */
export const holidayZoneOf = (uai: string): HolidayZone | undefined =>
  (['A', 'B', 'C'] as const).find((zone) => DEPARTMENTS[zone].split(' ').includes(departmentOf(uai)));

const EVERYWHERE = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** Holidays of some departments only: Alsace and Moselle, and the abolition of slavery overseas. @see Code du travail, art. L3134-13 and L3422-2 */
const LOCAL: Readonly<Record<string, readonly string[]>> = {
  '057': ['12-26'],
  '067': ['12-26'],
  '068': ['12-26'],
  '971': ['05-27'],
  '972': ['05-22'],
  '973': ['06-10'],
  '974': ['12-20'],
  '976': ['04-27'],
};

const AFTER_EASTER = { goodFriday: -2, easterMonday: 1, ascension: 39, whitMonday: 50 } as const;
const KEEP_GOOD_FRIDAY = ['057', '067', '068'];

const onDay = (year: number, monthAndDay: string): LocalDate => `${year}-${monthAndDay}`;

/** Easter Sunday of the Gregorian calendar (Meeus). */
export const easterOf = (year: number): LocalDate => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const [month, day] = [Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1];
  return onDay(year, `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
};

/** The public holidays of a year in a school's department, in order. @see Code du travail, art. L3133-1 */
export const publicHolidaysOf = (year: number, uai: string): readonly LocalDate[] => {
  const department = departmentOf(uai);
  const { goodFriday, ...moving } = AFTER_EASTER;
  const days = [...Object.values(moving), ...(KEEP_GOOD_FRIDAY.includes(department) ? [goodFriday] : [])];
  const easter = easterOf(year);
  return [
    ...[...EVERYWHERE, ...(LOCAL[department] ?? [])].map((day) => onDay(year, day)),
    ...days.map((after) => addDays(easter, after)),
  ].toSorted();
};

const ALL_ZONES: readonly Closure[] = [
  { from: '2026-07-04', until: '2026-08-31' },
  { from: '2026-10-17', until: '2026-11-01' },
  { from: '2026-12-19', until: '2027-01-03' },
  { from: '2027-05-07', until: '2027-05-08' },
  { from: '2027-07-03', until: '2027-08-31' },
];

/** From the first day without class to the day before classes resume. @see arrêté fixing the school calendar of 2026-2027 */
const HOLIDAYS: Readonly<Record<HolidayZone, readonly Closure[]>> = {
  A: [...ALL_ZONES, { from: '2027-02-13', until: '2027-02-28' }, { from: '2027-04-10', until: '2027-04-25' }],
  B: [...ALL_ZONES, { from: '2027-02-20', until: '2027-03-07' }, { from: '2027-04-17', until: '2027-05-02' }],
  C: [...ALL_ZONES, { from: '2027-02-06', until: '2027-02-21' }, { from: '2027-04-03', until: '2027-04-18' }],
};

/** The school holidays that a school's zone has, in order; none where the academy decides its own, until the school enters them as closures. */
export const schoolHolidaysOf = (uai: string): readonly Closure[] => {
  const zone = holidayZoneOf(uai);
  return zone === undefined ? [] : HOLIDAYS[zone].toSorted((a, b) => a.from.localeCompare(b.from));
};

const isWithin = (date: LocalDate, closures: readonly Closure[]): boolean =>
  closures.some(({ from, until }) => from <= date && date <= until);

/** True on a public holiday, a school holiday and a closure of the school's own. */
export const isClosedOn = (date: LocalDate, uai: string, closures: readonly Closure[] = []): boolean =>
  publicHolidaysOf(Number(date.slice(0, 4)), uai).includes(date) || isWithin(date, schoolHolidaysOf(uai)) || isWithin(date, closures);

/** True on a weekday on which pupils may have class: no public holiday, no school holiday, no closure of the school's own. */
export const isSchoolDay = (date: LocalDate, uai: string, closures: readonly Closure[] = []): boolean =>
  weekdayOf(date) < SATURDAY && !isClosedOn(date, uai, closures);

/** Summer and closures together never last longer. */
const LONGEST_BREAK_DAYS = 400;

/** The first school day after a date. */
export const nextSchoolDay = (date: LocalDate, uai: string, closures: readonly Closure[] = []): LocalDate => {
  let next = addDays(date, 1);
  for (let days = 0; days < LONGEST_BREAK_DAYS && !isSchoolDay(next, uai, closures); days += 1) next = addDays(next, 1);
  return next;
};

/** The day on which pupils come back; where the summer holidays of the academy are not known, the first school day of September. */
export const firstSchoolDay = (year: number, uai: string, closures: readonly Closure[] = []): LocalDate => {
  const { from } = datesOfSchoolYear(year);
  const isSummerKnown = isWithin(from, [...schoolHolidaysOf(uai), ...closures]);
  return nextSchoolDay(isSummerKnown ? from : `${year}-08-31`, uai, closures);
};
