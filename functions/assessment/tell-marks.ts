import { MarksVisible } from '@preau/shared/assessment/events.ts';
import type { Evaluation } from '@preau/shared/assessment/schema.ts';
import { openingFor } from '@preau/shared/assessment/seen.ts';
import { happened } from '@preau/shared/kernel/event.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import type { MarksTelling } from './marks-entities.ts';
import type { MarksStore } from './marks-store.ts';

/** The event of a carrier serves for some seconds; it stays long enough for a late second release to find it. */
const KEPT_SECONDS = 90 * 86_400;

/** True when what is announced came to be and holds still: put off or taken back, it is announced again or not at all. */
const holds = (evaluation: Evaluation | undefined, { audience, opening }: MarksTelling): evaluation is Evaluation =>
  evaluation !== undefined && openingFor(evaluation, audience) === opening;

/** Tells once each audience of marks that it may see from now on, and forgets what was never written. */
export const tellMarks =
  (store: Pick<MarksStore, 'findEvaluation' | 'addTold' | 'deleteTelling'>) =>
  async (telling: MarksTelling, now: Instant): Promise<boolean> => {
    const { evaluationId, audience, opening } = telling;
    const evaluation = await store.findEvaluation(evaluationId);
    if (holds(evaluation, telling)) {
      const { schoolId, serviceId, cells } = evaluation;
      const pupilIds = Object.keys(cells).map((id) => PersonId.parse(id));
      const data = { schoolId, serviceId, evaluationId, audience, pupilIds };
      const told = happened(MarksVisible, { id: `${MarksVisible.type}:${evaluationId}:${audience}:${opening}`, at: now, schoolId, data });
      await store.addTold({ evaluationId, audience, opening, ttl: Math.ceil(Date.parse(now) / 1000) + KEPT_SECONDS }, [told]);
    }
    await store.deleteTelling(telling);
    return true;
  };
