import { averageOfService } from '@preau/shared/assessment/average.ts';
import { explainGeneral, explainService, type Explanation } from '@preau/shared/assessment/explain.ts';
import { averageOfSubjects } from '@preau/shared/assessment/general.ts';
import type { SubjectResults } from '@preau/shared/assessment/marks-views.ts';
import { ofFraction } from '@preau/shared/assessment/rational.ts';
import type { Results } from './find-results.ts';

/** The average of one subject, from the very marks that its reader sees. */
export const explainSubject = ({ marks, subSubjects }: SubjectResults, { settings }: Pick<Results, 'settings'>): Explanation =>
  explainService(
    averageOfService(
      marks.toReversed().map(({ evaluationId, terms: { title, scale, coefficient, rescaled, counting, subSubjectId }, given }) => ({
        key: evaluationId,
        label: title,
        scale,
        coefficient,
        rescaled,
        counting,
        given,
        subSubjectId,
      })),
      subSubjects,
    ),
    settings.rounding,
  );

/** The general average, from the averages of subjects. */
export const explainAll = ({ subjects, settings }: Pick<Results, 'subjects' | 'settings'>): Explanation =>
  explainGeneral(
    averageOfSubjects(
      subjects.map(({ serviceId, subject, average, weight }) => ({
        key: serviceId,
        label: subject,
        average: average && ofFraction(average.exact),
        weight,
      })),
      settings,
    ),
    settings.rounding,
  );
