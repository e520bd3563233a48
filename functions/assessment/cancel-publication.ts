import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayEnterMarks } from '@preau/shared/assessment/policy.ts';
import { isSeenBy } from '@preau/shared/assessment/seen.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { columnOf } from './column.ts';
import { loadEvaluation } from './desk.ts';
import { replaceEvaluation } from './replace-evaluation.ts';
import type { AssessmentServices } from './services.ts';

/** Makes a draft again of what nobody has seen yet. */
export const cancelPublication = bind<AssessmentServices>()(marksOperations.cancelPublication, {
  subject: ({ input, services, now }) => loadEvaluation(input.path.evaluationId, now, services),
  may: (actor, { service }) => mayEnterMarks(actor, service),
  async run({ actor, subject, services, now }) {
    const { publication, ...draft } = subject.evaluation;
    if (publication === undefined) return refuse('assessment.not-published');
    if (isSeenBy(subject.evaluation, 'pupils', now)) return refuse('assessment.already-visible');
    const written = await replaceEvaluation(subject, draft, { actor, now }, services);
    return isRefusal(written) ? written : { evaluation: await columnOf(written, now, services) };
  },
});
