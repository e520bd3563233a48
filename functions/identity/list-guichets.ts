import { identityOperations } from '@preau/shared/identity/api.ts';
import { mayKnock } from '@preau/shared/identity/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { IdentityServices } from './services.ts';

/** The guichets of the academy, in the order of its settings. */
export const listGuichets = bind<IdentityServices>()(identityOperations.listGuichets, {
  subject: ({ services }) => services.guichets(),
  may: mayKnock,
  run: async ({ subject }) => ({
    guichets: subject.map(({ guichetId, label, audience, kind }) => ({ guichetId, label, audience, kind })),
  }),
});
