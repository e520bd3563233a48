import * as z from 'zod';
import { EvaluationId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { LocalDate } from '../kernel/school-time.ts';
import { assessmentErrors } from './errors.ts';
import { GridEvaluation, PublicationForecast } from './marks-views.ts';

const evaluationPath = z.strictObject({ evaluationId: EvaluationId });
/** The version that the page showed. */
const version = z.int().min(0);
/** One column as it stands after a change. */
const Column = z.strictObject({ evaluation: GridEvaluation });

const errors = assessmentErrors;

export const publicationOperations = {
  previewPublication: operation({
    id: 'assessment.preview-publication',
    method: 'GET',
    path: '/evaluations/{evaluationId}/publication',
    summary: 'Prévoir quand les élèves puis les parents verraient une évaluation publiée maintenant',
    access: 'session',
    input: { path: evaluationPath, query: z.strictObject({ from: LocalDate.optional() }) },
    output: PublicationForecast,
    errors,
    refusals: [],
  }),
  publishEvaluation: operation({
    id: 'assessment.publish-evaluation',
    method: 'POST',
    path: '/evaluations/{evaluationId}/publication',
    summary: 'Publier une évaluation, aux heures de l’établissement',
    access: 'session',
    /** `from`: not before that day. */
    input: { path: evaluationPath, body: z.strictObject({ version, from: LocalDate.optional() }) },
    output: Column.extend({ forecast: PublicationForecast }),
    errors,
    refusals: [
      'assessment.period-closed',
      'assessment.changed-meanwhile',
      'assessment.is-withdrawn',
      'assessment.already-published',
      'assessment.nothing-entered',
    ],
  }),
  cancelPublication: operation({
    id: 'assessment.cancel-publication',
    method: 'DELETE',
    path: '/evaluations/{evaluationId}/publication',
    summary: 'Annuler une publication que les élèves ne voient pas encore',
    access: 'session',
    input: { path: evaluationPath },
    output: Column,
    errors,
    refusals: ['assessment.period-closed', 'assessment.changed-meanwhile', 'assessment.already-visible', 'assessment.not-published'],
  }),
} as const;
