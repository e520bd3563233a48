import * as z from 'zod';
import { ImportId } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/school-time.ts';

/** `aaf`: the academy's directory dump (zip or tgz of XML files); `lessons`: a timetable as CSV. */
export const ImportKind = z.enum(['aaf', 'lessons']);
export type ImportKind = z.infer<typeof ImportKind>;

/** `refused`: the delivery itself is at fault and nothing was written; `failed`: a fault of ours, may be run again. */
export const ImportStatus = z.enum(['awaitingFile', 'planning', 'planned', 'applying', 'applied', 'refused', 'failed']);
export type ImportStatus = z.infer<typeof ImportStatus>;

export const RecordKind = z.enum(['school', 'class', 'group', 'pupil', 'guardian', 'staff', 'lesson']);
export type RecordKind = z.infer<typeof RecordKind>;

/** A few examples of each change, short enough to be recognised and no more: first name, initial, place. */
export const Samples = z.strictObject({ added: z.array(z.string()), changed: z.array(z.string()), detached: z.array(z.string()) });

/** What applying would do to one kind of record. */
export const KindPlan = z.strictObject({
  kind: RecordKind,
  added: z.int(),
  changed: z.int(),
  detached: z.int(),
  unchanged: z.int(),
  samples: Samples,
});
export type KindPlan = z.infer<typeof KindPlan>;

/** `refuses`: the whole delivery is refused; `drops`: this record or value is left out; `warns`: kept, to be looked at. */
export const Severity = z.enum(['refuses', 'drops', 'warns']);
export type Severity = z.infer<typeof Severity>;

/** One thing wrong in a delivery, where it is, and what to do about it. */
export const Anomaly = z.strictObject({
  file: z.string(),
  /** The record's key in its file; absent for the file itself. */
  record: z.string().optional(),
  code: z.string(),
  severity: Severity,
  /** A French sentence. */
  message: z.string(),
  /** How many times, when it is reported once for all. */
  count: z.int(),
});
export type Anomaly = z.infer<typeof Anomaly>;

/** How many anomalies of each sort, all pages together. */
export const AnomalyCount = z.strictObject({ code: z.string(), severity: Severity, count: z.int() });
export type AnomalyCount = z.infer<typeof AnomalyCount>;

/** The dry run: what applying would do, and what must be confirmed first. */
export const Plan = z.strictObject({
  /** The date that the delivery's files bear. */
  deliveryDate: LocalDate.optional(),
  delta: z.boolean(),
  kinds: z.array(KindPlan),
  /** People of the directory who are not in the delivery; of a timetable, lessons that end without being replaced in the schools that lose too many. */
  vanished: z.int(),
  /** Zero for a timetable. */
  knownPeople: z.int(),
  /** True above 5 % of the people, or of the lessons of a school: applying asks for `vanished` to be typed. */
  confirmVanished: z.boolean(),
  anomalies: z.array(AnomalyCount),
});
export type Plan = z.infer<typeof Plan>;

export const Progress = z.strictObject({
  /** What is being done, as a French sentence. */
  step: z.string(),
  done: z.int(),
  /** Absent while it is not known yet. */
  total: z.int().optional(),
});
export type Progress = z.infer<typeof Progress>;

/** One delivery and all that happened to it. */
export const ImportRecord = z.strictObject({
  importId: ImportId,
  kind: ImportKind,
  fileName: z.string(),
  bytes: z.int(),
  status: ImportStatus,
  createdAt: Instant,
  createdBy: z.string(),
  updatedAt: Instant,
  /** Grows with each request of a plan or an application, and each time the work is handed over to a next run. */
  attempt: z.int(),
  progress: Progress.optional(),
  plan: Plan.optional(),
  /** Why it was refused. */
  refusal: z.strictObject({ code: z.string(), message: z.string() }).optional(),
  /** The count of what vanishes that the operator typed. */
  confirmedVanished: z.int().optional(),
  /** True once the first record of this delivery may have been written: guards are then behind. */
  started: z.boolean(),
  /** Records written by this delivery. */
  written: z.int(),
  anomalyCount: z.int(),
});
export type ImportRecord = z.infer<typeof ImportRecord>;
