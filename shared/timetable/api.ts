import * as z from 'zod';
import { ClassId, GroupId, LessonId, PersonId, SchoolId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { LocalDate, LocalTime } from '../kernel/school-time.ts';
import { timetableErrors } from './errors.ts';
import { ChangeView } from './schema.ts';

/** A lesson as everybody may read it: teachers by their name only. */
export const LessonView = z.strictObject({
  lessonId: LessonId,
  schoolId: SchoolId,
  date: LocalDate,
  start: LocalTime,
  end: LocalTime,
  subject: z.string(),
  room: z.string().optional(),
  teachers: z.array(z.string()),
  classes: z.array(z.strictObject({ classId: ClassId, name: z.string() })),
  groups: z.array(z.strictObject({ groupId: GroupId, name: z.string() })),
  change: ChangeView.optional(),
});
export type LessonView = z.infer<typeof LessonView>;

const WhoseDay = z
  .strictObject({ pupilId: PersonId.optional(), classId: ClassId.optional() })
  .refine((query) => query.pupilId === undefined || query.classId === undefined, {
    message: 'Demandez soit un élève, soit une classe.',
  });

export const timetableOperations = {
  readDay: operation({
    id: 'timetable.read-day',
    method: 'GET',
    path: '/timetable/{date}',
    summary: 'Lire les cours d’un jour : les siens, ceux d’un élève ou ceux d’une classe',
    access: 'session',
    input: { path: z.strictObject({ date: LocalDate }), query: WhoseDay },
    output: z.strictObject({
      date: LocalDate,
      /** In the order of the day. */
      lessons: z.array(LessonView),
    }),
    errors: timetableErrors,
    refusals: ['timetable.no-own-day'],
  }),
} as const;
