import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayEnterMarks } from '@preau/shared/assessment/policy.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { columnOf } from './column.ts';
import { loadEvaluation } from './desk.ts';
import { loadService } from './load-service.ts';
import { newEvaluation } from './new-evaluation.ts';
import type { AssessmentServices } from './services.ts';

/** The same evaluation in other services of the same teacher, as drafts without marks; sub-subjects are each service's own. */
export const copyEvaluation = bind<AssessmentServices>()(marksOperations.copyEvaluation, {
  subject: ({ input, services, now }) => loadEvaluation(input.path.evaluationId, now, services),
  may: (actor, { service }) => mayEnterMarks(actor, service),
  async run({ actor, subject: { evaluation }, input: { body }, services, now }) {
    const { subSubjectId: _subSubject, ...terms } = evaluation.terms;
    const targets = await Promise.all(
      body.to.map(async ({ serviceId, ...to }) => ({ ...to, service: await loadService(serviceId, localDateOf(now), services) })),
    );
    const evaluations = [];
    for (const { service, period, date } of targets) {
      if (service === undefined || !mayEnterMarks(actor, service)) return refuse('assessment.service-unknown');
      const wanted = { actor, service, period, terms: { ...terms, date }, origin: { requestId: body.requestId }, now };
      const added = await newEvaluation(wanted, services);
      if (isRefusal(added)) {
        // Without a sub-subject this cannot happen; the contract does not list it.
        if (added.refused === 'assessment.sub-subject-unknown') throw new Error('A copy kept its sub-subject');
        return refuse(added.refused);
      }
      evaluations.push({ serviceId: service.serviceId, evaluation: await columnOf(added, now, services) });
    }
    return { evaluations };
  },
});
