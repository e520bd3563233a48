import type { PeriodsView } from '@preau/shared/assessment/periods-api.ts';
import { periodsInForce, type ClassPeriods } from '@preau/shared/assessment/periods.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import type { KnownClass } from './find-class.ts';
import type { Decided } from './services.ts';

/** The periods of a class in force, in one school year. */
export const findPeriodsOf = async (
  { schoolId, classId }: Pick<KnownClass, 'schoolId' | 'classId'>,
  year: number,
  { periods, directory }: Pick<Decided, 'periods' | 'directory'>,
): Promise<ClassPeriods> => {
  const [decided, school] = await Promise.all([periods.findPeriods(classId, year), directory.findSchool(schoolId)]);
  return periodsInForce(decided, school?.kind, year);
};

/** The school year under way. */
export const yearAt = (now: Instant): number => schoolYearOf(localDateOf(now));

export const viewPeriods = ({ classId, className }: KnownClass, { year, kind, periods, version }: ClassPeriods): PeriodsView => ({
  classId,
  className,
  year,
  kind,
  periods,
  version,
});
