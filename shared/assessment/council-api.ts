import * as z from 'zod';
import { ClassId, PersonId, SchoolId, ServiceId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Instant, LocalDate } from '../kernel/school-time.ts';
import { Missing } from './council-check.ts';
import { councilErrors } from './council-errors.ts';
import { Absences, CouncilDecision, CouncilState, Mention, OPINIONS_MAX, OrientationOpinion, Trend } from './council.ts';
import { AverageView, FiguresView, GeneralAverage } from './marks-views.ts';
import { PeriodKey } from './periods.ts';
import { AutomaticPosition } from './remarks-api.ts';
import { FinalAverage, Position, RemarkState, TYPED_MAX } from './remarks.ts';

/** A council as the list of councils shows it. */
export const CouncilRow = z.strictObject({
  schoolId: SchoolId,
  schoolName: z.string(),
  classId: ClassId,
  className: z.string(),
  /** The period under way. */
  current: PeriodKey,
  /** Those that the reader may open, in order. */
  councils: z.array(
    z.strictObject({ period: PeriodKey, until: LocalDate, state: CouncilState, date: LocalDate.optional(), closed: z.boolean() }),
  ),
  mayRun: z.boolean(),
});
export type CouncilRow = z.infer<typeof CouncilRow>;

/** One pupil of the class, in the order of the list. */
export const CouncilPupil = z.strictObject({
  pupilId: PersonId,
  name: z.string(),
  general: GeneralAverage,
  /** Since the council before. */
  trend: Trend.optional(),
  /** Once they were frozen. */
  absences: Absences.optional(),
  hasSynthesis: z.boolean(),
  mention: Mention.optional(),
});
export type CouncilPupil = z.infer<typeof CouncilPupil>;

const CouncilService = z.strictObject({
  serviceId: ServiceId,
  subject: z.string(),
  teachers: z.array(z.string()),
  figures: FiguresView.optional(),
});

/** What the class is, in one go: texts of one pupil are on his own page. */
export const CouncilView = z.strictObject({
  schoolId: SchoolId,
  classId: ClassId,
  className: z.string(),
  period: PeriodKey,
  periods: z.array(PeriodKey),
  closed: z.boolean(),
  today: LocalDate,
  state: CouncilState,
  date: LocalDate.optional(),
  synthesis: z.string(),
  absencesAt: Instant.optional(),
  /** Of the pupils' general averages. */
  figures: FiguresView.optional(),
  services: z.array(CouncilService),
  pupils: z.array(CouncilPupil),
  /** To be sent back with a change. */
  version: z.int(),
  mayRun: z.boolean(),
  /** Once it is held, the head alone reopens it. */
  mayReopen: z.boolean(),
  mayWriteSchoolLife: z.boolean(),
});
export type CouncilView = z.infer<typeof CouncilView>;

/** One subject of a pupil before the council. */
export const CouncilSubject = z.strictObject({
  serviceId: ServiceId,
  subject: z.string(),
  teachers: z.array(z.string()),
  average: AverageView.optional(),
  /** The period before. */
  before: AverageView.optional(),
  trend: Trend.optional(),
  classMean: AverageView.optional(),
  automatic: AutomaticPosition.optional(),
  /** The teacher's own. */
  position: Position.optional(),
  finalAverage: FinalAverage.optional(),
  remark: z.string(),
  state: RemarkState.optional(),
});
export type CouncilSubject = z.infer<typeof CouncilSubject>;

/** One pupil before the council. */
export const CouncilPupilView = z.strictObject({
  schoolId: SchoolId,
  classId: ClassId,
  className: z.string(),
  period: PeriodKey,
  state: CouncilState,
  pupil: CouncilPupil,
  /** With the averages that teachers decided themselves, where there are some: what the card will say, beside what is computed. */
  decided: GeneralAverage.optional(),
  subjects: z.array(CouncilSubject),
  /** The remark of the school-life office. */
  schoolLife: z.string().optional(),
  decision: CouncilDecision.omit({ by: true, pupilId: true }).optional(),
  /** Neighbours in the list: the council goes from one to the next. */
  previous: z.strictObject({ pupilId: PersonId, name: z.string() }).optional(),
  next: z.strictObject({ pupilId: PersonId, name: z.string() }).optional(),
  position: z.strictObject({ rank: z.int(), of: z.int() }),
  mayRun: z.boolean(),
});
export type CouncilPupilView = z.infer<typeof CouncilPupilView>;

