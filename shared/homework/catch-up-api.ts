import * as z from 'zod';
import { HomeworkId, PersonId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { LocalDate } from '../kernel/school-time.ts';
import { homeworkErrors } from './errors.ts';
import { AbsenceSpan, AwayPupil, CatchUpRow, MissedLessonView } from './views.ts';

const errors = homeworkErrors;
const path = z.strictObject({ homeworkId: HomeworkId });

export const catchUpOperations = {
  readCatchUp: operation({
    id: 'homework.read-catch-up',
    method: 'GET',
    path: '/pupils/{pupilId}/catch-up',
    summary: 'Lire ce qu’un élève a manqué pendant une absence : cours, documents et travail, avec ses nouveaux délais',
    access: 'session',
    /** Without a date, the latest absence of the last three weeks. */
    input: { path: z.strictObject({ pupilId: PersonId }), query: z.strictObject({ date: LocalDate.optional() }) },
    output: z.strictObject({
      pupilId: PersonId,
      firstName: z.string(),
      today: LocalDate,
      absences: z.array(AbsenceSpan),
      pack: AbsenceSpan.extend({
        /** The date on which he has lessons again. */
        backOn: LocalDate,
        lessons: z.array(MissedLessonView),
        works: z.array(CatchUpRow),
      }).optional(),
    }),
    errors,
    refusals: [],
  }),
  listAway: operation({
    id: 'homework.list-away',
    method: 'GET',
    path: '/homework/{homeworkId}/deadlines',
    summary: 'Lister les élèves absents quand un travail était donné ou attendu, avec le délai proposé à chacun',
    access: 'session',
    input: { path },
    output: z.strictObject({ dueOn: LocalDate, pupils: z.array(AwayPupil) }),
    errors,
    refusals: [],
  }),
  setDeadline: operation({
    id: 'homework.set-deadline',
    method: 'PUT',
    path: '/homework/{homeworkId}/deadlines/{pupilId}',
    summary: 'Donner à un élève qui était absent une autre date pour rendre un travail',
    access: 'session',
    input: { path: path.extend({ pupilId: PersonId }), body: z.strictObject({ dueOn: LocalDate }) },
    output: z.strictObject({ homeworkId: HomeworkId, pupilId: PersonId, dueOn: LocalDate }),
    errors,
    refusals: [
      'homework.due-in-the-past',
      'homework.due-on-closed-day',
      'homework.due-too-far',
      'homework.is-withdrawn',
      'homework.pupil-not-in-audience',
    ],
  }),
} as const;
