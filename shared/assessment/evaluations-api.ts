import * as z from 'zod';
import { EvaluationId, HomeworkId, PersonId, ServiceId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Instant, LocalDate } from '../kernel/school-time.ts';
import { assessmentErrors } from './errors.ts';
import {
  CellConflict,
  CellRefusal,
  FiguresView,
  GridCell,
  GridEvaluation,
  GridPupil,
  HistoryEntry,
  PeriodOfService,
  ServiceRow,
} from './marks-views.ts';
import { PeriodKey } from './periods.ts';
import { CellValue, EvaluationTerms } from './schema.ts';

/** The caller's own key, made once per form: the same submit twice is one fact and gets one answer. */
const RequestId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
/** The most pupils of one grid. */
const CELLS_MAX = 120;
const gridPath = z.strictObject({ serviceId: ServiceId, period: PeriodKey });
const evaluationPath = z.strictObject({ evaluationId: EvaluationId });
/** The version that the page showed. */
const version = z.int().min(0);
const termsRefusals = ['assessment.period-closed', 'assessment.date-outside-period', 'assessment.sub-subject-unknown'] as const;
/** One column as it stands after a change. */
const Column = z.strictObject({ evaluation: GridEvaluation });

const errors = assessmentErrors;

export const evaluationsOperations = {
  readGrid: operation({
    id: 'assessment.read-grid',
    method: 'GET',
    path: '/services/{serviceId}/periods/{period}',
    summary: 'Lire le tableau des notes d’un service pour une période',
    access: 'session',
    input: { path: gridPath },
    output: z.strictObject({
      today: LocalDate,
      row: ServiceRow,
      period: PeriodOfService,
      pupils: z.array(GridPupil),
      /** In the order of their dates; those taken back, last and for their teachers only. */
      evaluations: z.array(GridEvaluation),
      /** Of the pupils' averages. */
      figures: FiguresView.optional(),
    }),
    errors,
    refusals: ['assessment.period-unknown'],
  }),
  addEvaluation: operation({
    id: 'assessment.add-evaluation',
    method: 'POST',
    path: '/services/{serviceId}/periods/{period}/evaluations',
    summary: 'Créer une évaluation, que ses enseignants sont seuls à voir jusqu’à sa publication',
    access: 'session',
    input: { path: gridPath, body: z.strictObject({ terms: EvaluationTerms, requestId: RequestId }) },
    output: Column,
    errors,
    refusals: [...termsRefusals, 'assessment.period-unknown', 'assessment.too-many-evaluations'],
  }),
  takeQuiz: operation({
    id: 'assessment.take-quiz',
    method: 'POST',
    path: '/homework/{homeworkId}/evaluation',
    summary: 'Reporter une seule fois les points d’un questionnaire dans une évaluation en brouillon',
    access: 'session',
    input: { path: z.strictObject({ homeworkId: HomeworkId }) },
    output: z.strictObject({
      evaluationId: EvaluationId,
      /** Pupils who have a mark in it. */
      marks: z.int(),
    }),
    errors,
    refusals: [
      'assessment.no-quiz',
      'assessment.quiz-open',
      'assessment.quiz-without-service',
      'assessment.period-closed',
      'assessment.period-unknown',
      'assessment.date-outside-period',
      'assessment.too-many-evaluations',
    ],
  }),
  readEvaluation: operation({
    id: 'assessment.read-evaluation',
    method: 'GET',
    path: '/evaluations/{evaluationId}',
    summary: 'Lire une évaluation et ses notes',
    access: 'session',
    input: { path: evaluationPath },
    output: z.strictObject({
      today: LocalDate,
      row: ServiceRow,
      period: PeriodOfService,
      pupils: z.array(GridPupil),
      evaluation: GridEvaluation,
    }),
    errors,
    refusals: ['assessment.period-unknown'],
  }),
  changeEvaluation: operation({
    id: 'assessment.change-evaluation',
    method: 'PUT',
    path: '/evaluations/{evaluationId}',
    summary: 'Modifier une évaluation : titre, date, barème, coefficient',
    access: 'session',
    input: { path: evaluationPath, body: z.strictObject({ terms: EvaluationTerms, version }) },
    output: Column,
    errors,
    refusals: [...termsRefusals, 'assessment.changed-meanwhile', 'assessment.is-withdrawn', 'assessment.scale-below-mark'],
  }),
  withdrawEvaluation: operation({
    id: 'assessment.withdraw-evaluation',
    method: 'POST',
    path: '/evaluations/{evaluationId}/withdrawal',
    summary: 'Retirer une évaluation : elle ne compte plus et n’est plus vue, ses notes restent',
    access: 'session',
    input: { path: evaluationPath },
    output: Column,
    errors,
    refusals: ['assessment.period-closed', 'assessment.changed-meanwhile'],
  }),
  restoreEvaluation: operation({
    id: 'assessment.restore-evaluation',
    method: 'POST',
    path: '/evaluations/{evaluationId}/restoration',
    summary: 'Rétablir une évaluation retirée, en brouillon',
    access: 'session',
    input: { path: evaluationPath },
    output: Column,
    errors,
    refusals: ['assessment.period-closed', 'assessment.changed-meanwhile'],
  }),
  copyEvaluation: operation({
    id: 'assessment.copy-evaluation',
    method: 'POST',
    path: '/evaluations/{evaluationId}/copies',
    summary: 'Créer la même évaluation dans d’autres services que l’on enseigne, sans ses notes',
    access: 'session',
    input: {
      path: evaluationPath,
      body: z.strictObject({
        to: z
          .array(z.strictObject({ serviceId: ServiceId, period: PeriodKey, date: LocalDate }))
          .min(1, { message: 'Choisissez au moins un service.' })
          .max(12),
        requestId: RequestId,
      }),
    },
    output: z.strictObject({ evaluations: z.array(z.strictObject({ serviceId: ServiceId, evaluation: GridEvaluation })) }),
    errors,
    refusals: [
      'assessment.period-closed',
      'assessment.date-outside-period',
      'assessment.period-unknown',
      'assessment.service-unknown',
      'assessment.too-many-evaluations',
    ],
  }),
  saveCells: operation({
    id: 'assessment.save-cells',
    method: 'PUT',
    path: '/evaluations/{evaluationId}/cells',
    summary: 'Enregistrer des notes : celles qu’un collègue a changées entre-temps sont montrées, les autres sont enregistrées',
    access: 'session',
    input: {
      path: evaluationPath,
      body: z.strictObject({
        version,
        /** The whole of each cell that is changed; `{}` empties it. */
        cells: z
          .array(z.strictObject({ pupilId: PersonId, value: CellValue }))
          .min(1)
          .max(CELLS_MAX)
          .refine((cells) => new Set(cells.map(({ pupilId }) => pupilId)).size === cells.length, {
            message: 'Un élève figure deux fois. Rechargez la page.',
          }),
        requestId: RequestId,
      }),
    },
    output: z.strictObject({
      version: z.int(),
      saved: z.array(GridCell),
      conflicts: z.array(CellConflict),
      refused: z.array(CellRefusal),
      /** What the saved cells held before: saving it again undoes this one. */
      previous: z.array(z.strictObject({ pupilId: PersonId, value: CellValue })),
      /** Of a published evaluation: when readers see what was changed. */
      visibleFrom: Instant.optional(),
    }),
    errors,
    refusals: ['assessment.period-closed', 'assessment.is-withdrawn'],
  }),
  readHistory: operation({
    id: 'assessment.read-history',
    method: 'GET',
    path: '/evaluations/{evaluationId}/history',
    summary: 'Lire qui a changé quoi dans une évaluation, et quand',
    access: 'session',
    input: { path: evaluationPath },
    output: z.strictObject({ entries: z.array(HistoryEntry) }),
    errors,
    refusals: [],
  }),
} as const;
