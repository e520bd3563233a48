import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayEnterMarks } from '@preau/shared/assessment/policy.ts';
import { isRefusal } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { columnOf } from './column.ts';
import { loadEvaluation } from './desk.ts';
import { replaceEvaluation } from './replace-evaluation.ts';
import type { AssessmentServices } from './services.ts';

/** What was taken back comes back as a draft, to be published again at the school's hours. */
export const restoreEvaluation = bind<AssessmentServices>()(marksOperations.restoreEvaluation, {
  subject: ({ input, services, now }) => loadEvaluation(input.path.evaluationId, now, services),
  may: (actor, { service }) => mayEnterMarks(actor, service),
  async run({ actor, subject, services, now }) {
    const { withdrawn, publication: _publication, ...after } = subject.evaluation;
    if (withdrawn === undefined) return { evaluation: await columnOf(subject.evaluation, now, services) };
    const written = await replaceEvaluation(subject, after, { actor, now }, services);
    return isRefusal(written) ? written : { evaluation: await columnOf(written, now, services) };
  },
});
