import { mayDecidePeriods } from '@preau/shared/assessment/council-policy.ts';
import { periodsOperations } from '@preau/shared/assessment/periods-api.ts';
import { closing, findPeriod } from '@preau/shared/assessment/periods.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { keepPeriods } from './decide-periods.ts';
import { findClass } from './find-class.ts';
import { findPeriodsOf, yearAt } from './periods-of.ts';
import type { AssessmentServices } from './services.ts';

/** Closes a period of a class: from then on its marks and remarks are refused. */
export const closePeriod = bind<AssessmentServices>()(periodsOperations.closePeriod, {
  subjectFor: async ({ actor, input, services }) => (mayDecidePeriods(actor, input.path) ? findClass(input.path, services) : undefined),
  may: mayDecidePeriods,
  async run({ actor, subject, input, services, now }) {
    const { period: key } = input.path;
    const before = await findPeriodsOf(subject, yearAt(now), services);
    const period = findPeriod(before.periods, key);
    if (period === undefined) return refuse('assessment.period-unknown');
    if (period.closed !== undefined) return refuse('assessment.period-already-closed');
    if (before.version !== input.body.version) return refuse('assessment.periods-changed-meanwhile');
    const periods = closing(before.periods, key, { by: actor.personId, byName: nameOf(actor), at: now });
    return keepPeriods({
      actor,
      subject,
      services,
      now,
      before,
      next: { kind: before.kind, periods },
      change: { what: 'closed', period: key },
    });
  },
});
