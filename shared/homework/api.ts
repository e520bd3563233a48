import * as z from 'zod';
import { FileRef } from '../files/schema.ts';
import { ClassId, FileId, GroupId, HomeworkId, LessonId, PersonId, RequestId, SchoolId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { RichText } from '../kernel/rich-text.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/school-time.ts';
import { NAMED_PUPILS_MAX } from './audience.ts';
import { homeworkErrors } from './errors.ts';
import { HOMEWORK_MINUTES_MAX, HomeworkKind, HomeworkLink } from './schema.ts';
import { AudienceOption, DayLoad, DueOfPupil, DueRow, GivenRow, GivingForecast, LessonOption } from './views.ts';

/** Whom the work is for, as a teacher chooses it: the classes of a group are the directory's affair. */
export const AudienceChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('class'), classId: ClassId }),
  z.strictObject({ kind: z.literal('group'), groupId: GroupId }),
  z.strictObject({
    kind: z.literal('pupils'),
    /** The class or the group that they are chosen from. */
    of: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('class'), classId: ClassId }),
      z.strictObject({ kind: z.literal('group'), groupId: GroupId }),
    ]),
    pupilIds: z.array(PersonId).min(1, { message: 'Choisissez au moins un élève.' }).max(NAMED_PUPILS_MAX),
  }),
]);
export type AudienceChoice = z.infer<typeof AudienceChoice>;

/** For a lesson, which it then follows, or for a date. */
export const DueChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lesson'), lessonId: LessonId }),
  z.strictObject({ kind: z.literal('date'), date: LocalDate }),
]);
export type DueChoice = z.infer<typeof DueChoice>;

/** `publish` is seen at once when the school's window is open, else at its next opening. */
const Giving = z.enum(['draft', 'publish']);

const written = {
  audience: AudienceChoice,
  due: DueChoice,
  /** Needed when it is not due for a lesson, whose subject it then is. */
  subject: z.string().trim().min(1).max(80).optional(),
  kind: HomeworkKind,
  minutes: z.int().min(1).max(HOMEWORK_MINUTES_MAX).optional(),
  /** Today when nothing is said. */
  givenOn: LocalDate.optional(),
  body: RichText,
  links: z.array(HomeworkLink).max(10),
  files: z.array(FileRef.pick({ fileId: true, name: true })).max(10),
  as: Giving,
  /** A later day than the first possible one: seen from that day's opening. */
  publishOn: LocalDate.optional(),
};

/** What a teacher writes, new or again. */
export const WrittenHomework = z.strictObject(written);
export type WrittenHomework = z.infer<typeof WrittenHomework>;

const errors = homeworkErrors;
const path = z.strictObject({ homeworkId: HomeworkId });
const period = { from: LocalDate.optional(), until: LocalDate.optional() };

const dateRefusals = [
  'homework.due-in-the-past',
  'homework.due-on-closed-day',
  'homework.due-too-far',
  'homework.given-after-due',
  'homework.published-too-late',
  'homework.too-late-for-tomorrow',
  'homework.lesson-unknown',
  'homework.lesson-cancelled',
  'homework.subject-missing',
] as const;

const writingRefusals = [...dateRefusals, 'homework.nothing-to-do', 'homework.pupil-not-in-audience', 'homework.file-missing'] as const;

const Period = z.strictObject({ from: LocalDate, until: LocalDate });

