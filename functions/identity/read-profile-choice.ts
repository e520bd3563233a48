import { identityOperations } from '@preau/shared/identity/api.ts';
import { mayKnock } from '@preau/shared/identity/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { profileOf } from './profile-choice.ts';
import { fingerprint } from './secrets.ts';
import type { IdentityServices } from './services.ts';

/** The people whom one verified assertion may be, shown to the holder of its ticket for ten minutes. */
export const readProfileChoice = bind<IdentityServices>()(identityOperations.readProfileChoice, {
  subject: ({ services }) => services.guichets(),
  may: mayKnock,
  run: async ({ input: { path }, services, now }) => {
    const ticket = await services.store.findTicket(fingerprint(path.ticket));
    if (ticket === undefined || ticket.expiresAt <= now) return refuse('identity.ticket-spent');
    return { profiles: ticket.candidates.map((candidate) => profileOf(ticket, candidate)) };
  },
});
