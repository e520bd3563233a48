import { identityOperations } from '@preau/shared/identity/api.ts';
import { isOneself } from '@preau/shared/identity/policy.ts';
import type { Guichet } from '@preau/shared/identity/schema.ts';
import { bind } from '../runtime/bind.ts';
import type { OpenSession } from './records.ts';
import { fingerprint } from './secrets.ts';
import type { IdentityServices } from './services.ts';

const guichetLogout = (guichets: readonly Guichet[], session: OpenSession | undefined) => {
  const label = guichets.find((guichet) => guichet.guichetId === session?.guichetId)?.label;
  return label === undefined || session?.logoutUrl === undefined ? {} : { guichetLogout: { label, url: session.logoutUrl } };
};

/** Ends this session, or every session of the person at once; says where the guichet's own session can be ended. */
export const signOut = bind<IdentityServices>()(identityOperations.signOut, {
  subjectFor: async ({ actor }) => actor,
  may: isOneself,
  run: async ({ actor, input: { body }, services, now }) => {
    const session = await services.store.takeSession(actor.personId, fingerprint(body.refreshToken));
    await services.tokens.revoke(body.refreshToken);
    if (body.everywhere) {
      // The second that follows: a token of this very second is void as well.
      await services.directory.endSessions(actor.personId, Math.floor(Date.parse(now) / 1000) + 1);
      await services.tokens.revokeAll(actor.personId);
    }
    return guichetLogout(await services.guichets(), session);
  },
});
