import type { Bound } from '../runtime/bind.ts';
import { chooseProfile } from './choose-profile.ts';
import { completeHostedSignIn } from './complete-hosted-sign-in.ts';
import { exchangeCode } from './exchange-code.ts';
import { listGuichets } from './list-guichets.ts';
import { readProfileChoice } from './read-profile-choice.ts';
import { readSession } from './read-session.ts';
import { refreshSession } from './refresh-session.ts';
import type { IdentityServices } from './services.ts';
import { signInLocally } from './sign-in-locally.ts';
import { signOut } from './sign-out.ts';

/** What needs no XML: everything but the guichets' own protocol. */
export const operations: readonly Bound<IdentityServices>[] = [
  listGuichets,
  completeHostedSignIn,
  readProfileChoice,
  chooseProfile,
  exchangeCode,
  refreshSession,
  signInLocally,
  signOut,
  readSession,
];
