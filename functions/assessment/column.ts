import type { GridEvaluation } from '@preau/shared/assessment/marks-views.ts';
import type { Evaluation } from '@preau/shared/assessment/schema.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';

import { gridEvaluation } from './grid-views.ts';
import { marksSettingsOf } from './marks-settings-of.ts';
import type { AssessmentServices } from './services.ts';

/** A column as its teachers find it after a change. */
export const columnOf = async (evaluation: Evaluation, now: Instant, services: AssessmentServices): Promise<GridEvaluation> => {
  const { settings } = await marksSettingsOf(evaluation.schoolId, services);
  return gridEvaluation(
    evaluation,
    Object.keys(evaluation.cells).map((pupilId) => PersonId.parse(pupilId)),
    now,
    settings.rounding,
  );
};
