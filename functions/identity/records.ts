import * as z from 'zod';
import { SignInCandidate } from '@preau/shared/directory/schema.ts';
import { GuichetId } from '@preau/shared/identity/schema.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { Instant } from '@preau/shared/kernel/school-time.ts';

/** What a sign-in carries from the web's first page to the last. */
const journey = {
  guichetId: GuichetId,
  challenge: z.string(),
  returnTo: z.string(),
  expiresAt: Instant,
};

/** A browser has left for a guichet: its answer is awaited, once. */
export const SignInRequest = z.strictObject({ ...journey, requestId: z.string(), startedAt: Instant });
export type SignInRequest = z.infer<typeof SignInRequest>;

/** A verified assertion that may be several people. */
export const Ticket = z.strictObject({
  ...journey,
  ticketPrint: z.string(),
  /** Key of the choices' seals, new at each sign-in. */
  seal: z.string(),
  sessionIndex: z.string(),
  nameId: z.string(),
  candidates: z.array(SignInCandidate),
  logoutUrl: z.string().optional(),
});
export type Ticket = z.infer<typeof Ticket>;

/** A person is known: whoever holds the code and the verifier may open the session. */
export const OneTimeCode = z.strictObject({ ...journey, codePrint: z.string(), personId: PersonId, logoutUrl: z.string().optional() });
export type OneTimeCode = z.infer<typeof OneTimeCode>;

/** The answer that Cognito's challenge expects, bound to the person. */
export const ChallengeSecret = z.strictObject({ secretPrint: z.string(), personId: PersonId, expiresAt: Instant });
export type ChallengeSecret = z.infer<typeof ChallengeSecret>;

/** Where an open session came from, to offer the guichet's own sign-out. */
export const OpenSession = z.strictObject({
  personId: PersonId,
  sessionPrint: z.string(),
  guichetId: GuichetId,
  logoutUrl: z.string().optional(),
});
export type OpenSession = z.infer<typeof OpenSession>;
