import * as z from 'zod';
import { AbsenceId, LessonId, PersonId, SchoolId } from '../kernel/ids.ts';
import { event } from '../kernel/event.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/school-time.ts';
import { MarkChange, RegisterRole } from './schema.ts';

/** A register was taken or corrected; `changes` is what differs from the version before. */
export const RegisterTaken = event(
  'attendance.register-taken',
  z.strictObject({
    schoolId: SchoolId,
    lessonId: LessonId,
    date: LocalDate,
    start: LocalTime,
    end: LocalTime,
    subject: z.string(),
    version: z.int(),
    role: RegisterRole,
    takenAt: Instant,
    changes: z.array(MarkChange),
  }),
);

const alertable = {
  absenceId: AbsenceId,
  pupilId: PersonId,
  firstName: z.string(),
  schoolId: SchoolId,
  date: LocalDate,
  start: LocalTime,
  lessonId: LessonId,
  /** Grows by one each time the same lesson's fact changes: part of the alert's de-duplication key. */
  revision: z.int(),
};

/** Families must be told: an unexpected absence, or a lateness, has been recorded. */
export const AbsenceObserved = event(
  'attendance.absence-observed',
  z.strictObject({ ...alertable, kind: z.enum(['absence', 'lateness']), minutesLate: z.int().optional() }),
);

/** What was told, or was about to be, is no longer so: the pupil was there, or came late. */
export const AbsenceCorrected = event(
  'attendance.absence-corrected',
  z.strictObject({
    ...alertable,
    was: z.enum(['absence', 'lateness']),
    now: z.enum(['present', 'absence', 'lateness']),
    minutesLate: z.int().optional(),
  }),
);

/** A guardian has justified, or the office has decided: the other party is to see it. */
export const JustificationSubmitted = event(
  'attendance.justification-submitted',
  z.strictObject({ absenceId: AbsenceId, pupilId: PersonId, schoolId: SchoolId, date: LocalDate, justificationId: z.string() }),
);

export const JustificationDecided = event(
  'attendance.justification-decided',
  z.strictObject({
    absenceId: AbsenceId,
    pupilId: PersonId,
    firstName: z.string(),
    schoolId: SchoolId,
    date: LocalDate,
    justificationId: z.string(),
    accepted: z.boolean(),
  }),
);
