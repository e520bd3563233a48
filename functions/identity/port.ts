import type { HelpReason, SamlGuichet } from '@preau/shared/identity/schema.ts';
import type { SignInRequest } from './records.ts';

/** What a guichet vouches for: who the person is in our directory is decided from this, by us. */
export interface Recognised {
  readonly recognised: true;
  readonly refIds: readonly string[];
  readonly mail: string | undefined;
  readonly sessionIndex: string;
  readonly nameId: string;
  /** Where the guichet wants to be told of a sign-out, already checked against its allowed hosts. */
  readonly logoutUrl: string | undefined;
}

export interface Unrecognised {
  readonly recognised: false;
  readonly reason: HelpReason;
}

/** Validates what guichets say: our own SAML service provider, or Cognito's; people, choices and tokens are the same behind both. */
export interface IdentityPort<Answer> {
  /** Where to send the browser. */
  readonly start: (guichet: SamlGuichet, request: SignInRequest) => Promise<string>;
  /** What the guichet's answer is worth; throws only when something needed is out of reach. */
  readonly complete: (guichet: SamlGuichet, request: SignInRequest, answer: Answer) => Promise<Recognised | Unrecognised>;
}

export const unrecognised = (reason: HelpReason): Unrecognised => ({ recognised: false, reason });
