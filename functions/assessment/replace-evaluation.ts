import type { Actor } from '@preau/shared/directory/schema.ts';
import { withAuthor } from '@preau/shared/assessment/entering.ts';
import type { Evaluation } from '@preau/shared/assessment/schema.ts';
import { refuse, type Refusal } from '@preau/shared/kernel/refusal.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { findPeriodOf, listAttendees, touchesClosed, type OpenEvaluation } from './desk.ts';
import { authorOf } from './new-evaluation.ts';
import type { AssessmentServices } from './services.ts';
import { toldChange } from './told-change.ts';

/** The next version of a whole evaluation, unless its period is closed or somebody wrote in between. */
export const replaceEvaluation = async (
  { service, evaluation: before }: OpenEvaluation,
  after: Omit<Evaluation, 'version'>,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
  services: AssessmentServices,
): Promise<Evaluation | Refusal<'assessment.period-closed' | 'assessment.changed-meanwhile'>> => {
  const [period, attendees] = await Promise.all([
    findPeriodOf(service, before.period, services),
    listAttendees(service, localDateOf(now), services),
  ]);
  if (period === undefined || touchesClosed(service, before, attendees, period)) return refuse('assessment.period-closed');
  const next: Evaluation = { ...after, version: before.version + 1, authors: withAuthor(before.authors, authorOf(actor)) };
  // What was published and is no more concerns readers too.
  const told = toldChange({ ...next, publication: next.publication ?? before.publication }, now);
  return (await services.store.putEvaluation(next, told)) ? next : refuse('assessment.changed-meanwhile');
};
