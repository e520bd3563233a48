import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayEnterMarks } from '@preau/shared/assessment/policy.ts';
import { isRefusal } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { columnOf } from './column.ts';
import { loadService } from './load-service.ts';
import { newEvaluation } from './new-evaluation.ts';
import type { AssessmentServices } from './services.ts';

/** A new column of the grid, seen by its teachers alone until it is published. */
export const addEvaluation = bind<AssessmentServices>()(marksOperations.addEvaluation, {
  subject: ({ input, services, now }) => loadService(input.path.serviceId, localDateOf(now), services),
  may: mayEnterMarks,
  async run({ actor, subject: service, input: { path, body }, services, now }) {
    const added = await newEvaluation(
      { actor, service, period: path.period, terms: body.terms, origin: { requestId: body.requestId }, now },
      services,
    );
    return isRefusal(added) ? added : { evaluation: await columnOf(added, now, services) };
  },
});
