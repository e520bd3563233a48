'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { remarksOperations } from '@preau/shared/assessment/remarks-api.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refusedState } from '@/lib/refusal.ts';
import { ask } from '@/lib/session.ts';

const Form = z.object({ serviceId: ServiceId, period: PeriodKey });

/** The suggested positions become the teacher's own where he has none. */
export const acceptPositions = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(Form, data);
  if (!form.ok) return form.state;
  const answer = await ask(remarksOperations.acceptPositions, { path: form.value });
  if (!answer.ok) return refusedState(answer.refusal, typedIn(data));
  const { conflicts } = answer.output;
  if (conflicts.length === 0) redirect(`/appreciations/${form.value.serviceId}?periode=${form.value.period}&ok=positions`);
  refresh();
  const names = conflicts.map(({ name }) => name).join(', ');
  return {
    faults: [{ field: '', message: `Un collègue vient d’écrire de : ${names}. Les autres sont repris ; recommencez pour ceux-là.` }],
    typed: {},
  };
};
