import * as z from 'zod';
import { Relationship } from '../directory/schema.ts';
import { AbsenceId, FileId, LessonId, PersonId, SchoolId } from '../kernel/ids.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/school-time.ts';
import { ChangeView } from '../timetable/schema.ts';
import { AbsenceReason, AnsweredHours, DayStatus, JoinedFile, Mark, Observation, RegisterRole } from './schema.ts';

/** `cancelled`: there is no lesson to call. `officeOnly`: the office has taken the register over; the state is the reader's own, judged by the server's clock. */
export const WindowState = z.enum(['notYet', 'open', 'closed', 'officeOnly', 'cancelled']);
export type WindowState = z.infer<typeof WindowState>;

export const RegisterWindow = z.strictObject({
  opensAt: Instant,
  /** Absent for the office, which may always correct. */
  closesAt: Instant.optional(),
  state: WindowState,
});
export type RegisterWindow = z.infer<typeof RegisterWindow>;

/** Why a pupil is not expected: absent at the previous hour, declared by the office, or where the school sent him. */
export const NotExpectedBecause = z.enum(['absentBefore', 'declared', 'atSchool']);
export type NotExpectedBecause = z.infer<typeof NotExpectedBecause>;

/** One row of the roll call: `mark` is what the register in force says, `notExpected` is how the row starts when there is none. */
export const RegisterPupil = z.strictObject({
  pupilId: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  className: z.string().optional(),
  mark: Mark.optional(),
  notExpected: NotExpectedBecause.optional(),
});
export type RegisterPupil = z.infer<typeof RegisterPupil>;

/** One version of a register: who recorded what, and when. */
export const RegisterVersionView = z.strictObject({
  version: z.int().min(1),
  takenByName: z.string(),
  role: RegisterRole,
  takenAt: Instant,
  mine: z.boolean(),
  marks: z.array(Mark),
  called: z.int(),
  absent: z.int(),
  late: z.int(),
  exempt: z.int(),
});
export type RegisterVersionView = z.infer<typeof RegisterVersionView>;

/** `late`: more than ten minutes into the lesson without a register; `missing`: the lesson is over without one; `cancelled`: none is expected. */
export const RegisterProgress = z.enum(['notYet', 'expected', 'late', 'missing', 'done', 'cancelled']);
export type RegisterProgress = z.infer<typeof RegisterProgress>;

/** One row of the office's live view. */
export const RegisterRow = z.strictObject({
  lessonId: LessonId,
  start: LocalTime,
  end: LocalTime,
  subject: z.string(),
  room: z.string().optional(),
  teachers: z.array(z.string()),
  /** Names of the groups, or of the classes when the lesson has no group. */
  audience: z.array(z.string()),
  progress: RegisterProgress,
  change: ChangeView.optional(),
  version: z.int().optional(),
  takenAt: Instant.optional(),
  takenByName: z.string().optional(),
  role: RegisterRole.optional(),
  called: z.int().optional(),
  absent: z.int().optional(),
  late: z.int().optional(),
});
export type RegisterRow = z.infer<typeof RegisterRow>;

/** Where one hour of absence stands. */
export const AbsenceTreatment = DayStatus.exclude(['nothing']);
export type AbsenceTreatment = z.infer<typeof AbsenceTreatment>;

/** Adjoining absent hours with the same treatment, as one. */
export const AbsenceInterval = z.strictObject({
  from: LocalTime,
  until: LocalTime,
  lessonIds: z.array(LessonId),
  treatment: AbsenceTreatment,
});
export type AbsenceInterval = z.infer<typeof AbsenceInterval>;

export const DayLesson = z.strictObject({
  lessonId: LessonId,
  start: LocalTime,
  end: LocalTime,
  subject: z.string(),
  kind: Observation.shape.kind,
  minutesLate: z.int().optional(),
  /** Only for an absent hour that counts. */
  treatment: AbsenceTreatment.optional(),
});
export type DayLesson = z.infer<typeof DayLesson>;

export const DeclarationView = z.strictObject({
  declarationId: z.string(),
  from: LocalTime,
  until: LocalTime,
  kind: z.enum(['absence', 'school']),
  reason: AbsenceReason.optional(),
  at: Instant,
  withdrawnAt: Instant.optional(),
  /** For the office only. */
  byName: z.string().optional(),
});
export type DeclarationView = z.infer<typeof DeclarationView>;

export const DecisionView = z.strictObject({
  accepted: z.boolean(),
  reason: z.string().optional(),
  decidedAt: Instant,
  reopenedAt: Instant.optional(),
  /** For the office only. */
  decidedByName: z.string().optional(),
});
export type DecisionView = z.infer<typeof DecisionView>;

/** A justification as both guardians read it alike: by whom in one word, never a contact. */
export const JustificationView = z.strictObject({
  justificationId: z.string(),
  lessonIds: z.array(LessonId),
  hours: z.array(AnsweredHours).optional(),
  restOfDay: z.boolean(),
  reason: AbsenceReason,
  comment: z.string(),
  files: z.array(JoinedFile),
  byRole: Relationship,
  mine: z.boolean(),
  at: Instant,
  decision: DecisionView.optional(),
  formerDecisions: z.array(DecisionView),
  /** For the office only. */
  byName: z.string().optional(),
});
export type JustificationView = z.infer<typeof JustificationView>;

/** One pupil's day, with its whole history. */
export const DayView = z.strictObject({
  absenceId: AbsenceId,
  pupilId: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  className: z.string().optional(),
  schoolId: SchoolId,
  date: LocalDate,
  status: DayStatus,
  intervals: z.array(AbsenceInterval),
  lessons: z.array(DayLesson),
  declarations: z.array(DeclarationView),
  justifications: z.array(JustificationView),
  /** What the reader may do here now. */
  mayJustify: z.boolean(),
  mayDecide: z.boolean(),
});
export type DayView = z.infer<typeof DayView>;

/** Half-days of one calendar month; `threshold` is for the office only. */
export const MonthHalfDays = z.strictObject({
  month: z.string(),
  total: z.int(),
  unjustified: z.int(),
  threshold: z.enum(['none', 'warn', 'referral', 'educationalTeam']).optional(),
});
export type MonthHalfDays = z.infer<typeof MonthHalfDays>;

/** What a browser must send to the bucket, with or without JavaScript: `fields` as hidden inputs, then the file named `file`. */
export const PreparedUpload = z.strictObject({
  fileId: FileId,
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  maxBytes: z.int(),
});
export type PreparedUpload = z.infer<typeof PreparedUpload>;
