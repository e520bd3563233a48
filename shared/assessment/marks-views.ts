import * as z from 'zod';
import { ClassId, EvaluationId, PersonId, ServiceId } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/school-time.ts';
import { Coefficient } from './mark.ts';
import { Period, PeriodKey } from './periods.ts';
import { Fraction } from './rational.ts';
import { CellValue, EvaluationTerms, Service, SubSubject } from './schema.ts';

/** A period as one service goes through it: it may be closed for the pupils of one class and open for those of another. */
export const PeriodOfService = Period.omit({ closed: true }).extend({ closedFor: z.array(ClassId) });
export type PeriodOfService = z.infer<typeof PeriodOfService>;

/** What a subject weighs for one class; in conflict, the class and the service say otherwise and nobody chooses silently. */
export const Weight = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('said'), coefficient: Coefficient }),
  z.strictObject({ kind: z.literal('conflict'), ofClass: Coefficient, ofService: Coefficient }),
]);
export type Weight = z.infer<typeof Weight>;

/** A service as its teachers and the head find it. */
export const ServiceRow = z.strictObject({
  service: Service,
  /** For each class of the service. */
  weights: z.array(z.strictObject({ classId: ClassId, weight: Weight })),
  periods: z.array(PeriodOfService),
  mayEnter: z.boolean(),
  mayChange: z.boolean(),
});
export type ServiceRow = z.infer<typeof ServiceRow>;

/** An exact average and how the school's policy displays it, out of 20. */
export const AverageView = z.strictObject({ exact: Fraction, shown: z.string() });
export type AverageView = z.infer<typeof AverageView>;

/** Mean, lowest and highest of so many pupils. */
export const FiguresView = z.strictObject({ mean: AverageView, lowest: AverageView, highest: AverageView, pupils: z.int() });
export type FiguresView = z.infer<typeof FiguresView>;

/** The same as the school's policy displays them, and nothing else: a family reads forty of them at once. */
export const ShownFigures = z.strictObject({ mean: z.string(), lowest: z.string(), highest: z.string(), pupils: z.int() });
export type ShownFigures = z.infer<typeof ShownFigures>;

/** A pupil of the grid, in the order of the list. */
export const GridPupil = z.strictObject({
  pupilId: PersonId,
  name: z.string(),
  classId: ClassId.optional(),
  className: z.string().optional(),
  /** Known when he joined after the beginning of the year. */
  arrivedOn: LocalDate.optional(),
  /** He is no longer taught here: his marks stay, and count until then. */
  leftOn: LocalDate.optional(),
  /** The period is closed for his class: nothing of his changes any more. */
  closed: z.boolean(),
  /** Over all evaluations of the period that were not taken back, drafts included for their teachers. */
  average: AverageView.optional(),
});
export type GridPupil = z.infer<typeof GridPupil>;

/** `waiting`: published, not seen yet; `pupils`: seen by pupils, not yet by guardians. */
export const EvaluationStatus = z.enum(['draft', 'waiting', 'pupils', 'published', 'withdrawn']);
export type EvaluationStatus = z.infer<typeof EvaluationStatus>;

export const GridCell = CellValue.extend({
  pupilId: PersonId,
  /** How many times it was changed after publication. */
  changes: z.int(),
  /** Of a change that readers do not see yet. */
  visibleFrom: Instant.optional(),
});
export type GridCell = z.infer<typeof GridCell>;

/** One column of the grid. */
export const GridEvaluation = z.strictObject({
  evaluationId: EvaluationId,
  terms: EvaluationTerms,
  status: EvaluationStatus,
  publication: z.strictObject({ by: z.string(), pupilFrom: Instant, guardianFrom: Instant }).optional(),
  /** To be sent back with what is changed. */
  version: z.int(),
  cells: z.array(GridCell),
  /** Out of its own scale, whatever the number of pupils: teachers see all. */
  figures: FiguresView.optional(),
});
export type GridEvaluation = z.infer<typeof GridEvaluation>;

/** Two dates to show before and after publishing: « Élèves mardi 14 h · Parents mercredi 14 h ». */
export const PublicationForecast = z.strictObject({
  pupilFrom: Instant,
  guardianFrom: Instant,
  /** The hours to display, without the minutes over which releases are spread. */
  pupilsOn: z.strictObject({ date: LocalDate, time: z.string() }),
  guardiansOn: z.strictObject({ date: LocalDate, time: z.string() }),
  /** True when pupils do not see it at once. */
  waits: z.boolean(),
  /** Pupils of the roster for whom nothing is entered. */
  missing: z.int(),
});
export type PublicationForecast = z.infer<typeof PublicationForecast>;

