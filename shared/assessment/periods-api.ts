import * as z from 'zod';
import { ClassId, SchoolId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Instant, LocalDate } from '../kernel/school-time.ts';
import { councilErrors } from './council-errors.ts';
import { Period, PeriodKey, PeriodKind, PeriodsChange, REASON_MAX } from './periods.ts';

/** The periods of a class as its school's staff read them. */
export const PeriodsView = z.strictObject({
  classId: ClassId,
  className: z.string(),
  year: z.int(),
  kind: PeriodKind,
  periods: z.array(Period),
  /** 0 when nothing was decided; to be sent back with a change. */
  version: z.int(),
});
export type PeriodsView = z.infer<typeof PeriodsView>;

/** One decision over the periods of a class. */
export const PeriodsLogEntry = z.strictObject({ version: z.int(), at: Instant, byName: z.string(), change: PeriodsChange });

const errors = councilErrors;
const schoolPath = z.strictObject({ schoolId: SchoolId });
const classPath = schoolPath.extend({ classId: ClassId });
const periodPath = classPath.extend({ period: PeriodKey });
/** The version that the page showed. */
const version = z.int().min(0);

export const periodsOperations = {
  listPeriods: operation({
    id: 'assessment.list-periods',
    method: 'GET',
    path: '/schools/{schoolId}/periods',
    summary: 'Lister les périodes de toutes les classes d’un établissement, pour l’année en cours',
    access: 'session',
    input: { path: schoolPath },
    output: z.strictObject({ today: LocalDate, schoolName: z.string(), classes: z.array(PeriodsView) }),
    errors,
    refusals: [],
  }),
  readPeriods: operation({
    id: 'assessment.read-periods',
    method: 'GET',
    path: '/schools/{schoolId}/classes/{classId}/periods',
    summary: 'Lire les périodes d’une classe : dates, clôtures',
    access: 'session',
    input: { path: classPath },
    output: z.strictObject({
      today: LocalDate,
      periods: PeriodsView,
      mayChange: z.boolean(),
      /** For the head only: the last decisions, the newest first. */
      log: z.array(PeriodsLogEntry).optional(),
    }),
    errors,
    refusals: [],
  }),
  changePeriods: operation({
    id: 'assessment.change-periods',
    method: 'PUT',
    path: '/schools/{schoolId}/classes/{classId}/periods',
    summary: 'Changer le découpage de l’année d’une classe et ses dates',
    access: 'session',
    input: {
      path: classPath,
      body: z.strictObject({
        version,
        kind: PeriodKind,
        /** The last day of each period but the last. */
        ends: z.array(LocalDate).min(1).max(2),
      }),
    },
    output: PeriodsView,
    errors,
    refusals: [
      'assessment.periods-changed-meanwhile',
      'assessment.periods-disordered',
      'assessment.period-is-closed',
      'assessment.periods-hold-marks',
    ],
  }),
  closePeriod: operation({
    id: 'assessment.close-period',
    method: 'POST',
    path: '/schools/{schoolId}/classes/{classId}/periods/{period}/closing',
    summary: 'Clore une période d’une classe : ses notes et ses appréciations ne changent plus',
    access: 'session',
    input: { path: periodPath, body: z.strictObject({ version }) },
    output: PeriodsView,
    errors,
    refusals: ['assessment.periods-changed-meanwhile', 'assessment.period-unknown', 'assessment.period-already-closed'],
  }),
  reopenPeriod: operation({
    id: 'assessment.reopen-period',
    method: 'POST',
    path: '/schools/{schoolId}/classes/{classId}/periods/{period}/reopening',
    summary: 'Rouvrir une période close, en disant pourquoi',
    access: 'session',
    input: {
      path: periodPath,
      body: z.strictObject({ version, reason: z.string().trim().min(1, { message: 'Dites pourquoi.' }).max(REASON_MAX) }),
    },
    output: PeriodsView,
    errors,
    refusals: ['assessment.periods-changed-meanwhile', 'assessment.period-unknown', 'assessment.period-already-open'],
  }),
} as const;
