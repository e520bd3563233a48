import { enterCells, type Entered } from '@preau/shared/assessment/entering.ts';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { correctionInstant } from '@preau/shared/assessment/marks-release.ts';
import { mayEnterMarks } from '@preau/shared/assessment/policy.ts';
import type { Evaluation } from '@preau/shared/assessment/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { closedPupils, findPeriodOf, isClosedForAll, listAttendees, loadEvaluation } from './desk.ts';
import { gridCell } from './grid-views.ts';
import { authorOf } from './new-evaluation.ts';
import type { AssessmentServices } from './services.ts';
import { toldChange } from './told-change.ts';

/** A grid filled by several at once is written again after each of them. */
const ATTEMPTS = 8;

/** When readers see what is corrected now; undefined of a draft. */
const visibleFromOf = async (
  { publication, schoolId, cells }: Evaluation,
  now: Instant,
  { directory }: AssessmentServices,
): Promise<Instant | undefined> => {
  if (publication === undefined) return undefined;
  const earlier = Object.values(cells).flatMap(({ changed }) => changed);
  return correctionInstant(now, publication, earlier, await directory.findSchoolSettings(schoolId));
};

const answerOf = (
  evaluation: Evaluation,
  { saved, previous, conflicts, refused }: Entered,
  now: Instant,
  visibleFrom: Instant | undefined,
) => ({
  version: evaluation.version,
  saved: saved.flatMap(({ pupilId }) => {
    const cell = evaluation.cells[pupilId];
    return cell === undefined ? [] : [gridCell(pupilId, cell, now)];
  }),
  previous: [...previous],
  conflicts: [...conflicts],
  refused: [...refused],
  ...(visibleFrom === undefined || previous.length === 0 ? {} : { visibleFrom }),
});

/** Enters marks in one write: what a colleague has changed since is told, cell by cell, and everything else is saved. */
export const saveCells = bind<AssessmentServices>()(marksOperations.saveCells, {
  subject: ({ input, services, now }) => loadEvaluation(input.path.evaluationId, now, services),
  may: (actor, { service }) => mayEnterMarks(actor, service),
  async run({ actor, subject: { service, evaluation: read }, input: { body }, services, now }) {
    const [period, attendees] = await Promise.all([
      findPeriodOf(service, read.period, services),
      listAttendees(service, localDateOf(now), services, 'keep'),
    ]);
    if (period === undefined || isClosedForAll(service, period)) return refuse('assessment.period-closed');
    const taught = new Set<PersonId>(attendees.map(({ pupilId }) => pupilId));
    const closed = closedPupils(attendees, period);
    let evaluation: Evaluation | undefined = read;
    for (let attempt = 0; attempt < ATTEMPTS && evaluation !== undefined; attempt += 1) {
      if (evaluation.withdrawn !== undefined) return refuse('assessment.is-withdrawn');
      const visibleFrom = await visibleFromOf(evaluation, now, services);
      const entered = enterCells(evaluation, body, {
        by: authorOf(actor),
        now,
        requestId: body.requestId,
        visibleFrom,
        isTaught: (pupilId) => taught.has(pupilId),
        isClosedFor: (pupilId) => closed.has(pupilId),
      });
      if (entered.after === undefined) return answerOf(evaluation, entered, now, visibleFrom);
      if (await services.store.putEvaluation(entered.after, toldChange(entered.after, now))) {
        return answerOf(entered.after, entered, now, visibleFrom);
      }
      evaluation = await services.store.findEvaluation(read.evaluationId);
    }
    throw new Error(`Evaluation ${read.evaluationId} changes too often to be saved`);
  },
});
