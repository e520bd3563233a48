import type { PeriodOfService } from '@preau/shared/assessment/marks-views.ts';
import { isOfYear, periodsInForce } from '@preau/shared/assessment/periods.ts';
import type { Service } from '@preau/shared/assessment/schema.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import type { AssessmentServices } from './services.ts';

/** The periods of a school year as a service goes through them: those of its classes, each closed for those whose head closed it, and for all in another school year. */
export const periodsOfService = async (
  { schoolId, classes }: Pick<Service, 'schoolId' | 'classes'>,
  year: number,
  { periods, directory, now }: Pick<AssessmentServices, 'periods' | 'directory' | 'now'>,
): Promise<readonly PeriodOfService[]> => {
  const today = localDateOf(now());
  const [school, decided] = await Promise.all([
    directory.findSchool(schoolId),
    Promise.all(classes.map(({ classId }) => periods.findPeriods(classId, year))),
  ]);
  const each = classes.flatMap(({ classId }, index) =>
    periodsInForce(decided[index], school?.kind, year).periods.map((period) => ({ classId, period })),
  );
  const byKey = Map.groupBy(each, ({ period }) => period.key);
  return [...byKey.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { key, from, until } = first.period;
    const isOver = !isOfYear(key, today);
    const closedFor = same.filter(({ period }) => isOver || period.closed !== undefined).map(({ classId }) => classId);
    return [{ key, from, until, closedFor }];
  });
};
