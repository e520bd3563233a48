'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { formOf } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { refused } from '@/lib/refused.ts';
import { ask } from '@/lib/session.ts';

const RightsForm = z.object({
  pupilId: PersonId,
  guardianId: PersonId,
  scope: z.enum(['all', 'informed', 'none'], { error: 'Choisissez ce que ce responsable peut faire.' }),
  evidence: z.string().trim().max(1000, 'Écrivez 1 000 caractères au plus.'),
  revision: z.coerce.number().int().min(0),
});

/** Restricts a guardian's rights on evidence, or gives back those that the import gives. */
export const decideRights = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(RightsForm, data);
  if (!form.ok) return form.state;
  const { pupilId, guardianId, scope, evidence, revision } = form.value;
  const answer = await ask(directoryOperations.decideRights, {
    path: { pupilId, guardianId },
    body: { informed: scope !== 'none', decides: scope === 'all', evidence, revision },
  });
  if (answer.ok) redirect(`/vie-scolaire/eleves/${pupilId}?ok=droits`);
  return refused(answer.refusal, data, { 'directory.evidence-required': 'evidence' });
};