export const homeworkOperations = {
  listDue: operation({
    id: 'homework.list-due',
    method: 'GET',
    path: '/homework',
    summary: 'Lister le travail à faire, par jour : le sien, celui de tous ses enfants ou celui de l’élève accompagné',
    access: 'session',
    input: { query: z.strictObject(period) },
    output: Period.extend({ today: LocalDate, pupils: z.array(DueOfPupil) }),
    errors,
    refusals: [],
  }),
  readWork: operation({
    id: 'homework.read-work',
    method: 'GET',
    path: '/homework/{homeworkId}',
    summary: 'Lire un travail donné : consigne, dates, ressources',
    access: 'session',
    input: { path },
    output: z.discriminatedUnion('as', [
      /** `pupils`: those of the reader whom it is for, each with his own state. */
      z.strictObject({
        as: z.literal('family'),
        row: DueRow,
        pupils: z.array(z.strictObject({ pupilId: PersonId, firstName: z.string(), done: z.boolean() })),
        mayMarkDone: z.boolean(),
      }),
      z.strictObject({ as: z.literal('staff'), row: GivenRow, pupils: z.array(z.strictObject({ pupilId: PersonId, name: z.string() })) }),
    ]),
    errors,
    refusals: [],
  }),
  readFile: operation({
    id: 'homework.read-file',
    method: 'GET',
    path: '/homework/{homeworkId}/files/{fileId}',
    summary: 'Télécharger une ressource jointe à un travail',
    access: 'session',
    answers: 'redirect',
    input: { path: path.extend({ fileId: FileId }) },
    output: z.strictObject({ location: z.url() }),
    errors,
    refusals: ['homework.file-unknown'],
  }),
  markDone: operation({
    id: 'homework.mark-done',
    method: 'PUT',
    path: '/homework/{homeworkId}/done',
    summary: 'Marquer son travail comme fait, ou revenir en arrière',
    access: 'session',
    input: { path, body: z.strictObject({ done: z.boolean() }) },
    output: z.strictObject({ homeworkId: HomeworkId, done: z.boolean() }),
    errors,
    refusals: [],
  }),
  listGiven: operation({
    id: 'homework.list-given',
    method: 'GET',
    path: '/teachers/{teacherId}/homework',
    summary: 'Lister le travail qu’un enseignant a donné, brouillons compris pour lui-même',
    access: 'session',
    input: { path: z.strictObject({ teacherId: PersonId }), query: z.strictObject(period) },
    output: Period.extend({ today: LocalDate, teacherName: z.string(), rows: z.array(GivenRow) }),
    errors,
    refusals: [],
  }),
  listOfClass: operation({
    id: 'homework.list-of-class',
    method: 'GET',
    path: '/schools/{schoolId}/classes/{classId}/homework',
    summary: 'Lister le travail donné à une classe par tous ses enseignants, avec sa charge par jour',
    access: 'session',
    input: { path: z.strictObject({ schoolId: SchoolId, classId: ClassId }), query: z.strictObject(period) },
    output: Period.extend({
      today: LocalDate,
      className: z.string(),
      rows: z.array(GivenRow),
      loads: z.array(DayLoad),
      limitMinutes: z.int(),
    }),
    errors,
    refusals: [],
  }),
  readComposer: operation({
    id: 'homework.read-composer',
    method: 'GET',
    path: '/homework-composer',
    summary: 'Lire de quoi composer un travail : ses classes et groupes, les cours à venir, la charge par jour',
    access: 'session',
    input: { query: z.strictObject({ classId: ClassId.optional(), groupId: GroupId.optional() }) },
    output: z.strictObject({
      today: LocalDate,
      audiences: z.array(AudienceOption),
      /** Once an audience is chosen. */
      chosen: z
        .strictObject({
          audience: AudienceOption,
          subject: z.string().optional(),
          lessons: z.array(LessonOption),
          loads: z.array(DayLoad),
          limitMinutes: z.int(),
          /** After this hour nothing new is given for the next day. */
          forTomorrowUntil: LocalTime,
          /** When work given at this instant would be seen. */
          publishedAt: Instant,
          waits: z.boolean(),
          pupils: z.array(z.strictObject({ pupilId: PersonId, name: z.string() })),
        })
        .optional(),
    }),
    errors,
    refusals: [],
  }),
  previewWork: operation({
    id: 'homework.preview-work',
    method: 'POST',
    path: '/homework/preview',
    summary: 'Prévoir quand un travail sera vu et ce qu’il ajoute à sa journée, sans rien enregistrer',
    access: 'session',
    input: { body: WrittenHomework },
    output: GivingForecast,
    errors,
    refusals: writingRefusals,
  }),
  giveWork: operation({
    id: 'homework.give-work',
    method: 'POST',
    path: '/homework',
    summary: 'Donner un travail à une classe, un groupe ou quelques élèves, ou le garder en brouillon',
    access: 'session',
    input: { body: z.strictObject({ ...written, requestId: RequestId }) },
    output: z.strictObject({ row: GivenRow, forecast: GivingForecast }),
    errors,
    refusals: writingRefusals,
  }),
  changeWork: operation({
    id: 'homework.change-work',
    method: 'PUT',
    path: '/homework/{homeworkId}',
    summary: 'Modifier un travail, ou publier un brouillon',
    access: 'session',
    input: {
      path,
      /** Whom it is for stays: another audience is a copy. `revision` is the one that the page showed. */
      body: WrittenHomework.omit({ audience: true }).extend({ revision: z.int().min(1) }),
    },
    output: z.strictObject({ row: GivenRow, forecast: GivingForecast }),
    errors,
    refusals: [...writingRefusals, 'homework.changed-meanwhile', 'homework.is-withdrawn', 'homework.already-published'],
  }),
  withdrawWork: operation({
    id: 'homework.withdraw-work',
    method: 'POST',
    path: '/homework/{homeworkId}/withdrawal',
    summary: 'Retirer un travail : les élèves ne le voient plus, ce qu’ils en ont fait reste',
    access: 'session',
    input: { path },
    output: z.strictObject({ row: GivenRow }),
    errors,
    refusals: ['homework.changed-meanwhile'],
  }),
  restoreWork: operation({
    id: 'homework.restore-work',
    method: 'POST',
    path: '/homework/{homeworkId}/restoration',
    summary: 'Rétablir un travail retiré',
    access: 'session',
    input: { path },
    output: z.strictObject({ row: GivenRow }),
    errors,
    refusals: ['homework.changed-meanwhile'],
  }),
  copyWork: operation({
    id: 'homework.copy-work',
    method: 'POST',
    path: '/homework/{homeworkId}/copies',
    summary: 'Donner le même travail à d’autres classes ou groupes, chacun à sa date',
    access: 'session',
    input: {
      path,
      body: z.strictObject({
        to: z
          .array(z.strictObject({ audience: AudienceChoice, due: DueChoice }))
          .min(1, { message: 'Choisissez au moins une classe ou un groupe.' })
          .max(12),
        as: Giving,
        requestId: RequestId,
      }),
    },
    output: z.strictObject({ rows: z.array(GivenRow) }),
    errors,
    refusals: writingRefusals,
  }),
} as const;
