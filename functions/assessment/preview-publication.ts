import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayEnterMarks } from '@preau/shared/assessment/policy.ts';
import { bind } from '../runtime/bind.ts';
import { loadEvaluation } from './desk.ts';
import { planPublication } from './forecast.ts';
import type { AssessmentServices } from './services.ts';

/** When an evaluation published now would be seen; nothing is written. */
export const previewPublication = bind<AssessmentServices>()(marksOperations.previewPublication, {
  subject: ({ input, services, now }) => loadEvaluation(input.path.evaluationId, now, services),
  may: (actor, { service }) => mayEnterMarks(actor, service),
  async run({ subject, input: { query }, services, now }) {
    return (await planPublication(subject, { now, from: query.from }, services)).forecast;
  },
});
