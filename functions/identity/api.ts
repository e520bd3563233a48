import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { apiHandler } from '../runtime/api.ts';
import { variable } from '../runtime/environment.ts';
import { cognitoTokens } from './cognito-tokens.ts';
import { realSignInServices } from './environment.ts';
import { operations } from './operations.ts';

const services = realSignInServices();
const { findActor } = services.directory;
const pool = {
  client: new CognitoIdentityProviderClient({ maxAttempts: 3 }),
  userPoolId: variable('USER_POOL_ID'),
  clientId: variable('USER_POOL_CLIENT_ID'),
};

export const handler = apiHandler(
  operations,
  { ...services, findActor, tokens: cognitoTokens(pool, services.store, services.now) },
  findActor,
);
