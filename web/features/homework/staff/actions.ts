'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { HomeworkId, RequestId } from '@preau/shared/kernel/ids.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused, type FieldOfCode } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';
import { forecastWords } from './load-words.ts';
import { audienceOf, Whole, writtenFields, writtenOf } from './written.ts';

const FIELD_OF: FieldOfCode = {
  'homework.nothing-to-do': 'body',
  'homework.due-in-the-past': 'due',
  'homework.due-on-closed-day': 'due',
  'homework.due-too-far': 'due',
  'homework.published-too-late': 'due',
  'homework.too-late-for-tomorrow': 'due',
  'homework.lesson-unknown': 'due',
  'homework.lesson-cancelled': 'due',
  'homework.given-after-due': 'givenOn',
  'homework.subject-missing': 'subject',
};

const dateMissing = (data: FormData): FormState => ({
  faults: [{ field: 'date', message: 'Choisissez la date pour laquelle ce travail est attendu.' }],
  typed: typedIn(data),
});

const saidOf = (status: string): string => (status === 'draft' ? 'brouillon' : status === 'waiting' ? 'attend' : 'donne');

const GiveForm = z.object({ ...writtenFields, of: Whole, requestId: RequestId }).loose();

/** Gives a piece of work, keeps it as a draft, or only foresees what giving it would do. */
export const giveWork = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(GiveForm, data);
  if (!form.ok) return form.state;
  const written = writtenOf(form.value);
  if (written === 'date-missing') return dateMissing(data);
  const asked = { ...written, audience: audienceOf(form.value.of, form.value) };
  if (form.value.as === 'foresee') {
    const forecast = await ask(homeworkOperations.previewWork, { body: asked });
    if (!forecast.ok) return refused(forecast.refusal, data, FIELD_OF);
    return { faults: [], typed: typedIn(data), said: forecastWords(forecast.output, written.minutes ?? 0) };
  }
  const answer = await ask(homeworkOperations.giveWork, { body: { ...asked, requestId: form.value.requestId } });
  if (answer.ok) redirect(`/devoirs/${answer.output.row.homeworkId}?ok=${saidOf(answer.output.row.status)}`);
  return refused(answer.refusal, data, FIELD_OF);
};

const ChangeForm = z.object({
  ...writtenFields,
  as: z.enum(['draft', 'publish']),
  homeworkId: HomeworkId,
  revision: z
    .string()
    .regex(/^\d{1,6}$/u)
    .transform(Number),
});

/** Changes a piece of work; over a version that was not read, nothing is lost: the form stays as it was typed. */
export const changeWork = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ChangeForm, data);
  if (!form.ok) return form.state;
  const { homeworkId, revision } = form.value;
  const written = writtenOf(form.value);
  if (written === 'date-missing') return dateMissing(data);
  const answer = await ask(homeworkOperations.changeWork, { path: { homeworkId }, body: { ...written, revision } });
  if (answer.ok) redirect(`/devoirs/${homeworkId}?ok=${form.value.as === 'draft' ? 'brouillon' : 'modifie'}`);
  if (answer.refusal.code === 'homework.changed-meanwhile') revalidatePath(`/devoirs/${homeworkId}/modifier`);
  return refused(answer.refusal, data, FIELD_OF);
};

const OneWork = z.object({ homeworkId: HomeworkId });

/** Takes a piece of work back. */
export const withdrawWork = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(OneWork, data);
  if (!form.ok) return form.state;
  const answer = await ask(homeworkOperations.withdrawWork, { path: form.value });
  if (answer.ok) redirect(`/devoirs/${form.value.homeworkId}?ok=retire`);
  return refused(answer.refusal, data, FIELD_OF);
};

/** Restores what was taken back. */
export const restoreWork = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(OneWork, data);
  if (!form.ok) return form.state;
  const answer = await ask(homeworkOperations.restoreWork, { path: form.value });
  if (answer.ok) redirect(`/devoirs/${form.value.homeworkId}?ok=retabli`);
  return refused(answer.refusal, data, FIELD_OF);
};

const CopyForm = z
  .object({
    homeworkId: HomeworkId,
    of: Whole,
    due: writtenFields.due,
    date: writtenFields.date,
    as: z.enum(['draft', 'publish']),
    requestId: told(RequestId, 'Rechargez la page, puis recommencez.'),
  })
  .loose();

/** Gives the same work to another class or group, at its own date. */
export const copyWork = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(CopyForm, data);
  if (!form.ok) return form.state;
  const { homeworkId, of, due, date, as, requestId } = form.value;
  if (due === 'date' && date === undefined) return dateMissing(data);
  const choice = due === 'date' ? ({ kind: 'date', date: date ?? '' } as const) : ({ kind: 'lesson', lessonId: due } as const);
  const answer = await ask(homeworkOperations.copyWork, {
    path: { homeworkId },
    body: { to: [{ audience: audienceOf(of, form.value), due: choice }], as, requestId },
  });
  if (answer.ok) redirect(`/devoirs/${answer.output.rows[0]?.homeworkId ?? ''}?ok=copie`);
  return refused(answer.refusal, data, FIELD_OF);
};
