import { mayDecidePeriods } from '@preau/shared/assessment/council-policy.ts';
import { periodsOperations } from '@preau/shared/assessment/periods-api.ts';
import { areInOrder, keepsClosed, periodsEnding, withClosings } from '@preau/shared/assessment/periods.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { keepPeriods } from './decide-periods.ts';
import { findClass } from './find-class.ts';
import { findPeriodsOf, yearAt } from './periods-of.ts';
import type { AssessmentServices } from './services.ts';

/** Cuts the year of a class otherwise, or moves its dates: closed periods stay as they are, and marks keep the periods that they were given in. */
export const changePeriods = bind<AssessmentServices>()(periodsOperations.changePeriods, {
  subject: async ({ actor, input, services }) => (mayDecidePeriods(actor, input.path) ? findClass(input.path, services) : undefined),
  may: mayDecidePeriods,
  async run({ actor, subject, input, services, now }) {
    const year = yearAt(now);
    const { kind, ends, version } = input.body;
    if (!areInOrder(kind, year, ends)) return refuse('assessment.periods-disordered');
    const before = await findPeriodsOf(subject, year, services);
    if (before.version !== version) return refuse('assessment.periods-changed-meanwhile');
    const periods = periodsEnding(kind, year, ends);
    if (!keepsClosed(before.periods, periods)) return refuse('assessment.period-is-closed');
    const next = { kind, periods: withClosings(periods, before.periods) };
    return keepPeriods({ actor, subject, services, now, before, next, change: { what: 'dates' } });
  },
});
