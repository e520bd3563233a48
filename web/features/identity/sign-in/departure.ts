import { createHash, randomBytes } from 'node:crypto';

interface Departure {
  /** Stays in the browser's cookie: only the browser that began a sign-in can finish it. */
  readonly verifier: string;
  readonly challenge: string;
}

/** A fresh pair for one sign-in: the challenge leaves, the verifier stays. */
export const newDeparture = (): Departure => {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
};

export const DEPARTURE_SECONDS = 15 * 60;
