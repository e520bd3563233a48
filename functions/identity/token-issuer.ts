import type { PersonId } from '@preau/shared/kernel/ids.ts';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

/** Whoever issues tokens; in every deployment, Cognito. */
export interface TokenIssuer {
  /** Opens a session for a person whom we have recognised. */
  readonly issue: (personId: PersonId) => Promise<Tokens>;
  /** Undefined when the session was ended, or the refresh token is not ours. */
  readonly refresh: (refreshToken: string) => Promise<Pick<Tokens, 'accessToken' | 'expiresInSeconds'> | undefined>;
  /** Undefined when the password does not suit, or nobody has this account. */
  readonly checkPassword: (personId: PersonId, password: string) => Promise<Tokens | undefined>;
  readonly revoke: (refreshToken: string) => Promise<void>;
  readonly revokeAll: (personId: PersonId) => Promise<void>;
}
