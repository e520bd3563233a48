import { identityOperations } from '@preau/shared/identity/api.ts';
import { mayKnock } from '@preau/shared/identity/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import type { IdentityServices } from './services.ts';

/** Prolongs a session that nobody has ended; the instant of its sign-in does not change. */
export const refreshSession = bind<IdentityServices>()(identityOperations.refreshSession, {
  subject: ({ services }) => services.guichets(),
  may: mayKnock,
  run: async ({ input: { body }, services }) => (await services.tokens.refresh(body.refreshToken)) ?? refuse('identity.session-ended'),
});
