import { mayDecidePeriods } from '@preau/shared/assessment/council-policy.ts';
import { periodsOperations } from '@preau/shared/assessment/periods-api.ts';
import { findPeriod, reopening } from '@preau/shared/assessment/periods.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { keepPeriods } from './decide-periods.ts';
import { findClass } from './find-class.ts';
import { findPeriodsOf, yearAt } from './periods-of.ts';
import type { AssessmentServices } from './services.ts';

/** Opens a closed period again; who did and why stays in the log. */
export const reopenPeriod = bind<AssessmentServices>()(periodsOperations.reopenPeriod, {
  subjectFor: async ({ actor, input, services }) => (mayDecidePeriods(actor, input.path) ? findClass(input.path, services) : undefined),
  may: mayDecidePeriods,
  async run({ actor, subject, input, services, now }) {
    const { period: key } = input.path;
    const before = await findPeriodsOf(subject, yearAt(now), services);
    const period = findPeriod(before.periods, key);
    if (period === undefined) return refuse('assessment.period-unknown');
    if (period.closed === undefined) return refuse('assessment.period-already-open');
    if (before.version !== input.body.version) return refuse('assessment.periods-changed-meanwhile');
    return keepPeriods({
      actor,
      subject,
      services,
      now,
      before,
      next: { kind: before.kind, periods: reopening(before.periods, key) },
      change: { what: 'reopened', period: key, reason: input.body.reason },
    });
  },
});
