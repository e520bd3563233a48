import { mayDecidePeriods, mayReadPeriods } from '@preau/shared/assessment/council-policy.ts';
import { periodsOperations } from '@preau/shared/assessment/periods-api.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { findClass } from './find-class.ts';
import { findPeriodsOf, viewPeriods, yearAt } from './periods-of.ts';
import type { AssessmentServices } from './services.ts';

/** The head's page shows so many decisions. */
const LOGGED = 20;

/** The periods of a class; what was decided, and by whom, for the head. */
export const readPeriods = bind<AssessmentServices>()(periodsOperations.readPeriods, {
  subjectFor: async ({ actor, input, services }) => (mayReadPeriods(actor, input.path) ? findClass(input.path, services) : undefined),
  may: mayReadPeriods,
  async run({ actor, subject, services, now }) {
    const year = yearAt(now);
    const mayChange = mayDecidePeriods(actor, subject);
    const [inForce, versions] = await Promise.all([
      findPeriodsOf(subject, year, services),
      mayChange ? services.periods.listVersions(subject.classId, year, LOGGED) : [],
    ]);
    return {
      today: localDateOf(now),
      periods: viewPeriods(subject, inForce),
      mayChange,
      ...(mayChange ? { log: versions.map(({ version, at, byName, change }) => ({ version, at, byName, change })) } : {}),
    };
  },
});
