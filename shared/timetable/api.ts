import * as z from 'zod';
import { ClassId, LessonId, PersonId, RequestId, SchoolId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { addDays, Instant, LocalDate, LocalTime } from '../kernel/school-time.ts';
import { timetableErrors } from './errors.ts';
import { LessonView, WantedChange } from './schema.ts';

/** Another lesson at the same time: a warning, never a refusal, for the office may know better. */
export const Clash = z.strictObject({
  kind: z.enum(['teacher', 'audience']),
  /** Whose other lesson it is. */
  name: z.string(),
  start: LocalTime,
  end: LocalTime,
  subject: z.string(),
});
export type Clash = z.infer<typeof Clash>;

const lessonPath = z.strictObject({ lessonId: LessonId });

/** The longest stretch of changes that is read at once. */
const RANGE_DAYS = 62;

const DateRange = z
  .strictObject({ from: LocalDate, until: LocalDate })
  .refine(({ from, until }) => from <= until && until <= addDays(from, RANGE_DAYS), {
    message: 'Demandez au plus deux mois, du premier au dernier jour.',
  });

const WhoseDay = z
  .strictObject({ pupilId: PersonId.optional(), classId: ClassId.optional(), teacherId: PersonId.optional() })
  .refine((query) => Object.values(query).filter((one) => one !== undefined).length <= 1, {
    message: 'Demandez soit un élève, soit une classe, soit un professeur.',
  });

export const timetableOperations = {
  readDay: operation({
    id: 'timetable.read-day',
    method: 'GET',
    path: '/timetable/{date}',
    summary: 'Lire les cours d’un jour : les siens, ceux d’un élève, d’une classe ou d’un professeur',
    access: 'session',
    input: { path: z.strictObject({ date: LocalDate }), query: WhoseDay },
    output: z.strictObject({
      date: LocalDate,
      /** In the order of the day. */
      lessons: z.array(LessonView),
      /** Lessons that have left this day, or an hour of it: their place now, and in `change.previous` the place that they have left. */
      movedAway: z.array(LessonView),
    }),
    errors: timetableErrors,
    refusals: ['timetable.no-own-day'],
  }),
  changeLesson: operation({
    id: 'timetable.change-lesson',
    method: 'POST',
    path: '/lessons/{lessonId}/change',
    summary: 'Annuler, déplacer ou modifier un cours daté : salle, professeur, remplacement',
    access: 'session',
    input: {
      path: lessonPath,
      body: z.strictObject({
        change: WantedChange,
        /** `since` of the change that the page showed; absent when it showed none. */
        basedOn: Instant.optional(),
        requestId: RequestId,
      }),
    },
    output: z.strictObject({ lesson: LessonView, clashes: z.array(Clash) }),
    errors: timetableErrors,
    refusals: [
      'timetable.changed-meanwhile',
      'timetable.nothing-changed',
      'timetable.hours-reversed',
      'timetable.moved-to-past',
      'timetable.closed-day',
      'timetable.teacher-unknown',
    ],
  }),
  withdrawChange: operation({
    id: 'timetable.withdraw-change',
    method: 'POST',
    path: '/lessons/{lessonId}/change/withdrawal',
    summary: 'Retirer la modification d’un cours : il redevient ce que dit l’emploi du temps',
    access: 'session',
    input: { path: lessonPath, body: z.strictObject({ basedOn: Instant, requestId: RequestId }) },
    output: z.strictObject({ lesson: LessonView.optional() }),
    errors: timetableErrors,
    refusals: ['timetable.changed-meanwhile', 'timetable.nothing-to-withdraw'],
  }),
  listColleagues: operation({
    id: 'timetable.list-colleagues',
    method: 'GET',
    path: '/schools/{schoolId}/colleagues',
    summary: 'Lister le personnel d’un établissement, dont on cherche les cours ou à qui on en confie',
    access: 'session',
    input: { path: z.strictObject({ schoolId: SchoolId }) },
    output: z.strictObject({ colleagues: z.array(z.strictObject({ personId: PersonId, firstName: z.string(), lastName: z.string() })) }),
    errors: timetableErrors,
    refusals: [],
  }),
  listChanges: operation({
    id: 'timetable.list-changes',
    method: 'GET',
    path: '/schools/{schoolId}/lesson-changes',
    summary: 'Lister les cours modifiés d’un établissement entre deux dates, deux mois au plus',
    access: 'session',
    input: { path: z.strictObject({ schoolId: SchoolId }), query: DateRange },
    output: z.strictObject({
      /** In the order of their dates; a moved lesson is found from its old date as from its new one. */
      changes: z.array(z.strictObject({ lesson: LessonView, byName: z.string() })),
      /** What the reader may do here. */
      mayChange: z.boolean(),
    }),
    errors: timetableErrors,
    refusals: [],
  }),
} as const;
