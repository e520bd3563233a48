import { identityOperations } from '@preau/shared/identity/api.ts';
import { dropCookies, keepSession, readCookie } from '@/lib/cookie-jar.ts';
import { returnPath } from '@/lib/return-path.ts';
import { ask } from '@/lib/session.ts';

/** Exchanges the one-time code for a session; tells where the browser goes next. */
export const finishSignIn = async (code: string): Promise<string> => {
  const verifier = await readCookie('verifier');
  if (verifier === undefined || verifier === '') return '/connexion/aide?motif=reponse-expiree';
  const answer = await ask(identityOperations.exchangeCode, { body: { code, verifier } });
  await dropCookies('verifier');
  if (answer.ok) {
    await keepSession(answer.output);
    return returnPath(answer.output.returnTo);
  }
  if (answer.refusal.status === 503) return '/connexion/aide?motif=service-indisponible';
  return answer.refusal.code === 'identity.code-spent' ? '/connexion/aide?motif=deja-utilisee' : '/connexion/aide?motif=reponse-invalide';
};
