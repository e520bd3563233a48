import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { fingerprint } from './secrets.ts';
import type { IdentityStore } from './store.ts';

export interface VerifyEvent {
  readonly userName?: string;
  readonly request: { readonly challengeAnswer?: unknown };
  readonly response: object;
}

/** An answer is right when it is a secret written for this very person less than a minute ago, and never presented before. */
export const verifyAnswer =
  (store: Pick<IdentityStore, 'takeSecret'>, now: () => Instant) =>
  async <E extends VerifyEvent>(event: E): Promise<E> => {
    const answer = event.request.challengeAnswer;
    const secret = typeof answer === 'string' ? await store.takeSecret(fingerprint(answer)) : undefined;
    const answerCorrect = secret !== undefined && secret.personId === event.userName && secret.expiresAt > now();
    return { ...event, response: { ...event.response, answerCorrect } };
  };
