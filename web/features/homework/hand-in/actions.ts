'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { HAND_IN_FILES_MAX } from '@preau/shared/homework/hand-in-schema.ts';
import { FileId, HomeworkId, PersonId, RequestId } from '@preau/shared/kernel/ids.ts';
import { formOf } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { words } from '@/lib/lists.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';

const HandInForm = z
  .object({
    homeworkId: HomeworkId,
    requestId: RequestId,
    text: z.string().default(''),
    files: words(z.array(FileId).max(HAND_IN_FILES_MAX, `${HAND_IN_FILES_MAX} fichiers au plus : retirez-en, puis recommencez.`)).default(
      [],
    ),
  })
  .loose();

/** `q-<key>` is an answer; `q-<key>-<choice>` one of several. */
const answersIn = (form: Readonly<Record<string, unknown>>): Record<string, string | string[]> => {
  const answers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(form)) {
    const { key, choice } = /^q-(?<key>[a-z0-9]{1,12})(?:-(?<choice>[a-z0-9]{1,12}))?$/.exec(name)?.groups ?? {};
    if (key === undefined || typeof value !== 'string' || value.trim() === '') continue;
    const before = answers[key];
    if (choice === undefined) answers[key] = value;
    else answers[key] = [...(Array.isArray(before) ? before : []), choice];
  }
  return answers;
};

const groupIn = (form: Readonly<Record<string, unknown>>): PersonId[] =>
  Object.keys(form).flatMap((name) => (name.startsWith('avec-') ? (PersonId.safeParse(name.slice('avec-'.length)).data ?? []) : []));

/** Hands in, or replaces; the key that the page drew makes the same submit count once. */
export const handInWork = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(HandInForm, data);
  if (!form.ok) return form.state;
  const { homeworkId, requestId, text, files } = form.value;
  const answer = await ask(handInOperations.handInWork, {
    path: { homeworkId },
    body: { text, files, answers: answersIn(form.value), with: groupIn(form.value), requestId },
  });
  if (answer.ok) redirect(`/devoirs/${homeworkId}?ok=rendu`);
  return refused(answer.refusal, data);
};
