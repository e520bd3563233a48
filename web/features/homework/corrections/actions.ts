'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { COMMENT_MAX } from '@preau/shared/homework/hand-in-schema.ts';
import { readQuizText } from '@preau/shared/homework/quiz-text.ts';
import { readRubricText } from '@preau/shared/homework/rubric-text.ts';
import { FileId, HomeworkId, PersonId } from '@preau/shared/kernel/ids.ts';
import { LocalDate, LocalTime } from '@preau/shared/kernel/school-time.ts';
import { evaluationAddress } from '@/features/assessment/marks/addresses.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import { BLANK, type FormState } from '@/lib/form-state.ts';
import { words } from '@/lib/lists.ts';
import { refusedState } from '@/lib/refusal.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';

const Revision = z.coerce.number().int().min(0);
const FileIds = words(z.array(FileId)).default([]);
const Comment = z.string().trim().max(COMMENT_MAX, 'Écrivez 5 000 caractères au plus.').default('');

const listOf = (homeworkId: HomeworkId): string => `/devoirs/${homeworkId}/rendus`;

const PlanForm = z.object({
  homeworkId: HomeworkId,
  revision: Revision,
  closesAt: told(LocalTime, 'Indiquez une heure, comme 18:00.'),
  late: z.enum(['oui', 'non']),
  groupOf: told(z.coerce.number().int().min(1).max(8), 'Indiquez un nombre d’élèves, de 1 à 8.'),
  rubric: z.string().default(''),
  quiz: z.string().default(''),
});

/** The teacher decides how work is handed in. */
export const planHandIns = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(PlanForm, data);
  if (!form.ok) return form.state;
  const { homeworkId, revision, closesAt, late, groupOf } = form.value;
  const rubric = readRubricText(form.value.rubric);
  if (rubric !== undefined && 'line' in rubric)
    return {
      faults: [
        { field: 'rubric', message: `Ligne ${rubric.line} : écrivez « Critère : niveau 0 / niveau 2 », avec deux niveaux au moins.` },
      ],
      typed: typedIn(data),
    };
  const quiz = readQuizText(form.value.quiz);
  if (quiz !== undefined && 'line' in quiz)
    return { faults: [{ field: 'quiz', message: `Ligne ${quiz.line} : ${quiz.message}` }], typed: typedIn(data) };
  const answer = await ask(handInOperations.planHandIns, {
    path: { homeworkId },
    body: {
      closesAt,
      lateAllowed: late === 'oui',
      groupOf,
      revision,
      ...(rubric === undefined ? {} : { rubric }),
      ...(quiz === undefined ? {} : { quiz }),
    },
  });
  if (answer.ok) redirect(`${listOf(homeworkId)}?ok=reglages`);
  return refused(answer.refusal, data);
};

const CorrectForm = z.object({ homeworkId: HomeworkId, pupilId: PersonId, revision: Revision, comment: Comment, files: FileIds }).loose();

/** `note-<file>` is a word on one file; `critere-<key>` the level reached. */
const notesIn = (form: Readonly<Record<string, unknown>>) =>
  Object.entries(form).flatMap(([name, value]) => {
    const fileId = name.startsWith('note-') ? FileId.safeParse(name.slice('note-'.length)).data : undefined;
    return fileId === undefined || typeof value !== 'string' || value.trim() === '' ? [] : [{ fileId, note: value.trim() }];
  });

const marksIn = (form: Readonly<Record<string, unknown>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      name.startsWith('critere-') && typeof value === 'string' && value !== '' ? [[name.slice('critere-'.length), Number(value)]] : [],
    ),
  );

