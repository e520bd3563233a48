import { mayReadCouncil } from '@preau/shared/assessment/council-policy.ts';
import { councilOperations } from '@preau/shared/assessment/council-api.ts';
import { periodBefore } from '@preau/shared/assessment/periods.ts';
import { worksIn } from '@preau/shared/directory/relations.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { loadClassResults } from './class-results.ts';
import { findCouncilPeriod, findWholeCouncil } from './council-subject.ts';
import { viewCouncil } from './council-views.ts';
import type { AssessmentServices } from './services.ts';

/** The class before its council: averages, trend, absences, mentions; what is written of each pupil is on his own page. */
export const readCouncil = bind<AssessmentServices>()(councilOperations.readCouncil, {
  // Whoever may read a council works in its school: nobody else makes us look for it.
  subjectFor: async ({ actor, input: { path }, services }) =>
    worksIn(actor, path.schoolId) ? findWholeCouncil(path, services) : undefined,
  may: mayReadCouncil,
  async run({ actor, subject, input, services, now }) {
    const { period: key } = input.path;
    const found = await findCouncilPeriod(subject, key, services);
    if (found === undefined) return refuse('assessment.period-unknown');
    const former = periodBefore(found.scheme.periods, key);
    const [results, before] = await Promise.all([
      loadClassResults(subject, key, services, now),
      former === undefined ? undefined : services.councils.findCouncil(subject.classId, former.key),
    ]);
    return viewCouncil(actor, { subject, ...found, results, former: before }, now);
  },
});
