import type { School, SignInCandidate } from '@preau/shared/directory/schema.ts';
import type { PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { BaseServices, SessionServices } from '../runtime/bind.ts';
import type { Log } from '../runtime/log.ts';
import type { IdentityPort } from './port.ts';
import type { SamlKeys } from './saml-keys.ts';
import type { ServiceProvider } from './saml-broker.ts';
import type { Guichets } from './settings.ts';
import type { IdentityStore } from './store.ts';
import type { TokenIssuer } from './token-issuer.ts';

/** What signing in asks of the directory's door. */
interface IdentityDirectory {
  readonly findPeopleByJoinKeys: (keys: readonly string[]) => Promise<readonly SignInCandidate[]>;
  /** True when they name somebody whom a pupil's record only holds as a contact. */
  readonly areContacts: (keys: readonly string[]) => Promise<boolean>;
  readonly findStaffByMail: (mail: string) => Promise<readonly SignInCandidate[]>;
  readonly findSchool: (schoolId: SchoolId) => Promise<School | undefined>;
  /** Sessions opened before this epoch second are void. */
  readonly endSessions: (personId: PersonId, validFrom: number) => Promise<void>;
}

/** How a sign-in recognises people. */
export type SignInDirectory = Pick<IdentityDirectory, 'findPeopleByJoinKeys' | 'areContacts' | 'findStaffByMail'>;

/** What both halves of a sign-in need: from the departure for a guichet to the code or the choice. */
export interface SignInServices extends BaseServices {
  readonly store: IdentityStore;
  readonly directory: SignInDirectory;
  readonly guichets: Guichets;
  /** Where Cognito federates guichets itself. */
  readonly hosted: IdentityPort<string> | undefined;
  readonly webOrigin: string;
  readonly log: Log;
}

export interface SamlServices extends SignInServices {
  readonly provider: ServiceProvider;
  readonly keys: SamlKeys;
  /** Validates assertions: our own service provider. */
  readonly broker: IdentityPort<string>;
}

export interface IdentityServices extends SignInServices, SessionServices {
  readonly directory: IdentityDirectory;
  readonly tokens: TokenIssuer;
}
