import { identityOperations } from '@preau/shared/identity/api.ts';
import { mayKnock } from '@preau/shared/identity/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { addCodeFor } from './finish-sign-in.ts';
import { chosenProfile } from './profile-choice.ts';
import { fingerprint } from './secrets.ts';
import type { IdentityServices } from './services.ts';

/** Enters with one of the offered profiles; the ticket then serves no more. */
export const chooseProfile = bind<IdentityServices>()(identityOperations.chooseProfile, {
  subject: ({ services }) => services.guichets(),
  may: mayKnock,
  run: async ({ input: { path, body }, services, now }) => {
    const ticket = await services.store.findTicket(fingerprint(path.ticket));
    if (ticket === undefined || ticket.expiresAt <= now) return refuse('identity.ticket-spent');
    const chosen = chosenProfile(ticket, body.choice);
    if (chosen === undefined) return refuse('identity.choice-unknown');
    if ((await services.store.takeTicket(ticket.ticketPrint)) === undefined) return refuse('identity.ticket-spent');
    const { guichetId, challenge, returnTo, logoutUrl } = ticket;
    const journey = { guichetId, challenge, returnTo, ...(logoutUrl === undefined ? {} : { logoutUrl }) };
    return { code: await addCodeFor(services, chosen, journey, now) };
  },
});
