import type { SignInCandidate } from '@preau/shared/directory/schema.ts';
import type { ProfileView } from '@preau/shared/identity/schema.ts';
import type { Ticket } from './records.ts';
import { isSealed, sealChoice } from './secrets.ts';

const partsOf = (ticket: Ticket, { personId }: SignInCandidate): readonly string[] => [
  ticket.ticketPrint,
  ticket.sessionIndex,
  ticket.nameId,
  personId,
];

/** A profile as its owner recognises it; its choice is sealed to this ticket and this assertion. */
export const profileOf = (ticket: Ticket, candidate: SignInCandidate): ProfileView => ({
  choice: sealChoice(ticket.seal, partsOf(ticket, candidate)),
  firstName: candidate.firstName,
  lastName: candidate.lastName,
  kind: candidate.kind,
  schoolNames: [...candidate.schoolNames],
});

export const chosenProfile = (ticket: Ticket, choice: string): SignInCandidate | undefined =>
  ticket.candidates.find((candidate) => isSealed(choice, ticket.seal, partsOf(ticket, candidate)));
