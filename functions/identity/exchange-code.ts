import { identityOperations } from '@preau/shared/identity/api.ts';
import { mayKnock } from '@preau/shared/identity/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { answersChallenge, fingerprint } from './secrets.ts';
import type { IdentityServices } from './services.ts';

/** Opens the session of a recognised person, once, for the browser that began the sign-in. */
export const exchangeCode = bind<IdentityServices>()(identityOperations.exchangeCode, {
  subject: ({ services }) => services.guichets(),
  may: mayKnock,
  run: async ({ input: { body }, services, now }) => {
    const code = await services.store.takeCode(fingerprint(body.code));
    if (code === undefined || code.expiresAt <= now || !answersChallenge(body.verifier, code.challenge))
      return refuse('identity.code-spent');
    const { personId, guichetId, returnTo, logoutUrl } = code;
    const tokens = await services.tokens.issue(personId).catch(async (error: unknown) => {
      // Cognito is out of breath at 8:00: the same code may be tried again within its minute.
      await services.store.addCode(code);
      throw error;
    });
    await services.store.putSession(
      { personId, sessionPrint: fingerprint(tokens.refreshToken), guichetId, ...(logoutUrl === undefined ? {} : { logoutUrl }) },
      now,
    );
    return { ...tokens, returnTo };
  },
});
