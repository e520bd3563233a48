import { findPeriod, periodOn, periodsInForce, yearOfPeriod, type Period, type PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { ClassId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { findPeriodsOf, yearAt } from './periods-of.ts';
import type { Decided } from './services.ts';

interface Taught {
  readonly schoolId: SchoolId;
  readonly classId?: ClassId | undefined;
}

export interface ChosenPeriod {
  readonly period: PeriodKey;
  readonly periods: readonly Pick<Period, 'key' | 'from' | 'until'>[];
}

/** The period that is asked for, else the one of today; undefined when the class has no such period. */
export const choosePeriod = async (
  { schoolId, classId }: Taught,
  asked: PeriodKey | undefined,
  now: Instant,
  decided: Pick<Decided, 'periods' | 'directory'>,
): Promise<ChosenPeriod | undefined> => {
  const year = asked === undefined ? yearAt(now) : yearOfPeriod(asked);
  const { periods } =
    classId === undefined ? periodsInForce(undefined, undefined, year) : await findPeriodsOf({ schoolId, classId }, year, decided);
  const chosen = asked === undefined ? (periodOn(periods, localDateOf(now)) ?? periods[0]) : findPeriod(periods, asked);
  return chosen === undefined ? undefined : { period: chosen.key, periods: periods.map(({ key, from, until }) => ({ key, from, until })) };
};
