import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayEnterMarks } from '@preau/shared/assessment/policy.ts';
import type { Evaluation } from '@preau/shared/assessment/schema.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { announceMarks } from './announce-marks.ts';
import { columnOf } from './column.ts';
import { loadEvaluation } from './desk.ts';
import { planPublication } from './forecast.ts';
import { replaceEvaluation } from './replace-evaluation.ts';
import type { AssessmentServices } from './services.ts';

/** What was corrected under a publication that came to nothing is no correction for readers of this one. */
const settledBy = (evaluation: Evaluation, pupilFrom: Instant): Evaluation => {
  const settled = <T extends { readonly visibleFrom: Instant }>(changes: readonly T[]): T[] =>
    changes.map((change) => (Date.parse(change.visibleFrom) > Date.parse(pupilFrom) ? { ...change, visibleFrom: pupilFrom } : change));
  return {
    ...evaluation,
    termsChanged: settled(evaluation.termsChanged),
    cells: Object.fromEntries(
      Object.entries(evaluation.cells).map(([pupilId, cell]) => [pupilId, { ...cell, changed: settled(cell.changed) }]),
    ),
  };
};

/** Publishes an evaluation: pupils, then guardians, see it from its instants on, and nobody before, whatever happens to jobs. */
export const publishEvaluation = bind<AssessmentServices>()(marksOperations.publishEvaluation, {
  subject: ({ input, services, now }) => loadEvaluation(input.path.evaluationId, now, services),
  may: (actor, { service }) => mayEnterMarks(actor, service),
  async run({ actor, subject, input: { body }, services, now }) {
    const { evaluation } = subject;
    if (evaluation.withdrawn !== undefined) return refuse('assessment.is-withdrawn');
    if (evaluation.publication !== undefined) return refuse('assessment.already-published');
    const isEntered = Object.values(evaluation.cells).some(({ given, levels }) => given !== undefined || levels !== undefined);
    if (!isEntered) return refuse('assessment.nothing-entered');
    if (evaluation.version !== body.version) return refuse('assessment.changed-meanwhile');

    const { opening, forecast } = await planPublication(subject, { now, from: body.from }, services);
    const { pupilFrom, guardianFrom } = opening;
    const publication = { publishedBy: actor.personId, publishedAt: now, pupilFrom, guardianFrom };
    await announceMarks({ evaluationId: evaluation.evaluationId, publication }, now, services);
    const written = await replaceEvaluation(subject, { ...settledBy(evaluation, pupilFrom), publication }, { actor, now }, services);
    return isRefusal(written) ? written : { evaluation: await columnOf(written, now, services), forecast };
  },
});
