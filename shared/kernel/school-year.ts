import type { LocalDate } from './school-time.ts';

/** The month in which a school year begins: staff prepare it before pupils are back. */
const FIRST_MONTH = 8;

/** The civil year in which the school year of a date begins: 2026 for 2026-2027. */
export const schoolYearOf = (date: LocalDate): number => {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return month < FIRST_MONTH ? year - 1 : year;
};

/** The first and the last date of a school year. */
export const datesOfSchoolYear = (year: number): { readonly from: LocalDate; readonly until: LocalDate } => ({
  from: `${year}-08-01`,
  until: `${year + 1}-07-31`,
});
