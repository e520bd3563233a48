import { expect, it } from 'vitest';
import { datesOfSchoolYear, schoolYearOf } from './school-year.ts';

it.each([
  ['2026-08-01', 2026],
  ['2026-07-31', 2025],
  ['2027-01-01', 2026],
])('counts %s in the school year that began in %i', (date, year) => {
  expect(schoolYearOf(date)).toBe(year);
  const { from, until } = datesOfSchoolYear(year);
  expect(from <= date && date <= until).toBe(true);
});
