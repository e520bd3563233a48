'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { HomeworkId } from '@preau/shared/kernel/ids.ts';
import { formOf } from '@/lib/form.ts';
import { returnPath, withWord } from '@/lib/return-path.ts';
import { ask, leaveIfSignedOut } from '@/lib/session.ts';

const DoneForm = z.object({
  homeworkId: HomeworkId,
  done: z.enum(['oui', 'non']),
  returnTo: z.string().transform((wanted) => returnPath(wanted, '/devoirs')),
});

/** The pupil marks his work as done, or not after all. */
export const markDone = async (data: FormData): Promise<void> => {
  const form = await formOf(DoneForm, data);
  if (!form.ok) redirect('/devoirs?erreur=coche');
  const { homeworkId, done, returnTo } = form.value;
  const answer = await ask(homeworkOperations.markDone, { path: { homeworkId }, body: { done: done === 'oui' } });
  if (answer.ok) redirect(withWord(returnTo, 'ok', done === 'oui' ? 'fait' : 'a-faire'));
  leaveIfSignedOut(answer.refusal);
  redirect(withWord(returnTo, 'erreur', 'coche'));
};