/** Keeps the answer to one pupil; he reads it when everything is returned. */
export const correctHandIn = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(CorrectForm, data);
  if (!form.ok) return form.state;
  const { homeworkId, pupilId, revision, comment, files } = form.value;
  const answer = await ask(handInOperations.correctHandIn, {
    path: { homeworkId, pupilId },
    body: { comment, files, notes: notesIn(form.value), marks: marksIn(form.value), revision },
  });
  if (answer.ok) redirect(`${listOf(homeworkId)}?ok=corrige`);
  if (answer.refusal.code !== 'homework.correction-changed-meanwhile') return refused(answer.refusal, data);
  const theirs = await ask(handInOperations.readCorrection, { path: { homeworkId, pupilId } });
  if (!theirs.ok || theirs.output.correction === undefined) return refused(answer.refusal, data);
  const { by, comment: kept, revision: read } = theirs.output.correction;
  const message = `${by} a enregistré entre-temps : « ${kept === '' ? 'sans commentaire' : kept} ». Pour garder votre saisie à la place, enregistrez de nouveau.`;
  return { faults: [{ field: 'comment', message }], typed: { ...typedIn(data), revision: String(read) } };
};

const CommonForm = z.object({ homeworkId: HomeworkId, revision: Revision, comment: Comment, files: FileIds });

/** Keeps the correction that is written once for everybody. */
export const correctTogether = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(CommonForm, data);
  if (!form.ok) return form.state;
  const { homeworkId, ...body } = form.value;
  const answer = await ask(handInOperations.correctTogether, { path: { homeworkId }, body });
  if (answer.ok) redirect(`${listOf(homeworkId)}?ok=commune`);
  return refused(answer.refusal, data);
};

const ReturnForm = z.object({
  homeworkId: HomeworkId,
  revision: Revision,
  on: told(LocalDate.or(z.literal('')), 'Indiquez un jour, ou laissez vide pour rendre dès que possible.'),
});

/** Returns everything at once, within the school's window. */
export const returnHandIns = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ReturnForm, data);
  if (!form.ok) return form.state;
  const { homeworkId, revision, on } = form.value;
  const answer = await ask(handInOperations.returnHandIns, { path: { homeworkId }, body: { revision, ...(on === '' ? {} : { on }) } });
  if (answer.ok) redirect(`${listOf(homeworkId)}?ok=${answer.output.waits ? 'retour' : 'rendu'}`);
  return refused(answer.refusal, data);
};

const WorkForm = z.object({ homeworkId: HomeworkId });

/** Reminds, once, those who have not handed in. */
export const remindHandIns = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(WorkForm, data);
  if (!form.ok) return form.state;
  const answer = await ask(handInOperations.remindHandIns, { path: form.value });
  if (answer.ok) redirect(`${listOf(form.value.homeworkId)}?ok=rappel`);
  return refusedState(answer.refusal, {});
};

/** Passes the points of a quiz on to the marks, as a draft: the same button again leads to the same evaluation. */
export const takeQuiz = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(WorkForm, data);
  if (!form.ok) return form.state;
  const answer = await ask(marksOperations.takeQuiz, { path: form.value });
  if (answer.ok) redirect(`${evaluationAddress(answer.output.evaluationId)}?ok=questionnaire`);
  return refused(answer.refusal, data);
};

const leftOut = (left: number): string =>
  left === 1
    ? 'Un fichier est encore en vérification, a été refusé ou n’est plus conservé : il n’y est pas.'
    : `${left} fichiers sont encore en vérification, ont été refusés ou ne sont plus conservés : ils n’y sont pas.`;

/** Everything in one archive, which says first what it leaves out; too heavy, files are downloaded one by one from the list. */
export const downloadHandIns = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(WorkForm, data);
  if (!form.ok) return form.state;
  const answer = await ask(handInOperations.downloadHandIns, { path: form.value });
  if (answer.ok && answer.output.as === 'archive') {
    const { left, location } = answer.output;
    if (left === 0) redirect(location);
    return { ...BLANK, made: { words: leftOut(left), href: location, label: 'Télécharger l’archive' } };
  }
  if (answer.ok)
    return {
      faults: [
        { field: '', message: 'Ces travaux sont trop lourds pour une seule archive. Téléchargez les fichiers un par un, ci-dessous.' },
        ...(answer.output.left === 0 ? [] : [{ field: '', message: leftOut(answer.output.left) }]),
      ],
      typed: {},
    };
  return refusedState(answer.refusal, {});
};
