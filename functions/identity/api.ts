import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { directoryDoor } from '../directory/reads.ts';
import { apiHandler } from '../runtime/api.ts';
import { documentClient } from '../runtime/entity.ts';
import { tableName, variable } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { cognitoTokens } from './cognito-tokens.ts';
import { hostedSignIn, postForm } from './hosted-sign-in.ts';
import { operations } from './operations.ts';
import { samlBroker, serviceProvider } from './saml-broker.ts';
import { parameterKeys } from './saml-keys.ts';
import { guichetsOf, hostedSettings } from './settings.ts';
import { identityStore } from './store.ts';

const now = (): string => new Date().toISOString();
const documents = documentClient();
const store = identityStore(tableName('identity'), documents);
const directory = directoryDoor(documents);
const provider = serviceProvider(variable('API_ORIGIN'));
const keys = parameterKeys(variable('SAML_KEY_PARAMETER'));
const hosted = hostedSettings();
const pool = {
  client: new CognitoIdentityProviderClient({ maxAttempts: 3 }),
  userPoolId: variable('USER_POOL_ID'),
  clientId: variable('USER_POOL_CLIENT_ID'),
};

export const handler = apiHandler(
  operations,
  {
    now,
    findActor: directory.findActor,
    store,
    directory,
    guichets: guichetsOf(variable('GUICHETS')),
    provider,
    keys,
    broker: samlBroker({ provider, keys, now }),
    hosted: hosted === undefined ? undefined : hostedSignIn(hosted, postForm, now),
    tokens: cognitoTokens(pool, store, now),
    webOrigin: variable('WEB_ORIGIN'),
    log,
  },
  directory.findActor,
);
