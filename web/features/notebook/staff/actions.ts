'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { ClassId, LessonId, RequestId, SchoolId, SequenceId } from '@preau/shared/kernel/ids.ts';
import { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { Publication, RecordKey } from '@preau/shared/notebook/schema.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused, type FieldOfCode } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';
import { Typed, writtenFields, writtenOf } from './written.ts';

const Revision = z
  .string()
  .regex(/^\d{1,6}$/u)
  .transform(Number);

const FIELD_OF: FieldOfCode = {
  'notebook.nothing-to-publish': 'content',
  'notebook.changed-meanwhile': 'conflict',
};

const WriteForm = z.object({ ...writtenFields, recordId: RecordKey, revision: Revision, as: Publication });

/** Writes a lesson; when a co-teacher wrote it meanwhile, the page shows his text beside the one that was typed. */
export const writeRecord = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(WriteForm, data);
  if (!form.ok) return form.state;
  const { recordId, revision, as, ...rest } = form.value;
  const answer = await ask(notebookOperations.writeRecord, {
    path: { recordId },
    body: { revision, ...writtenOf(rest), publication: as },
  });
  if (answer.ok) {
    const { publishedAt } = answer.output;
    const word = publishedAt === undefined ? 'brouillon' : publishedAt <= new Date().toISOString() ? 'publie' : 'attend';
    redirect(`/cahier/${recordId}?ok=${word}`);
  }
  if (answer.refusal.code === 'notebook.changed-meanwhile') revalidatePath(`/cahier/${recordId}`);
  return refused(answer.refusal, data, FIELD_OF);
};

const AddForm = z.object({
  schoolId: SchoolId,
  classId: told(ClassId, 'Choisissez une classe.'),
  subject: told(z.string().trim().min(1).max(80), 'Écrivez de quoi il s’agit, par exemple « Sortie au musée ».'),
  date: told(LocalDate, 'Écrivez une date, par exemple 30/11/2026.'),
  requestId: RequestId,
});

/** Adds a page of the notebook for a day without lesson. */
export const addRecord = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(AddForm, data);
  if (!form.ok) return form.state;
  const { schoolId, ...body } = form.value;
  const answer = await ask(notebookOperations.addRecord, { path: { schoolId }, body });
  if (answer.ok) redirect(`/cahier/${answer.output.recordId}`);
  return refused(answer.refusal, data, FIELD_OF);
};

const OneRecord = z.object({ recordId: RecordKey, revision: Revision });

export const withdrawRecord = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(OneRecord, data);
  if (!form.ok) return form.state;
  const { recordId, revision } = form.value;
  const answer = await ask(notebookOperations.withdrawRecord, { path: { recordId }, body: { revision } });
  if (answer.ok) redirect('/cahier?ok=retire');
  return refused(answer.refusal, data, FIELD_OF);
};

const NotesForm = z.object({ recordId: RecordKey, revision: Revision, notes: Typed });

export const writeNotes = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(NotesForm, data);
  if (!form.ok) return form.state;
  const { recordId, revision, notes } = form.value;
  const answer = await ask(notebookOperations.writeNotes, { path: { recordId }, body: { revision, text: notes } });
  if (answer.ok) redirect(`/cahier/${recordId}?ok=notes`);
  if (answer.refusal.code === 'notebook.changed-meanwhile') revalidatePath(`/cahier/${recordId}`);
  return refused(answer.refusal, data, FIELD_OF);
};

const AddendumForm = z.object({ recordId: RecordKey, text: Typed, requestId: RequestId });

export const addAddendum = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(AddendumForm, data);
  if (!form.ok) return form.state;
  const { recordId, ...body } = form.value;
  const answer = await ask(notebookOperations.addAddendum, { path: { recordId }, body });
  if (answer.ok) redirect(`/cahier/${recordId}?ok=complement`);
  return refused(answer.refusal, data, FIELD_OF);
};

const chosenOf = (data: FormData, name: string): readonly string[] =>
  data.getAll(name).filter((value): value is string => typeof value === 'string');

const CopyForm = z.object({ recordId: RecordKey });

/** Copies a lesson onto the lessons that are ticked. */
export const copyRecord = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(CopyForm, data);
  if (!form.ok) return form.state;
  const lessonIds = z.array(LessonId).min(1).max(20).safeParse(chosenOf(data, 'lessons'));
  if (!lessonIds.success) return { faults: [{ field: 'lessons', message: 'Cochez au moins un cours.' }], typed: typedIn(data) };
  const { recordId } = form.value;
  const answer = await ask(notebookOperations.copyRecord, { path: { recordId }, body: { lessonIds: lessonIds.data } });
  if (answer.ok) redirect(`/cahier/${recordId}?ok=${answer.output.skipped.length === 0 ? 'copie' : 'copie-partielle'}`);
  return refused(answer.refusal, data, FIELD_OF);
};

const VisaForm = z.object({ schoolId: SchoolId, back: z.string().startsWith('/cahier').max(300) });
const Seen = z
  .string()
  .transform((text) => text.split(' '))
  .pipe(z.tuple([RecordKey, Revision]))
  .transform(([recordId, revision]) => ({ recordId, revision }));

/** The head's visa on the lessons that are ticked, as they were shown. */
export const grantVisa = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(VisaForm, data);
  if (!form.ok) return form.state;
  const records = z.array(Seen).min(1).max(60).safeParse(chosenOf(data, 'records'));
  if (!records.success) return { faults: [{ field: 'records', message: 'Cochez au moins une séance.' }], typed: {} };
  const { schoolId, back } = form.value;
  const answer = await ask(notebookOperations.grantVisa, { path: { schoolId }, body: { records: records.data } });
  if (!answer.ok) return refused(answer.refusal, data, FIELD_OF);
  return redirect(`${back}${back.includes('?') ? '&' : '?'}ok=${answer.output.leftOut.length === 0 ? 'vise' : 'vise-en-partie'}`);
};

const KeepForm = z.object({ recordId: RecordKey, sequenceId: told(SequenceId, 'Choisissez une séquence.'), requestId: RequestId });

/** Keeps a lesson as a step of a sequence, for other classes and other years. */
export const keepAsStep = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(KeepForm, data);
  if (!form.ok) return form.state;
  const { recordId, sequenceId, requestId } = form.value;
  const record = await ask(notebookOperations.readRecord, { path: { recordId } });
  if (!record.ok) return refused(record.refusal, data, FIELD_OF);
  const { title, sections, links } = record.output;
  const fileIds = record.output.files.map(({ fileId }) => fileId);
  const answer = await ask(notebookOperations.addStep, { path: { sequenceId }, body: { title, sections, links, fileIds, requestId } });
  if (answer.ok) redirect(`/cahier/${recordId}?ok=etape`);
  return refused(answer.refusal, data, FIELD_OF);
};
