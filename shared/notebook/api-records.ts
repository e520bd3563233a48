import * as z from 'zod';
import { ClassId, FileId, GroupId, LessonId, PersonId, RequestId, SchoolId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { RichText } from '../kernel/rich-text.ts';
import { addDays, LocalDate } from '../kernel/school-time.ts';
import { notebookErrors } from './errors.ts';
import { FILES_MAX, Link, LINKS_MAX, PrivateNotes, Publication, RecordKey, Sections, Title } from './schema.ts';
import { CopyOutcome, RecordVersion, RecordView, SequenceView, StepView, UnwrittenLesson } from './views.ts';

/** The longest stretch of days that is read at once: three weeks. */
export const RANGE_DAYS = 21;

const errors = notebookErrors;
const recordPath = z.strictObject({ recordId: RecordKey });

/** What is written of a lesson or of a step; files by their ids only, for what they are is known here. */
export const writtenBody = {
  title: Title,
  sections: Sections,
  fileIds: z.array(FileId).max(FILES_MAX),
  links: z.array(Link).max(LINKS_MAX),
};

const WhoseRecords = z
  .strictObject({
    from: LocalDate,
    until: LocalDate,
    pupilId: PersonId.optional(),
    classId: ClassId.optional(),
    teacherId: PersonId.optional(),
  })
  .refine(({ from, until }) => from <= until && until <= addDays(from, RANGE_DAYS - 1), {
    message: 'Demandez au plus trois semaines, du premier au dernier jour.',
  })
  .refine(({ pupilId, classId, teacherId }) => [pupilId, classId, teacherId].filter((one) => one !== undefined).length <= 1, {
    message: 'Demandez soit un élève, soit une classe, soit un enseignant.',
  });

export const recordOperations = {
  listRecords: operation({
    id: 'notebook.list-records',
    method: 'GET',
    path: '/notebook/records',
    summary: 'Lire le cahier de textes : le sien, celui d’un élève, d’une classe ou d’un enseignant, trois semaines au plus',
    access: 'session',
    input: { query: WhoseRecords },
    output: z.strictObject({
      /** In the order of days and hours. */
      records: z.array(RecordView),
      /** Lessons of the timetable about which nothing is written, for those who write or look after the notebook. */
      unwritten: z.array(UnwrittenLesson),
    }),
    errors,
    refusals: ['notebook.no-own-notebook'],
  }),
  readRecord: operation({
    id: 'notebook.read-record',
    method: 'GET',
    path: '/notebook/records/{recordId}',
    summary: 'Lire une séance du cahier de textes',
    access: 'session',
    input: { path: recordPath },
    output: RecordView,
    errors,
    refusals: [],
  }),
  writeRecord: operation({
    id: 'notebook.write-record',
    method: 'PUT',
    path: '/notebook/records/{recordId}',
    summary: 'Écrire une séance, en brouillon ou pour la publier',
    access: 'session',
    input: {
      path: recordPath,
      body: z.strictObject({
        /** The revision that the page showed; 0 when nothing was written. */
        revision: z.int().min(0),
        ...writtenBody,
        publication: Publication,
      }),
    },
    output: RecordView,
    errors,
    refusals: [
      'notebook.changed-meanwhile',
      'notebook.visaed',
      'notebook.withdrawn',
      'notebook.year-closed',
      'notebook.nothing-to-publish',
      'notebook.file-refused',
    ],
  }),
  addRecord: operation({
    id: 'notebook.add-record',
    method: 'POST',
    path: '/schools/{schoolId}/notebook-records',
    summary: 'Ajouter au cahier une séance qui n’est pas dans l’emploi du temps',
    access: 'session',
    input: {
      path: z.strictObject({ schoolId: SchoolId }),
      body: z.strictObject({
        date: LocalDate,
        subject: z.string().trim().min(1).max(80),
        classId: ClassId,
        groupId: GroupId.optional(),
        requestId: RequestId,
      }),
    },
    output: RecordView,
    errors,
    refusals: ['notebook.year-closed'],
  }),
  withdrawRecord: operation({
    id: 'notebook.withdraw-record',
    method: 'POST',
    path: '/notebook/records/{recordId}/withdrawal',
    summary: 'Retirer une séance sans visa ; son histoire reste',
    access: 'session',
    input: { path: recordPath, body: z.strictObject({ revision: z.int().min(1) }) },
    output: z.strictObject({ recordId: RecordKey }),
    errors,
    refusals: ['notebook.changed-meanwhile', 'notebook.visaed', 'notebook.year-closed'],
  }),
  addAddendum: operation({
    id: 'notebook.add-addendum',
    method: 'POST',
    path: '/notebook/records/{recordId}/addenda',
    summary: 'Compléter une séance qui a reçu le visa',
    access: 'session',
    input: { path: recordPath, body: z.strictObject({ text: RichText, requestId: RequestId }) },
    output: RecordView,
    errors,
    refusals: [
      'notebook.not-visaed',
      'notebook.year-closed',
      'notebook.nothing-to-publish',
      'notebook.too-many-addenda',
      'notebook.changed-meanwhile',
    ],
  }),
  grantVisa: operation({
    id: 'notebook.grant-visa',
    method: 'POST',
    path: '/schools/{schoolId}/notebook-visas',
    summary: 'Viser des séances publiées : elles ne changent plus, elles se complètent',
    access: 'session',
    input: {
      path: z.strictObject({ schoolId: SchoolId }),
      body: z.strictObject({
        records: z
          .array(z.strictObject({ recordId: RecordKey, revision: z.int().min(1) }))
          .min(1)
          .max(60),
      }),
    },
    output: z.strictObject({
      visaed: z.array(RecordKey),
      /** Changed since they were read, or not published: to be read again first. */
      leftOut: z.array(RecordKey),
    }),
    errors,
    refusals: [],
  }),
  listVersions: operation({
    id: 'notebook.list-versions',
    method: 'GET',
    path: '/notebook/records/{recordId}/versions',
    summary: 'Lire l’histoire d’une séance',
    access: 'session',
    input: { path: recordPath },
    output: z.strictObject({ versions: z.array(RecordVersion) }),
    errors,
    refusals: [],
  }),
  readNotes: operation({
    id: 'notebook.read-notes',
    method: 'GET',
    path: '/notebook/records/{recordId}/notes',
    summary: 'Lire ses notes de préparation, que personne d’autre ne lit',
    access: 'session',
    input: { path: recordPath },
    output: z.strictObject({ notes: PrivateNotes.omit({ authorId: true }).optional() }),
    errors,
    refusals: [],
  }),
  writeNotes: operation({
    id: 'notebook.write-notes',
    method: 'PUT',
    path: '/notebook/records/{recordId}/notes',
    summary: 'Écrire ses notes de préparation',
    access: 'session',
    input: { path: recordPath, body: z.strictObject({ revision: z.int().min(0), text: RichText }) },
    output: PrivateNotes.omit({ authorId: true }),
    errors,
    refusals: ['notebook.changed-meanwhile'],
  }),
  copyRecord: operation({
    id: 'notebook.copy-record',
    method: 'POST',
    path: '/notebook/records/{recordId}/copies',
    summary: 'Copier une séance, en brouillon, vers d’autres de ses cours',
    access: 'session',
    input: { path: recordPath, body: z.strictObject({ lessonIds: z.array(LessonId).min(1).max(20) }) },
    output: CopyOutcome,
    errors,
    refusals: [],
  }),
  readFile: operation({
    id: 'notebook.read-file',
    method: 'GET',
    path: '/notebook/records/{recordId}/files/{fileId}',
    summary: 'Télécharger un fichier joint à une séance',
    access: 'session',
    answers: 'redirect',
    input: { path: recordPath.extend({ fileId: FileId }) },
    output: z.strictObject({ location: z.url() }),
    errors,
    refusals: ['notebook.file-unknown'],
  }),
  exportYear: operation({
    id: 'notebook.export-year',
    method: 'GET',
    path: '/notebook/exports/{year}',
    summary: 'Exporter le cahier d’une année scolaire : le sien avec ses notes, ou celui d’un enseignant pour la direction',
    access: 'session',
    input: {
      /** The civil year in which the school year begins. */
      path: z.strictObject({ year: z.string().regex(/^20\d{2}$/) }),
      query: z.strictObject({ teacherId: PersonId.optional(), schoolId: SchoolId.optional(), after: LocalDate.optional() }),
    },
    output: z.strictObject({
      records: z.array(RecordView),
      notes: z.array(PrivateNotes.omit({ authorId: true })),
      sequences: z.array(SequenceView.extend({ steps: z.array(StepView) })),
      /** Ask again with `after` for the following page. */
      next: z.string().optional(),
    }),
    errors,
    refusals: [],
  }),
} as const;
