import * as z from 'zod';
import { ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Instant } from '../kernel/school-time.ts';
import { assessmentErrors } from './errors.ts';
import { MarksSettings } from './marks-settings.ts';
import {
  ClassResultsRow,
  ClassResultsService,
  FiguresView,
  GeneralAverage,
  PeriodChoice,
  ResultsPupil,
  ResultsSummary,
  SubjectResults,
} from './marks-views.ts';
import { PeriodKey } from './periods.ts';

const classPath = z.strictObject({ schoolId: SchoolId, classId: ClassId });
const pupilPath = z.strictObject({ pupilId: PersonId });
const ofPeriod = { period: PeriodKey, periods: z.array(PeriodChoice) };

const errors = assessmentErrors;

export const resultsOperations = {
  listResults: operation({
    id: 'assessment.list-results',
    method: 'GET',
    path: '/results',
    summary: 'Lister ses résultats, ou ceux de tous ses enfants : moyenne et dernières notes',
    access: 'session',
    input: {},
    output: z.strictObject({ pupils: z.array(ResultsSummary) }),
    errors,
    refusals: [],
  }),
  readResults: operation({
    id: 'assessment.read-results',
    method: 'GET',
    path: '/pupils/{pupilId}/results',
    summary: 'Lire les notes et les moyennes d’un élève pour une période, telles que le lecteur peut les voir',
    access: 'session',
    input: { path: pupilPath, query: z.strictObject({ period: PeriodKey.optional() }) },
    output: z.strictObject({
      pupil: ResultsPupil,
      ...ofPeriod,
      /** How averages are rounded, as everybody may know. */
      settings: MarksSettings.pick({ rounding: true, generalFrom: true, classFigures: true }),
      general: GeneralAverage,
      /** Of the general averages of his class, as the same reader may see them; hidden below five and by the school. */
      figures: FiguresView.optional(),
      /** Where his general average stands, when the school shows it; the same averages share a rank. */
      rank: z.strictObject({ rank: z.int(), of: z.int() }).optional(),
      subjects: z.array(SubjectResults),
    }),
    errors,
    refusals: ['assessment.period-unknown'],
  }),
  markResultsSeen: operation({
    id: 'assessment.mark-results-seen',
    method: 'PUT',
    path: '/pupils/{pupilId}/results/seen',
    summary: 'Retenir que l’on a lu les notes d’une période jusqu’à cet instant',
    access: 'session',
    input: { path: pupilPath, body: z.strictObject({ period: PeriodKey, until: Instant }) },
    output: z.strictObject({ period: PeriodKey, until: Instant }),
    errors,
    refusals: [],
  }),
  readClassResults: operation({
    id: 'assessment.read-class-results',
    method: 'GET',
    path: '/schools/{schoolId}/classes/{classId}/results',
    summary: 'Lire les moyennes de tous les élèves d’une classe pour une période',
    access: 'session',
    input: { path: classPath, query: z.strictObject({ period: PeriodKey.optional() }) },
    output: z.strictObject({
      className: z.string(),
      ...ofPeriod,
      services: z.array(ClassResultsService),
      pupils: z.array(ClassResultsRow),
      figures: FiguresView.optional(),
    }),
    errors,
    refusals: ['assessment.period-unknown'],
  }),
} as const;
