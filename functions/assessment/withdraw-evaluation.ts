import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayEnterMarks } from '@preau/shared/assessment/policy.ts';
import { isRefusal } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { columnOf } from './column.ts';
import { loadEvaluation } from './desk.ts';
import { replaceEvaluation } from './replace-evaluation.ts';
import type { AssessmentServices } from './services.ts';

/** Takes an evaluation back: it counts no more and nobody but its teachers sees it, at once. */
export const withdrawEvaluation = bind<AssessmentServices>()(marksOperations.withdrawEvaluation, {
  subject: ({ input, services, now }) => loadEvaluation(input.path.evaluationId, now, services),
  may: (actor, { service }) => mayEnterMarks(actor, service),
  async run({ actor, subject, services, now }) {
    const { evaluation: before } = subject;
    if (before.withdrawn !== undefined) return { evaluation: await columnOf(before, now, services) };
    const after = { ...before, withdrawn: { by: actor.personId, at: now } };
    const written = await replaceEvaluation(subject, after, { actor, now }, services);
    return isRefusal(written) ? written : { evaluation: await columnOf(written, now, services) };
  },
});
