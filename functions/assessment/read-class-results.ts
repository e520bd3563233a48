import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayReadMarksOfClass } from '@preau/shared/assessment/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { loadClassResults } from './class-results.ts';
import { findClass } from './find-class.ts';
import { choosePeriod } from './period-of-pupil.ts';
import type { AssessmentServices } from './services.ts';

/** The averages of a class, pupil by pupil and service by service, over all that is published. */
export const readClassResults = bind<AssessmentServices>()(marksOperations.readClassResults, {
  subjectFor: async ({ actor, input, services }) => (mayReadMarksOfClass(actor, input.path) ? findClass(input.path, services) : undefined),
  may: mayReadMarksOfClass,
  async run({ subject, input: { query }, services, now }) {
    const chosen = await choosePeriod(subject, query.period, now, services.believed);
    if (chosen === undefined) return refuse('assessment.period-unknown');
    const { period, periods } = chosen;
    const { services: list, pupils, ...figures } = await loadClassResults(subject, period, services, now);
    return { className: subject.className, period, periods: [...periods], services: [...list], pupils: [...pupils], ...figures };
  },
});
