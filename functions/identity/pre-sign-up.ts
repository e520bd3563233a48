import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { directoryDoor } from '../directory/reads.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { variable } from '../runtime/environment.ts';
import { linkAccount } from './link-account.ts';
import { guichetsOf } from './settings.ts';

export const handler = linkAccount({
  client: new CognitoIdentityProviderClient({ maxAttempts: 2 }),
  directory: directoryDoor(openDatabase()),
  guichets: guichetsOf(variable('GUICHETS')),
});
