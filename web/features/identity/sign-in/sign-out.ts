'use server';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { identityOperations } from '@preau/shared/identity/api.ts';
import { dropCookies, readCookie, setCookie } from '@/lib/cookie-jar.ts';
import { formOf } from '@/lib/form.ts';
import { ask } from '@/lib/session.ts';

const FAREWELL_SECONDS = 300;

const SignOutForm = z.object({ everywhere: z.string().optional() });

/** Ends our session here, or on every device, and remembers for five minutes where the guichet's own session is ended. */
export const signOut = async (data: FormData): Promise<void> => {
  const form = await formOf(SignOutForm, data);
  if (!form.ok) redirect('/deconnexion');
  const refreshToken = await readCookie('refresh');
  const answer =
    refreshToken === undefined || refreshToken === ''
      ? undefined
      : await ask(identityOperations.signOut, { body: { refreshToken, everywhere: form.value.everywhere === 'oui' } });
  await dropCookies('access', 'refresh', 'visit', 'place', 'verifier');
  const guichet = answer?.ok === true ? answer.output.guichetLogout : undefined;
  if (guichet !== undefined) await setCookie('farewell', JSON.stringify(guichet), FAREWELL_SECONDS);
  redirect('/deconnexion');
};
