'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { identityOperations } from '@preau/shared/identity/api.ts';
import { keepSession } from '@/lib/cookie-jar.ts';
import { formOf, typedIn } from '@/lib/form.ts';
import type { FormState } from '@/lib/form-state.ts';
import { returnPath } from '@/lib/return-path.ts';
import { ask } from '@/lib/session.ts';
import { finishSignIn } from './finish.ts';

const LocalForm = z.object({
  login: z.string().trim().min(1, 'Écrivez votre identifiant.').max(120, 'Cet identifiant est trop long.'),
  password: z.string().min(1, 'Écrivez votre mot de passe.').max(256, 'Ce mot de passe est trop long.'),
  returnTo: z.string(),
});

const ChoiceForm = z.object({ ticket: z.string().max(60), choice: z.string('Choisissez un profil.').min(1, 'Choisissez un profil.') });

/** Signs in with a login and a password that the academy gave. */
export const signInLocally = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(LocalForm, data);
  if (!form.ok) return form.state;
  const { login, password, returnTo } = form.value;
  const answer = await ask(identityOperations.signInLocally, { body: { login, password, returnTo: returnPath(returnTo) } });
  if (!answer.ok)
    return {
      faults: [{ field: answer.refusal.code === 'identity.wrong-credentials' ? 'login' : '', message: answer.refusal.title }],
      typed: typedIn(data),
    };
  await keepSession(answer.output);
  redirect(returnPath(answer.output.returnTo));
};

/** Enters as one of the people whom the sign-in may be. */
export const chooseProfile = async (_: FormState, data: FormData): Promise<FormState> => {
  const form = await formOf(ChoiceForm, data);
  if (!form.ok) return form.state;
  const { ticket, choice } = form.value;
  const answer = await ask(identityOperations.chooseProfile, { path: { ticket }, body: { choice } });
  if (!answer.ok) return { faults: [{ field: 'choice', message: answer.refusal.title }], typed: typedIn(data) };
  redirect(await finishSignIn(answer.output.code));
};