const errors = councilErrors;
const path = z.strictObject({ schoolId: SchoolId, classId: ClassId, period: PeriodKey });
const pupilPath = path.extend({ pupilId: PersonId });
/** What the page showed. */
const version = z.int().min(0);
const text = z.string().max(TYPED_MAX);

export const councilOperations = {
  listCouncils: operation({
    id: 'assessment.list-councils',
    method: 'GET',
    path: '/councils',
    summary: 'Lister les conseils de classe que l’on prépare, que l’on préside ou auxquels on participe',
    access: 'session',
    input: {},
    output: z.strictObject({ today: LocalDate, councils: z.array(CouncilRow) }),
    errors,
    refusals: [],
  }),
  readCouncil: operation({
    id: 'assessment.read-council',
    method: 'GET',
    path: '/schools/{schoolId}/classes/{classId}/councils/{period}',
    summary: 'Lire le conseil d’une classe : moyennes, absences, mentions',
    access: 'session',
    input: { path },
    output: CouncilView,
    errors,
    refusals: ['assessment.period-unknown'],
  }),
  checkCouncil: operation({
    id: 'assessment.check-council',
    method: 'GET',
    path: '/schools/{schoolId}/classes/{classId}/councils/{period}/checks',
    summary: 'Lister ce qui manque avant un conseil de classe, et qui doit le faire',
    access: 'session',
    input: { path },
    output: z.strictObject({ className: z.string(), period: PeriodKey, pupils: z.int(), missing: z.array(Missing) }),
    errors,
    refusals: ['assessment.period-unknown'],
  }),
  prepareCouncil: operation({
    id: 'assessment.prepare-council',
    method: 'POST',
    path: '/schools/{schoolId}/classes/{classId}/councils/{period}/preparation',
    summary: 'Préparer un conseil : relever les demi-journées d’absence et les retards de la période',
    access: 'session',
    input: { path, body: z.strictObject({ version }) },
    output: z.strictObject({ version: z.int(), pupils: z.int(), at: Instant }),
    errors,
    refusals: ['assessment.period-unknown', 'assessment.changed-meanwhile', 'assessment.council-held', 'assessment.class-without-pupils'],
  }),
  changeCouncil: operation({
    id: 'assessment.change-council',
    method: 'PUT',
    path: '/schools/{schoolId}/classes/{classId}/councils/{period}',
    summary: 'Fixer la date d’un conseil, écrire la synthèse de la classe, l’ouvrir, l’enregistrer ou le rouvrir',
    access: 'session',
    input: {
      path,
      body: z.strictObject({ version, state: CouncilState, date: LocalDate.optional(), synthesis: text }),
    },
    output: z.strictObject({ version: z.int(), state: CouncilState }),
    errors,
    refusals: [
      'assessment.period-unknown',
      'assessment.changed-meanwhile',
      'assessment.council-held',
      'assessment.council-without-date',
      'assessment.synthesis-too-long',
      'assessment.class-without-pupils',
    ],
  }),
  readCouncilPupil: operation({
    id: 'assessment.read-council-pupil',
    method: 'GET',
    path: '/schools/{schoolId}/classes/{classId}/councils/{period}/pupils/{pupilId}',
    summary: 'Lire la page d’un élève au conseil : moyennes, évolution, appréciations, absences',
    access: 'session',
    input: { path: pupilPath },
    output: CouncilPupilView,
    errors,
    refusals: ['assessment.period-unknown'],
  }),
  decideForPupil: operation({
    id: 'assessment.decide-for-pupil',
    method: 'PUT',
    path: '/schools/{schoolId}/classes/{classId}/councils/{period}/pupils/{pupilId}',
    summary: 'Écrire la synthèse du conseil pour un élève, sa mention et les avis d’orientation',
    access: 'session',
    input: {
      path: pupilPath,
      body: z.strictObject({
        revision: z.int().min(0),
        synthesis: text,
        mention: Mention.optional(),
        opinions: z.array(OrientationOpinion).max(OPINIONS_MAX),
      }),
    },
    output: z.strictObject({ decision: CouncilDecision.omit({ by: true, pupilId: true }) }),
    errors,
    refusals: [
      'assessment.period-unknown',
      'assessment.period-closed',
      'assessment.decision-changed-meanwhile',
      'assessment.council-held',
      'assessment.synthesis-too-long',
    ],
  }),
} as const;
