import * as z from 'zod';
import { FileId, HomeworkId, PersonId, RequestId } from '../kernel/ids.ts';
import { operation } from '../kernel/operation.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/school-time.ts';
import { handInErrors } from './hand-in-errors.ts';
import { COMMENT_MAX, Correction, GROUP_MAX, HAND_IN_FILES_MAX, HAND_IN_TEXT_MAX, Receipt } from './hand-in-schema.ts';
import { HandInPlanView, HandInRow, HandInView } from './hand-in-views.ts';
import { Quiz, QuizAnswers } from './quiz.ts';
import { Rubric, RubricMarks } from './rubric.ts';

const errors = handInErrors;
const path = z.strictObject({ homeworkId: HomeworkId });
const ofPupil = path.extend({ pupilId: PersonId });

/** What a correction says, as it is written. */
const written = {
  comment: z.string().trim().max(COMMENT_MAX),
  files: z.array(FileId).max(5),
};

export const handInOperations = {
  readHandIn: operation({
    id: 'homework.read-hand-in',
    method: 'GET',
    path: '/homework/{homeworkId}/hand-ins/{pupilId}',
    summary: 'Lire ce qu’un élève a remis, son accusé de réception et sa correction une fois rendue',
    access: 'session',
    input: { path: ofPupil },
    output: HandInView,
    errors,
    refusals: [],
  }),
  handInWork: operation({
    id: 'homework.hand-in-work',
    method: 'POST',
    path: '/homework/{homeworkId}/hand-ins',
    summary: 'Remettre son travail, ou le remplacer avant la date',
    access: 'session',
    input: {
      path,
      body: z.strictObject({
        text: z.string().max(HAND_IN_TEXT_MAX),
        files: z.array(FileId).max(HAND_IN_FILES_MAX),
        answers: QuizAnswers.optional(),
        /** The others of the group. */
        with: z.array(PersonId).max(GROUP_MAX - 1),
        requestId: RequestId,
      }),
    },
    output: z.strictObject({ receipt: Receipt }),
    errors,
    refusals: [
      'homework.hand-in-empty',
      'homework.hand-in-closed',
      'homework.hand-in-kept',
      'homework.hand-in-returned',
      'homework.hand-in-file-missing',
      'homework.hand-in-busy',
      'homework.group-too-large',
      'homework.group-member-unknown',
      'homework.group-member-taken',
    ],
  }),
  listHandIns: operation({
    id: 'homework.list-hand-ins',
    method: 'GET',
    path: '/homework/{homeworkId}/hand-ins',
    summary: 'Suivre les remises d’un travail : qui a remis, qui n’a pas remis, ce qui est corrigé',
    access: 'session',
    input: { path },
    output: z.strictObject({
      plan: HandInPlanView,
      rows: z.array(HandInRow),
      counts: z.strictObject({ expected: z.int(), handedIn: z.int(), late: z.int(), corrected: z.int() }),
    }),
    errors,
    refusals: [],
  }),
  planHandIns: operation({
    id: 'homework.plan-hand-ins',
    method: 'PUT',
    path: '/homework/{homeworkId}/hand-in-plan',
    summary: 'Régler la remise d’un travail : heure, retards, groupes, barème, questionnaire',
    access: 'session',
    input: {
      path,
      body: z.strictObject({
        closesAt: LocalTime,
        lateAllowed: z.boolean(),
        groupOf: z.int().min(1).max(GROUP_MAX),
        rubric: Rubric.optional(),
        quiz: Quiz.optional(),
        revision: z.int().min(0),
      }),
    },
    output: HandInPlanView,
    errors,
    refusals: ['homework.plan-changed-meanwhile', 'homework.plan-in-use', 'homework.hand-in-returned'],
  }),
  readCorrection: operation({
    id: 'homework.read-correction',
    method: 'GET',
    path: '/homework/{homeworkId}/hand-ins/{pupilId}/correction',
    summary: 'Lire la correction d’un travail, en cours ou rendue, pour son enseignant',
    access: 'session',
    input: { path: ofPupil },
    output: z.strictObject({ correction: Correction.omit({ homeworkId: true, pupilId: true }).optional() }),
    errors,
    refusals: [],
  }),
  correctHandIn: operation({
    id: 'homework.correct-hand-in',
    method: 'PUT',
    path: '/homework/{homeworkId}/hand-ins/{pupilId}/correction',
    summary: 'Corriger le travail d’un élève ou d’un groupe : commentaire, annotations, fichier ou voix, barème',
    access: 'session',
    input: {
      path: ofPupil,
      body: z.strictObject({
        ...written,
        notes: Correction.shape.notes,
        marks: RubricMarks,
        /** The one that the page showed; 0 when there was none. */
        revision: z.int().min(0),
      }),
    },
    output: z.strictObject({ revision: z.int() }),
    errors,
    refusals: [
      'homework.not-handed-in',
      'homework.correction-changed-meanwhile',
      'homework.correction-mismatch',
      'homework.hand-in-file-missing',
    ],
  }),
  correctTogether: operation({
    id: 'homework.correct-together',
    method: 'PUT',
    path: '/homework/{homeworkId}/correction',
    summary: 'Écrire une correction commune à toute la classe',
    access: 'session',
    input: { path, body: z.strictObject({ ...written, revision: z.int().min(0) }) },
    output: HandInPlanView,
    errors,
    refusals: ['homework.plan-changed-meanwhile', 'homework.hand-in-file-missing'],
  }),
  returnHandIns: operation({
    id: 'homework.return-hand-ins',
    method: 'POST',
    path: '/homework/{homeworkId}/return',
    summary: 'Rendre les corrections à tous, maintenant ou à partir d’un jour, dans la fenêtre de publication',
    access: 'session',
    input: { path, body: z.strictObject({ on: LocalDate.optional(), revision: z.int().min(0) }) },
    output: z.strictObject({ returnedAt: Instant, waits: z.boolean() }),
    errors,
    refusals: ['homework.nothing-to-return', 'homework.already-returned', 'homework.plan-changed-meanwhile'],
  }),
  remindHandIns: operation({
    id: 'homework.remind-hand-ins',
    method: 'POST',
    path: '/homework/{homeworkId}/reminder',
    summary: 'Relancer une fois ceux qui n’ont pas remis leur travail',
    access: 'session',
    input: { path },
    output: z.strictObject({ remindedAt: Instant, reminded: z.int() }),
    errors,
    refusals: ['homework.already-reminded', 'homework.nobody-to-remind', 'homework.plan-changed-meanwhile'],
  }),
  downloadHandIns: operation({
    id: 'homework.download-hand-ins',
    method: 'POST',
    path: '/homework/{homeworkId}/hand-ins-archive',
    summary: 'Télécharger tous les travaux remis, en une archive ou, s’ils sont trop lourds, un par un',
    access: 'session',
    input: { path },
    output: z.discriminatedUnion('as', [
      z.strictObject({ as: z.literal('archive'), location: z.url(), left: z.int() }),
      z.strictObject({ as: z.literal('links'), links: z.array(z.strictObject({ name: z.string(), location: z.url() })), left: z.int() }),
    ]),
    errors,
    refusals: ['homework.nothing-to-download'],
  }),
  readHandInFile: operation({
    id: 'homework.read-hand-in-file',
    method: 'GET',
    path: '/homework/{homeworkId}/hand-ins/{pupilId}/files/{fileId}',
    summary: 'Télécharger un fichier remis, ou celui d’une correction rendue',
    access: 'session',
    answers: 'redirect',
    input: { path: ofPupil.extend({ fileId: FileId }) },
    output: z.strictObject({ location: z.url() }),
    errors,
    refusals: ['homework.hand-in-file-unknown'],
  }),
} as const;
