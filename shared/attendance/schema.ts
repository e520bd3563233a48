import * as z from 'zod';
import { AbsenceId, ClassId, FileId, LessonId, PersonId, SchoolId } from '../kernel/ids.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/school-time.ts';

/** What differs from "present" in a register; presents are not stored one by one. */
export const MarkKind = z.enum(['absent', 'late', 'exempt']);
export type MarkKind = z.infer<typeof MarkKind>;

export const Mark = z.discriminatedUnion('kind', [
  z.strictObject({ pupilId: PersonId, kind: z.literal('absent') }),
  z.strictObject({ pupilId: PersonId, kind: z.literal('late'), minutesLate: z.number().int().min(1).max(240) }),
  /** Present but exempt (dispense): still called. */
  z.strictObject({ pupilId: PersonId, kind: z.literal('exempt') }),
]);
export type Mark = z.infer<typeof Mark>;

/** In which quality a register was written. */
export const RegisterRole = z.enum(['teacher', 'office']);

/** What a pupil was, then is, from one version to the next; `present` is the absence of a mark. */
export const MarkChange = z.strictObject({
  pupilId: PersonId,
  classId: ClassId,
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
  version: z.number().int().min(1),
  marks: z.array(Mark),
  changes: z.array(MarkChange),
  /** How many pupils were called, present ones included. */
  called: z.number().int().min(0),
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

/** A file joined to a justification, kept in the academy's bucket. */
export const JoinedFile = z.strictObject({
  fileId: FileId,
  name: z.string().min(1).max(120),
  mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/heic']),
  bytes: z.number().int().min(1).max(10_485_760),
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

export const Justification = z.strictObject({
  justificationId: z.string(),
  lessonIds: z.array(LessonId),
  restOfDay: z.boolean(),
  reason: AbsenceReason,
  comment: z.string().max(1000),
  files: z.array(JoinedFile).max(5),
  by: PersonId,
  /** "Mère", "Père"… as other guardians may read it; never a name or a contact. */
  byRole: z.string(),
  at: Instant,
  decision: Decision.optional(),
});
export type Justification = z.infer<typeof Justification>;

/** What one lesson's registers say of a pupil. */
export const Observation = z.strictObject({
  lessonId: LessonId,
  start: LocalTime,
  end: LocalTime,
  subject: z.string(),
  /** The register's version it comes from: older versions never overwrite it. */
  version: z.number().int(),
  kind: z.enum(['present', 'absent', 'late', 'exempt']),
  minutesLate: z.number().int().optional(),
  role: RegisterRole,
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
  classId: ClassId,
  className: z.string(),
  date: LocalDate,
  observations: z.record(z.string(), Observation),
  declarations: z.array(Declaration),
  justifications: z.array(Justification),
  status: DayStatus,
  /** Optimistic lock: every write conditions on it. */
  revision: z.number().int(),
});
export type PupilDay = z.infer<typeof PupilDay>;
