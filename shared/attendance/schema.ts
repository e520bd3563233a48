import * as z from 'zod';
import { Relationship } from '../directory/schema.ts';
import { AbsenceId, ClassId, FileId, LessonId, PersonId, SchoolId } from '../kernel/ids.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/school-time.ts';

/** What differs from "present" in a register; presents are not stored one by one. */
export const MarkKind = z.enum(['absent', 'late', 'exempt']);
export type MarkKind = z.infer<typeof MarkKind>;

export const Mark = z.discriminatedUnion('kind', [
  z.strictObject({ pupilId: PersonId, kind: z.literal('absent') }),
  z.strictObject({ pupilId: PersonId, kind: z.literal('late'), minutesLate: z.int().min(1).max(240) }),
  /** Present but exempt (dispense): still called. */
  z.strictObject({ pupilId: PersonId, kind: z.literal('exempt') }),
]);
export type Mark = z.infer<typeof Mark>;

/** In which quality a register was written. */
export const RegisterRole = z.enum(['teacher', 'office']);
export type RegisterRole = z.infer<typeof RegisterRole>;

/** What a pupil was, then is, from one version to the next; `present` is the absence of a mark. */
export const MarkChange = z.strictObject({
  pupilId: PersonId,
  before: Mark.optional(),
  after: Mark.optional(),
});
export type MarkChange = z.infer<typeof MarkChange>;

/** One version of the register of one lesson: immutable, the latest is the one in force, the others are its history. */
export const RegisterVersion = z.strictObject({
  schoolId: SchoolId,
  date: LocalDate,
  start: LocalTime,
  end: LocalTime,
  lessonId: LessonId,
  version: z.int().min(1),
  marks: z.array(Mark),
  changes: z.array(MarkChange),
  /** How many pupils were called, present ones included. */
  called: z.int().min(0),
  takenBy: PersonId,
  takenByName: z.string(),
  role: RegisterRole,
  takenAt: Instant,
  /** The caller's own key: the same submit twice is one version. */
  requestId: z.string(),
});
export type RegisterVersion = z.infer<typeof RegisterVersion>;

/** Reasons a guardian may give; a code, never free medical text. */
export const AbsenceReason = z.enum([
  'illness',
  'medicalAppointment',
  'contagiousFamilyIllness',
  'familyMeeting',
  'transport',
  'guardianAway',
  'other',
]);
export type AbsenceReason = z.infer<typeof AbsenceReason>;

export const JoinedMediaType = z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/heic']);
export type JoinedMediaType = z.infer<typeof JoinedMediaType>;

/** Ten mebibytes, after which a photo should be made smaller. */
export const JOINED_FILE_MAX_BYTES = 10_485_760;

/** A file joined to a justification, kept in the academy's bucket; the type is what the bytes say. */
export const JoinedFile = z.strictObject({
  fileId: FileId,
  name: z.string().min(1).max(120),
  mediaType: JoinedMediaType,
  bytes: z.int().min(1).max(JOINED_FILE_MAX_BYTES),
});
export type JoinedFile = z.infer<typeof JoinedFile>;

export const Decision = z.strictObject({
  accepted: z.boolean(),
  /** Required when refused: the family reads it. */
  reason: z.string().max(500).optional(),
  decidedBy: PersonId,
  decidedByName: z.string(),
  decidedAt: Instant,
});
export type Decision = z.infer<typeof Decision>;

/** A decision that the office took back: it stays in the history with who reopened it. */
export const FormerDecision = Decision.extend({ reopenedBy: PersonId, reopenedByName: z.string(), reopenedAt: Instant });
export type FormerDecision = z.infer<typeof FormerDecision>;

/** Hours of a day as a family answers for them, lessons or not. */
export const AnsweredHours = z.strictObject({ from: LocalTime, until: LocalTime });
export type AnsweredHours = z.infer<typeof AnsweredHours>;

export const Justification = z.strictObject({
  justificationId: z.string(),
  lessonIds: z.array(LessonId),
  /** An absence that the office declared has no lesson to be named by. */
  hours: z.array(AnsweredHours).optional(),
  restOfDay: z.boolean(),
  reason: AbsenceReason,
  comment: z.string().max(1000),
  files: z.array(JoinedFile).max(5),
  by: PersonId,
  /** As other guardians may read it; never a contact. */
  byRole: Relationship,
  /** For the office only. */
  byName: z.string(),
  at: Instant,
  decision: Decision.optional(),
  formerDecisions: z.array(FormerDecision),
});
export type Justification = z.infer<typeof Justification>;

/** What families are alerted of; whatever else a register says is not told. */
export const ToldKind = z.enum(['absence', 'lateness']);
export type ToldKind = z.infer<typeof ToldKind>;

/** What one lesson's registers say of a pupil. */
export const Observation = z.strictObject({
  lessonId: LessonId,
  start: LocalTime,
  end: LocalTime,
  subject: z.string(),
  /** The register's version it comes from: older versions never overwrite it. */
  version: z.int(),
  /** `notHeld`: the lesson was cancelled, or given elsewhere, after its roll call: nobody missed it. */
  kind: z.enum(['present', 'absent', 'late', 'exempt', 'notHeld']),
  minutesLate: z.int().optional(),
  /** What families believe since we told them; absent when they were told nothing, or told that it was not so. */
  toldAs: ToldKind.optional(),
  /** How many times families were told of this lesson. */
  toldRevision: z.int().optional(),
});
export type Observation = z.infer<typeof Observation>;

/** An absence that the school-life office entered itself, for instance after a call. */
export const Declaration = z.strictObject({
  declarationId: z.string(),
  from: LocalTime,
  until: LocalTime,
  /** `school`: infirmary, outing, internship: under the school's responsibility, neither counted nor alerted. */
  kind: z.enum(['absence', 'school']),
  reason: AbsenceReason.optional(),
  by: PersonId,
  byName: z.string(),
  at: Instant,
  /** A withdrawn declaration stays in the history. */
  withdrawnAt: Instant.optional(),
});
export type Declaration = z.infer<typeof Declaration>;

/** Where the day stands: nothing to treat, to justify by the family, to decide by the office, settled. */
export const DayStatus = z.enum(['nothing', 'toJustify', 'toDecide', 'justified', 'refused']);
export type DayStatus = z.infer<typeof DayStatus>;

/** Everything known of one pupil on one school day: observations, declarations, and their treatment. */
export const PupilDay = z.strictObject({
  absenceId: AbsenceId,
  pupilId: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  schoolId: SchoolId,
  classId: ClassId.optional(),
  className: z.string().optional(),
  date: LocalDate,
  observations: z.record(z.string(), Observation),
  declarations: z.array(Declaration),
  justifications: z.array(Justification),
  status: DayStatus,
  /** Since when a justification of this day has been waiting for the office. */
  waitingSince: Instant.optional(),
  /** Optimistic lock: every write conditions on it. */
  revision: z.int(),
});
export type PupilDay = z.infer<typeof PupilDay>;

/** A day that one guardian has to deal with: one row of "À traiter". */
export const OpenDay = z.strictObject({
  guardianId: PersonId,
  pupilId: PersonId,
  absenceId: AbsenceId,
  schoolId: SchoolId,
  firstName: z.string(),
  date: LocalDate,
  from: LocalTime,
  until: LocalTime,
  /** The school did not accept the answer: another one, or a document, is welcome. */
  refused: z.literal(true).optional(),
});
export type OpenDay = z.infer<typeof OpenDay>;
