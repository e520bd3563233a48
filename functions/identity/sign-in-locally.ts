import { identityOperations } from '@preau/shared/identity/api.ts';
import { mayKnock } from '@preau/shared/identity/policy.ts';
import { safeReturnTo } from '@preau/shared/identity/rules.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { addSeconds, type Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { localPersonId } from './local-account.ts';
import { fingerprint } from './secrets.ts';
import type { IdentityServices } from './services.ts';

const MOST_ATTEMPTS = 5;
const WINDOW_SECONDS = 900;

const windowOf = (now: Instant): string => String(Math.floor(Date.parse(now) / 1000 / WINDOW_SECONDS));

/** Opens a session with a password: five tries a quarter of an hour for a login, whether it exists or not. */
export const signInLocally = bind<IdentityServices>()(identityOperations.signInLocally, {
  subject: async ({ services }) => (await services.guichets()).find((guichet) => guichet.kind === 'local'),
  may: mayKnock,
  run: async ({ input: { body }, services, now, subject }) => {
    const personId = localPersonId(body.login);
    const window = windowOf(now);
    // Counted before the password is tried: parallel guesses cannot slip through.
    const counted = await services.store.countAttempt(personId, window, MOST_ATTEMPTS, addSeconds(now, WINDOW_SECONDS));
    if (!counted) return refuse('identity.too-many-attempts');
    const tokens = await services.tokens.checkPassword(personId, body.password);
    if (tokens === undefined) return refuse('identity.wrong-credentials');
    await services.store.forgetAttempts(personId, window);
    await services.store.putSession({ personId, sessionPrint: fingerprint(tokens.refreshToken), guichetId: subject.guichetId }, now);
    return { ...tokens, returnTo: safeReturnTo(body.returnTo) };
  },
});
