import { isAbove, withAuthor } from '@preau/shared/assessment/entering.ts';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { correctionInstant } from '@preau/shared/assessment/marks-release.ts';
import { mayEnterMarks } from '@preau/shared/assessment/policy.ts';
import type { Evaluation, EvaluationTerms } from '@preau/shared/assessment/schema.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { columnOf } from './column.ts';
import { findPeriodOf, listAttendees, loadEvaluation, touchesClosed } from './desk.ts';
import { authorOf, termsFault } from './new-evaluation.ts';
import type { AssessmentServices } from './services.ts';
import { toldChange } from './told-change.ts';

const textOf = ({ title, date, scale, coefficient, rescaled, counting, subSubjectId, skillIds, mock }: EvaluationTerms): string =>
  JSON.stringify([title, date, scale, coefficient, rescaled, counting, subSubjectId, skillIds, mock]);

/** With its new terms; of a published evaluation, readers keep the former ones until the next opening of the window. */
const withTerms = async (
  before: Evaluation,
  terms: EvaluationTerms,
  actor: Actor,
  now: Instant,
  { directory }: AssessmentServices,
): Promise<Evaluation> => {
  const { publication, schoolId, termsChanged } = before;
  const version = before.version + 1;
  const after = { ...before, terms, version, termsVersion: version, authors: withAuthor(before.authors, authorOf(actor)) };
  if (publication === undefined) return after;
  const visibleFrom = correctionInstant(now, publication, termsChanged, await directory.findSchoolSettings(schoolId));
  return { ...after, termsChanged: [...termsChanged, { at: now, by: actor.personId, before: before.terms, visibleFrom }] };
};

/** Changes what an evaluation is; what pupils got stays. */
export const changeEvaluation = bind<AssessmentServices>()(marksOperations.changeEvaluation, {
  subject: ({ input, services, now }) => loadEvaluation(input.path.evaluationId, now, services),
  may: (actor, { service }) => mayEnterMarks(actor, service),
  async run({ actor, subject: { service, evaluation: before }, input: { body }, services, now }) {
    if (before.withdrawn !== undefined) return refuse('assessment.is-withdrawn');
    if (textOf(body.terms) === textOf(before.terms)) return { evaluation: await columnOf(before, now, services) };
    const [period, attendees] = await Promise.all([
      findPeriodOf(service, before.period, services),
      listAttendees(service, localDateOf(now), services),
    ]);
    if (period === undefined || touchesClosed(service, before, attendees, period)) return refuse('assessment.period-closed');
    const fault = termsFault(body.terms, service, period);
    if (fault !== undefined) return refuse(fault);
    if (Object.values(before.cells).some((cell) => isAbove(cell, body.terms.scale))) return refuse('assessment.scale-below-mark');
    if (before.termsVersion > body.version) return refuse('assessment.changed-meanwhile');

    const after = await withTerms(before, body.terms, actor, now, services);
    const isWritten = await services.store.putEvaluation(after, toldChange(after, now));
    return isWritten ? { evaluation: await columnOf(after, now, services) } : refuse('assessment.changed-meanwhile');
  },
});
