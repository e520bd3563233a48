'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { catchUpOperations } from '@preau/shared/homework/catch-up-api.ts';
import { HomeworkId, PersonId } from '@preau/shared/kernel/ids.ts';
import { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { formOf } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';
import { told } from '@/lib/told.ts';

const DeadlineForm = z.object({ homeworkId: HomeworkId, pupilId: PersonId, dueOn: told(LocalDate, 'Choisissez la nouvelle date.') });

/** Gives one pupil, who was away, the date that was proposed or another one. */
export const setDeadline = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(DeadlineForm, data);
  if (!form.ok) return form.state;
  const { homeworkId, pupilId, dueOn } = form.value;
  const answer = await ask(catchUpOperations.setDeadline, { path: { homeworkId, pupilId }, body: { dueOn } });
  if (answer.ok) redirect(`/devoirs/${homeworkId}?ok=delai`);
  return refused(answer.refusal, data);
};