/** A cell that was not saved because somebody changed it meanwhile: both are shown, nothing is overwritten. */
export const CellConflict = z.strictObject({
  pupilId: PersonId,
  theirs: CellValue,
  yours: CellValue,
  by: z.string(),
  at: Instant.optional(),
});
export type CellConflict = z.infer<typeof CellConflict>;

/** Why one cell was not saved, the others being so. */
export const CellRefusal = z.strictObject({
  pupilId: PersonId,
  reason: z.enum(['out-of-range', 'not-in-roster', 'period-closed', 'skill-unknown']),
});
export type CellRefusal = z.infer<typeof CellRefusal>;

/** One thing that was done to an evaluation, the newest first; of drafts only the last writing of each cell is known. */
export const HistoryEntry = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('cell'),
    at: Instant,
    by: z.string(),
    pupilId: PersonId,
    name: z.string(),
    before: CellValue.optional(),
    after: CellValue,
    visibleFrom: Instant.optional(),
  }),
  z.strictObject({
    what: z.literal('terms'),
    at: Instant,
    by: z.string(),
    before: EvaluationTerms,
    after: EvaluationTerms,
    visibleFrom: Instant,
  }),
  z.strictObject({ what: z.literal('published'), at: Instant, by: z.string(), pupilFrom: Instant, guardianFrom: Instant }),
  z.strictObject({ what: z.literal('withdrawn'), at: Instant, by: z.string() }),
]);
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** One evaluation as a pupil or his family sees it at an instant: enough to compute and to explain. */
export const SeenMark = CellValue.extend({
  evaluationId: EvaluationId,
  terms: EvaluationTerms.omit({ skillIds: true }),
  /** Since when this reader sees it. */
  seenFrom: Instant,
  /** To a pupil who is a minor: when his guardians will see it, as long as they do not. */
  guardiansFrom: Instant.optional(),
  /** The mark that he had seen before was corrected at that instant. */
  correctedAt: Instant.optional(),
  /** He has not read it yet. */
  isNew: z.boolean(),
  /** Of this evaluation, out of its own scale. */
  figures: ShownFigures.optional(),
});
export type SeenMark = z.infer<typeof SeenMark>;

/** One subject of a pupil's period. */
export const SubjectResults = z.strictObject({
  serviceId: ServiceId,
  subject: z.string(),
  teachers: z.array(z.string()),
  weight: Weight,
  subSubjects: z.array(SubSubject.extend({ average: AverageView.optional() })),
  /** Absent: not marked yet, which is never a zero. */
  average: AverageView.optional(),
  figures: FiguresView.optional(),
  /** By date, the latest first. */
  marks: z.array(SeenMark),
});
export type SubjectResults = z.infer<typeof SubjectResults>;

export const GeneralAverage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('known'), average: AverageView }),
  z.strictObject({ kind: z.literal('notMarked') }),
  /** The coefficients of these subjects are in conflict. */
  z.strictObject({ kind: z.literal('withheld'), subjects: z.array(z.string()) }),
]);
export type GeneralAverage = z.infer<typeof GeneralAverage>;

/** A pupil whose results the reader may open. */
export const ResultsPupil = z.strictObject({
  pupilId: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  schoolName: z.string(),
  className: z.string().optional(),
});
export type ResultsPupil = z.infer<typeof ResultsPupil>;

/** One pupil among those of a class, by service: staff see what is published, whenever families do. */
export const ClassResultsRow = z.strictObject({
  pupilId: PersonId,
  name: z.string(),
  leftOn: LocalDate.optional(),
  general: GeneralAverage,
  averages: z.array(z.strictObject({ serviceId: ServiceId, average: AverageView })),
});
export type ClassResultsRow = z.infer<typeof ClassResultsRow>;

/** One service of a class with its figures. */
export const ClassResultsService = z.strictObject({
  serviceId: ServiceId,
  subject: z.string(),
  teachers: z.array(z.string()),
  weight: Weight,
  figures: FiguresView.optional(),
});
export type ClassResultsService = z.infer<typeof ClassResultsService>;

export const PeriodChoice = Period.omit({ closed: true });
export type PeriodChoice = z.infer<typeof PeriodChoice>;

/** What a family sees of a child before opening his results. */
export const ResultsSummary = ResultsPupil.extend({
  period: PeriodKey,
  general: GeneralAverage,
  isNew: z.int(),
  latest: z.array(SeenMark.extend({ subject: z.string() })).max(5),
});
export type ResultsSummary = z.infer<typeof ResultsSummary>;
