import type { SignInCandidate } from '@preau/shared/directory/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { SessionServices } from '../runtime/bind.ts';
import type { Log } from '../runtime/log.ts';
import type { IdentityPort } from './port.ts';
import type { SamlKeys } from './saml-keys.ts';
import type { ServiceProvider } from './saml-broker.ts';
import type { Guichets } from './settings.ts';
import type { IdentityStore } from './store.ts';
import type { TokenIssuer } from './token-issuer.ts';

/** What signing in asks of the directory's door. */
export interface IdentityDirectory {
  readonly findPeopleByJoinKeys: (keys: readonly string[]) => Promise<readonly SignInCandidate[]>;
  readonly findStaffByMail: (mail: string) => Promise<readonly SignInCandidate[]>;
  /** Sessions opened before this epoch second are void. */
  readonly endSessions: (personId: PersonId, validFrom: number) => Promise<void>;
}

export interface IdentityServices extends SessionServices {
  readonly store: IdentityStore;
  readonly directory: IdentityDirectory;
  readonly guichets: Guichets;
  readonly provider: ServiceProvider;
  readonly keys: SamlKeys;
  /** Validates assertions: our own service provider. */
  readonly broker: IdentityPort<string>;
  /** Where Cognito federates guichets itself. */
  readonly hosted: IdentityPort<string> | undefined;
  readonly tokens: TokenIssuer;
  readonly webOrigin: string;
  readonly log: Log;
}
