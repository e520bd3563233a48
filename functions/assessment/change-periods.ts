import { mayDecidePeriods } from '@preau/shared/assessment/council-policy.ts';
import { periodsOperations } from '@preau/shared/assessment/periods-api.ts';
import { areInOrder, keepsClosed, periodsEnding, withClosings, type Period } from '@preau/shared/assessment/periods.ts';
import type { ClassId } from '@preau/shared/kernel/ids.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { keepPeriods } from './decide-periods.ts';
import { findClass } from './find-class.ts';
import { findPeriodsOf, yearAt } from './periods-of.ts';
import type { AssessmentServices } from './services.ts';

/** Marks that readers count by: those of a period are not moved to another. */
const holdMarks = async (
  classId: ClassId,
  periods: readonly Period[],
  { results }: Pick<AssessmentServices, 'results'>,
): Promise<boolean> => {
  const averages = await Promise.all(periods.map(({ key }) => results.listAverages(classId, key)));
  return averages.flat().some((one) => Object.keys(one.averages).length > 0);
};

/** Cuts the year of a class otherwise, or moves its dates: closed periods stay as they are, and marks keep the periods that they were given in. */
export const changePeriods = bind<AssessmentServices>()(periodsOperations.changePeriods, {
  subjectFor: async ({ actor, input, services }) => (mayDecidePeriods(actor, input.path) ? findClass(input.path, services) : undefined),
  may: mayDecidePeriods,
  async run({ actor, subject, input, services, now }) {
    const year = yearAt(now);
    const { kind, ends, version } = input.body;
    if (!areInOrder(kind, year, ends)) return refuse('assessment.periods-disordered');
    const before = await findPeriodsOf(subject, year, services);
    if (before.version !== version) return refuse('assessment.periods-changed-meanwhile');
    const periods = periodsEnding(kind, year, ends);
    if (!keepsClosed(before.periods, periods)) return refuse('assessment.period-is-closed');
    if (kind !== before.kind && (await holdMarks(subject.classId, before.periods, services)))
      return refuse('assessment.periods-hold-marks');
    const next = { kind, periods: withClosings(periods, before.periods) };
    return keepPeriods({ actor, subject, services, now, before, next, change: { what: 'dates' } });
  },
});
