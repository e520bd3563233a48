'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { formOf } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';

const ObjectionForm = z.object({ pupilId: PersonId, active: z.enum(['oui', 'non']) });

const RecordForm = ObjectionForm.extend({
  evidence: z
    .string()
    .trim()
    .min(1, 'Indiquez l’écrit de l’élève : courrier ou courriel, avec sa date.')
    .max(1000, 'Écrivez 1 000 caractères au plus.'),
});

/** An adult pupil's own choice: his guardians are kept from being informed, or informed again. */
export const chooseObjection = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ObjectionForm, data);
  if (!form.ok) return form.state;
  const active = form.value.active === 'oui';
  const answer = await ask(directoryOperations.setObjection, { path: { pupilId: form.value.pupilId }, body: { active } });
  if (answer.ok) redirect(`/preferences?ok=${active ? 'opposition' : 'levee'}`);
  return refused(answer.refusal, data);
};

/** The head records what an adult pupil asked for in writing. */
export const recordObjection = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(RecordForm, data);
  if (!form.ok) return form.state;
  const { pupilId, evidence } = form.value;
  const active = form.value.active === 'oui';
  const answer = await ask(directoryOperations.setObjection, { path: { pupilId }, body: { active, evidence } });
  if (answer.ok) redirect(`/vie-scolaire/eleves/${pupilId}?ok=${active ? 'opposition' : 'levee'}`);
  return refused(answer.refusal, data);
};
