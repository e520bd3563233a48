'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { LessonId, ProgressionId, RequestId, SchoolId, SequenceId, StepId } from '@preau/shared/kernel/ids.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';
import { writtenFields, writtenOf } from '../staff/written.ts';

const Revision = z
  .string()
  .regex(/^\d{1,6}$/u)
  .transform(Number);
const Title = told(z.string().trim().min(1).max(120), 'Écrivez un titre de 120 caractères au plus.');
const heading = {
  title: Title,
  subject: told(z.string().trim().max(80).default(''), 'Écrivez 80 caractères au plus.'),
  level: told(z.string().trim().max(40).default(''), 'Écrivez 40 caractères au plus.'),
};
const shared = z
  .literal('oui')
  .optional()
  .transform((value) => value === 'oui');

const allOf = (data: FormData, name: string): readonly string[] =>
  data.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '');

const AddForm = z.object({ schoolId: SchoolId, requestId: RequestId, ...heading });

export const addSequence = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(AddForm, data);
  if (!form.ok) return form.state;
  const { schoolId, ...body } = form.value;
  const answer = await ask(notebookOperations.addSequence, { path: { schoolId }, body });
  if (answer.ok) redirect(`/cahier/sequences/${answer.output.sequenceId}?ok=creee`);
  return refused(answer.refusal, data);
};

const StepForm = z.object({ sequenceId: SequenceId, requestId: RequestId, ...writtenFields });

export const addStep = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(StepForm, data);
  if (!form.ok) return form.state;
  const { sequenceId, requestId, ...rest } = form.value;
  const answer = await ask(notebookOperations.addStep, { path: { sequenceId }, body: { ...writtenOf(rest), requestId } });
  if (answer.ok) redirect(`/cahier/sequences/${sequenceId}?ok=etape`);
  return refused(answer.refusal, data);
};

const ChangedStep = z.object({ sequenceId: SequenceId, stepId: StepId, revision: Revision, ...writtenFields });

export const writeStep = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ChangedStep, data);
  if (!form.ok) return form.state;
  const { sequenceId, stepId, revision, ...rest } = form.value;
  const answer = await ask(notebookOperations.writeStep, { path: { sequenceId, stepId }, body: { revision, ...writtenOf(rest) } });
  if (answer.ok) redirect(`/cahier/sequences/${sequenceId}?ok=etape`);
  return refused(answer.refusal, data);
};

const Place = z
  .string()
  .regex(/^\d{1,2}$/u)
  .transform(Number);

/** The steps in the order of the places typed beside them; those whose box is ticked leave. */
const orderOf = (data: FormData): readonly StepId[] => {
  const removed = new Set(allOf(data, 'remove'));
  const placed = [...data.entries()].flatMap(([name, value]) => {
    const stepId = StepId.safeParse(name.replace(/^place-/u, '')).data;
    const place = Place.safeParse(value).data;
    return stepId === undefined || place === undefined || removed.has(stepId) ? [] : [{ stepId, place }];
  });
  return placed.toSorted((a, b) => a.place - b.place).map(({ stepId }) => stepId);
};

const WriteForm = z.object({ sequenceId: SequenceId, revision: Revision, ...heading, shared }).loose();

export const writeSequence = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(WriteForm, data);
  if (!form.ok) return form.state;
  const { sequenceId, revision, title, subject, level } = form.value;
  const body = { revision, title, subject, level, shared: form.value.shared, stepIds: [...orderOf(data)] };
  const answer = await ask(notebookOperations.writeSequence, { path: { sequenceId }, body });
  if (answer.ok) redirect(`/cahier/sequences/${sequenceId}?ok=enregistree`);
  return refused(answer.refusal, data);
};

const OneSequence = z.object({ sequenceId: SequenceId });

export const removeSequence = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(OneSequence, data);
  if (!form.ok) return form.state;
  const answer = await ask(notebookOperations.removeSequence, { path: form.value });
  if (answer.ok) redirect('/cahier/sequences?ok=supprimee');
  return refused(answer.refusal, data);
};

const CopyForm = z.object({ sequenceId: SequenceId, requestId: RequestId });

export const copySequence = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(CopyForm, data);
  if (!form.ok) return form.state;
  const { sequenceId, requestId } = form.value;
  const answer = await ask(notebookOperations.copySequence, { path: { sequenceId }, body: { requestId } });
  if (answer.ok) redirect(`/cahier/sequences/${answer.output.sequenceId}?ok=copiee`);
  return refused(answer.refusal, data);
};

const PlaceForm = z.object({ sequenceId: SequenceId }).loose();

/** Each step on the lesson chosen beside it. */
export const placeSequence = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(PlaceForm, data);
  if (!form.ok) return form.state;
  const placements = [...data.entries()].flatMap(([name, value]) => {
    const stepId = StepId.safeParse(name.replace(/^lesson-/u, '')).data;
    const lessonId = LessonId.safeParse(value).data;
    return stepId === undefined || lessonId === undefined ? [] : [{ stepId, lessonId }];
  });
  if (placements.length === 0)
    return { faults: [{ field: '', message: 'Choisissez un cours pour au moins une séance.' }], typed: typedIn(data) };
  const { sequenceId } = form.value;
  const answer = await ask(notebookOperations.placeSequence, { path: { sequenceId }, body: { placements } });
  if (answer.ok) redirect(`/cahier/sequences/${sequenceId}?ok=${answer.output.skipped.length === 0 ? 'placee' : 'placee-en-partie'}`);
  return refused(answer.refusal, data);
};

const OrderForm = z.object({ schoolId: SchoolId, requestId: RequestId, title: Title, shared });

export const addProgression = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(OrderForm, data);
  if (!form.ok) return form.state;
  const { schoolId, ...body } = form.value;
  const sequenceIds = allOf(data, 'sequences').flatMap((id) => SequenceId.safeParse(id).data ?? []);
  const answer = await ask(notebookOperations.addProgression, { path: { schoolId }, body: { ...body, sequenceIds } });
  if (answer.ok) redirect('/cahier/sequences?ok=progression');
  return refused(answer.refusal, data);
};

const RemoveOrder = z.object({ progressionId: ProgressionId });

export const removeProgression = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(RemoveOrder, data);
  if (!form.ok) return form.state;
  const answer = await ask(notebookOperations.removeProgression, { path: form.value });
  if (answer.ok) redirect('/cahier/sequences?ok=progression-supprimee');
  return refused(answer.refusal, data);
};
