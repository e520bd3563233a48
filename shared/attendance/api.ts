import * as z from 'zod';
import { AbsenceId, FileId, LessonId, PersonId, RequestId, SchoolId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/school-time.ts';
import { LessonView } from '../timetable/schema.ts';
import { attendanceErrors } from './errors.ts';
import { AbsenceReason, AnsweredHours, JoinedMediaType, Mark } from './schema.ts';
import { DayView, MonthHalfDays, PreparedUpload, RegisterPupil, RegisterRow, RegisterVersionView, RegisterWindow } from './views.ts';

/** The most pupils that one lesson may call. */
const ROSTER_MAX = 400;

const once = (marks: readonly { readonly pupilId: string }[]): boolean => new Set(marks.map((mark) => mark.pupilId)).size === marks.length;

const errors = attendanceErrors;
const lessonPath = z.strictObject({ lessonId: LessonId });
const absencePath = z.strictObject({ absenceId: AbsenceId });

export const attendanceOperations = {
  readRegister: operation({
    id: 'attendance.read-register',
    method: 'GET',
    path: '/lessons/{lessonId}/register',
    summary: 'Lire l’appel d’un cours : ses élèves, sa version en vigueur et son histoire',
    access: 'session',
    input: { path: lessonPath },
    output: z.strictObject({
      lesson: LessonView,
      window: RegisterWindow,
      pupils: z.array(RegisterPupil),
      current: RegisterVersionView.optional(),
      /** Every version, the latest first, the current one included. */
      history: z.array(RegisterVersionView),
    }),
    errors,
    refusals: [],
  }),
  takeRegister: operation({
    id: 'attendance.take-register',
    method: 'POST',
    path: '/lessons/{lessonId}/register',
    summary: 'Faire l’appel d’un cours, ou le corriger par une nouvelle version',
    access: 'session',
    input: {
      path: lessonPath,
      body: z.strictObject({
        /** The version that the page showed; 0 when it showed none. */
        baseVersion: z.int().min(0).max(9999),
        /** Everyone that the page showed: a pupil who joined since is then not taken for present. */
        called: z.array(PersonId).max(ROSTER_MAX),
        /** Whoever is not simply present. */
        marks: z.array(Mark).max(ROSTER_MAX).refine(once, { message: 'Un élève ne peut avoir qu’une seule ligne.' }),
        requestId: RequestId,
      }),
    },
    output: z.strictObject({ lessonId: LessonId, current: RegisterVersionView }),
    errors,
    refusals: [
      'attendance.register-not-open',
      'attendance.register-closed',
      'attendance.register-office-only',
      'attendance.lesson-cancelled',
      'attendance.register-taken-meanwhile',
      'attendance.roster-changed',
      'attendance.pupil-not-in-roster',
    ],
  }),
  listRegisters: operation({
    id: 'attendance.list-registers',
    method: 'GET',
    path: '/schools/{schoolId}/registers',
    summary: 'Suivre les appels d’un établissement : faits, en retard, manquants',
    access: 'session',
    input: {
      path: z.strictObject({ schoolId: SchoolId }),
      /** With an hour: the lessons under way then, or beginning within ten minutes; without: the whole day. */
      query: z.strictObject({ date: LocalDate.optional(), time: LocalTime.optional() }),
    },
    output: z.strictObject({
      date: LocalDate,
      registers: z.array(RegisterRow),
      counts: z.strictObject({
        done: z.int(),
        expected: z.int(),
        late: z.int(),
        missing: z.int(),
        notYet: z.int(),
      }),
    }),
    errors,
    refusals: [],
  }),
  declareAbsence: operation({
    id: 'attendance.declare-absence',
    method: 'POST',
    path: '/pupils/{pupilId}/declarations',
    summary: 'Saisir une absence à la vie scolaire, avant ou après l’appel',
    access: 'session',
    input: {
      path: z.strictObject({ pupilId: PersonId }),
      body: z.strictObject({
        date: LocalDate,
        from: LocalTime,
        until: LocalTime,
        /** `school`: under the school's responsibility (infirmary, outing, internship): neither counted nor alerted. */
        kind: z.enum(['absence', 'school']),
        reason: AbsenceReason.optional(),
        requestId: RequestId,
      }),
    },
    output: DayView,
    errors,
    refusals: ['attendance.hours-reversed', 'attendance.date-outside-year', 'attendance.day-of-other-school', 'attendance.day-busy'],
  }),
  withdrawDeclaration: operation({
    id: 'attendance.withdraw-declaration',
    method: 'POST',
    path: '/absences/{absenceId}/declarations/{declarationId}/withdrawal',
    summary: 'Retirer une absence saisie par la vie scolaire ; elle reste dans l’histoire',
    access: 'session',
    input: { path: absencePath.extend({ declarationId: z.string().min(6).max(80) }) },
    output: DayView,
    errors,
    refusals: ['attendance.declaration-unknown', 'attendance.day-busy'],
  }),
  listDays: operation({
    id: 'attendance.list-days',
    method: 'GET',
    path: '/pupils/{pupilId}/absences',
    summary: 'Lister les absences et retards d’un élève sur un mois, avec ses demi-journées',
    access: 'session',
    input: {
      path: z.strictObject({ pupilId: PersonId }),
      query: z.strictObject({
        month: z
          .string()
          .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
          .optional(),
      }),
    },
    output: z.strictObject({
      pupilId: PersonId,
      firstName: z.string(),
      /** The latest day first. */
      days: z.array(DayView),
      halfDays: MonthHalfDays,
    }),
    errors,
    refusals: [],
  }),
  readDay: operation({
    id: 'attendance.read-day',
    method: 'GET',
    path: '/absences/{absenceId}',
    summary: 'Lire la journée d’un élève : ce qui a été vu, dit et décidé',
    access: 'session',
    input: { path: absencePath },
    output: DayView,
    errors,
    refusals: [],
  }),
  justifyAbsence: operation({
    id: 'attendance.justify-absence',
    method: 'POST',
    path: '/absences/{absenceId}/justifications',
    summary: 'Justifier une absence : motif, commentaire, fichiers',
    access: 'session',
    input: {
      path: absencePath,
      body: z.strictObject({
        /** The lessons answered for; without lessons nor hours, `restOfDay` is the whole day. */
        lessonIds: z.array(LessonId).max(20),
        /** The hours answered for, among them those that the office declared, which are no lesson. */
        hours: z.array(AnsweredHours).max(20).optional(),
        /** Also every later hour of that day, even not called yet. */
        restOfDay: z.boolean(),
        reason: AbsenceReason,
        comment: z.string().max(1000),
        files: z.array(z.strictObject({ fileId: FileId, name: z.string().min(1).max(120) })).max(5),
        requestId: RequestId,
      }),
    },
    output: DayView,
    errors,
    refusals: [
      'attendance.nothing-to-justify',
      'attendance.already-justified',
      'attendance.file-missing',
      'attendance.file-refused',
      'attendance.day-busy',
    ],
  }),
  prepareFile: operation({
    id: 'attendance.prepare-file',
    method: 'POST',
    path: '/absences/{absenceId}/files',
    summary: 'Préparer l’envoi d’un fichier joint, directement vers le stockage',
    access: 'session',
    input: {
      path: absencePath,
      /** Without JavaScript the page does not know the file yet: type and size are then judged on arrival. */
      body: z.strictObject({ mediaType: JoinedMediaType.optional(), alreadyJoined: z.array(FileId).max(4).optional() }),
    },
    output: PreparedUpload,
    errors,
    refusals: [],
  }),
  readFile: operation({
    id: 'attendance.read-file',
    method: 'GET',
    path: '/absences/{absenceId}/files/{fileId}',
    summary: 'Télécharger un fichier joint à un justificatif',
    access: 'session',
    answers: 'redirect',
    input: { path: absencePath.extend({ fileId: FileId }) },
    output: z.strictObject({ location: z.url() }),
    errors,
    refusals: ['attendance.file-unknown'],
  }),
  decideJustification: operation({
    id: 'attendance.decide-justification',
    method: 'POST',
    path: '/absences/{absenceId}/justifications/{justificationId}/decision',
    summary: 'Accepter ou refuser un justificatif, ou rouvrir la décision',
    access: 'session',
    input: {
      path: absencePath.extend({ justificationId: z.string().min(6).max(80) }),
      body: z.strictObject({
        outcome: z.enum(['accept', 'refuse', 'reopen']),
        /** The family reads it; required for a refusal. */
        reason: z.string().max(500).optional(),
      }),
    },
    output: DayView,
    errors,
    refusals: ['attendance.justification-unknown', 'attendance.already-decided', 'attendance.reason-required', 'attendance.day-busy'],
  }),
  listToDecide: operation({
    id: 'attendance.list-to-decide',
    method: 'GET',
    path: '/schools/{schoolId}/justifications',
    summary: 'Lister les justificatifs qui attendent la vie scolaire, les plus anciens d’abord',
    access: 'session',
    input: {
      path: z.strictObject({ schoolId: SchoolId }),
      query: z.strictObject({ after: z.string().max(200).optional() }),
    },
    output: z.strictObject({
      days: z.array(DayView),
      /** Ask again with `after` for the following page. */
      next: z.string().optional(),
      asOf: Instant,
    }),
    errors,
    refusals: [],
  }),
} as const;
