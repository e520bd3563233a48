import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { newSecret } from './secrets.ts';

interface UserPool {
  readonly client: CognitoIdentityProviderClient;
  readonly userPoolId: string;
}

/** A password that nobody knows satisfies any policy: 256 random bits and one character of each kind. */
const unknownPassword = (): string => `${newSecret()}aA1!`;

const setPassword = async ({ client, userPoolId }: UserPool, personId: PersonId, password: string): Promise<void> => {
  await client.send(new AdminSetUserPasswordCommand({ UserPoolId: userPoolId, Username: personId, Password: password, Permanent: true }));
};

/** True when the user is new. */
const createUser = async ({ client, userPoolId }: UserPool, personId: PersonId): Promise<boolean> => {
  try {
    await client.send(new AdminCreateUserCommand({ UserPoolId: userPoolId, Username: personId, MessageAction: 'SUPPRESS' }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'UsernameExistsException') return false;
    throw error;
  }
};

/** Cognito's user of a person, named by the person's id and bearing nothing else; a user who exists is left as he is. */
export const ensureUser = async (pool: UserPool, personId: PersonId): Promise<void> => {
  // A user who must still choose a password may be denied other flows: this one never will have to.
  if (await createUser(pool, personId)) await setPassword(pool, personId, unknownPassword());
};

/** Gives a local account its password, creating its user where needed. */
export const setLocalPassword = async (pool: UserPool, personId: PersonId, password: string): Promise<void> => {
  await createUser(pool, personId);
  await setPassword(pool, personId, password);
};
