import * as z from 'zod';
import { ClassId, PersonId, ServiceId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Instant, LocalDate } from '../kernel/school-time.ts';
import { councilErrors } from './council-errors.ts';
import { AverageView, FiguresView } from './marks-views.ts';
import { PeriodKey } from './periods.ts';
import { ProgrammeView } from './programme-api.ts';
import { FinalAverage, Position, Remark, RemarkState, TYPED_MAX } from './remarks.ts';

/** Whom a remark is about: a pupil, or a whole class. */
export const About = z.union([PersonId, ClassId]);
export type About = z.infer<typeof About>;

/** A position with what it comes from: the average of the period, or the levels of skills where nothing is marked. */
export const AutomaticPosition = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('average'), position: Position }),
  z.strictObject({ from: z.literal('levels'), position: Position, sum: z.int(), count: z.int() }),
]);
export type AutomaticPosition = z.infer<typeof AutomaticPosition>;

/** One row of the grid of remarks: a pupil, or his whole class. */
export const RemarkRow = z.strictObject({
  about: About,
  name: z.string(),
  className: z.string().optional(),
  /** The period is closed for his class. */
  closed: z.boolean(),
  /** Computed, whatever the teacher decides beside it; absent: not marked yet, which is never a zero. */
  average: AverageView.optional(),
  automatic: AutomaticPosition.optional(),
  /** Only what its reader may see: a draft is its writers' own. */
  remark: Remark.optional(),
});
export type RemarkRow = z.infer<typeof RemarkRow>;

/** A remark that was not saved because somebody changed it meanwhile: both are shown, nothing is overwritten. */
export const RemarkConflict = z.strictObject({
  about: About,
  name: z.string(),
  yours: z.string(),
  theirs: z.string(),
  by: z.string(),
  at: Instant,
  state: RemarkState,
  /** To be sent back to write over theirs, knowing it. */
  revision: z.int(),
});
export type RemarkConflict = z.infer<typeof RemarkConflict>;

const GridView = z.strictObject({
  serviceId: ServiceId,
  subject: z.string(),
  /** The class or the group. */
  to: z.string(),
  teachers: z.array(z.string()),
  period: PeriodKey,
  today: LocalDate,
  /** The class as a whole, one row for each class of a group. */
  classes: z.array(RemarkRow),
  pupils: z.array(RemarkRow),
  figures: FiguresView.optional(),
  /** What the class worked on, one text for all its pupils. */
  programme: ProgrammeView,
  mayWrite: z.boolean(),
  mayProofread: z.boolean(),
});
export type GridView = z.infer<typeof GridView>;

const Saved = z.strictObject({ saved: z.int(), conflicts: z.array(RemarkConflict), grid: GridView });

const errors = councilErrors;
const path = z.strictObject({ serviceId: ServiceId, period: PeriodKey });
/** 0 when the page showed none. */
const revision = z.int().min(0);
const text = z.string().max(TYPED_MAX);

const WRITTEN_MAX = 120;

export const remarksOperations = {
  readRemarks: operation({
    id: 'assessment.read-remarks',
    method: 'GET',
    path: '/services/{serviceId}/remarks/{period}',
    summary: 'Lire les appréciations d’un service pour une période',
    access: 'session',
    input: { path },
    output: GridView,
    errors,
    refusals: ['assessment.period-unknown'],
  }),
  writeRemarks: operation({
    id: 'assessment.write-remarks',
    method: 'PUT',
    path: '/services/{serviceId}/remarks/{period}',
    summary: 'Écrire des appréciations, en brouillon ou à relire',
    access: 'session',
    input: {
      path,
      body: z.strictObject({
        as: z.enum(['draft', 'written']),
        remarks: z
          .array(z.strictObject({ about: About, revision, text, position: Position.optional(), finalAverage: FinalAverage.optional() }))
          .min(1)
          .max(WRITTEN_MAX),
      }),
    },
    output: Saved,
    errors,
    refusals: ['assessment.period-unknown', 'assessment.period-closed', 'assessment.remark-too-long', 'assessment.not-in-service'],
  }),
  acceptPositions: operation({
    id: 'assessment.accept-positions',
    method: 'POST',
    path: '/services/{serviceId}/remarks/{period}/positions',
    summary: 'Reprendre, pour toute la classe, les positionnements proposés',
    access: 'session',
    input: { path },
    output: Saved,
    errors,
    refusals: ['assessment.period-unknown', 'assessment.period-closed'],
  }),
  proofreadRemarks: operation({
    id: 'assessment.proofread-remarks',
    method: 'POST',
    path: '/services/{serviceId}/remarks/{period}/proofreading',
    summary: 'Relire des appréciations : les valider, les corriger ou les renvoyer à leur auteur',
    access: 'session',
    input: {
      path,
      body: z.strictObject({
        remarks: z
          .array(
            z.discriminatedUnion('decision', [
              z.strictObject({ decision: z.literal('agree'), about: About, revision, text }),
              z.strictObject({
                decision: z.literal('sendBack'),
                about: About,
                revision,
                note: z.string().trim().min(1, { message: 'Dites ce qui est à reprendre.' }).max(200),
              }),
            ]),
          )
          .min(1)
          .max(WRITTEN_MAX),
      }),
    },
    output: Saved,
    errors,
    refusals: ['assessment.period-unknown', 'assessment.period-closed', 'assessment.remark-too-long', 'assessment.not-in-service'],
  }),
} as const;
