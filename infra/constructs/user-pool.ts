import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { accept } from '../accept.ts';
import { physicalName, type Setting } from '../setting.ts';

/** People are created by their first sign-in through a guichet: nobody signs up, and only local accounts ever use a password. */
export const academyUserPool = (scope: Construct, setting: Setting): cognito.UserPool => {
  const pool = new cognito.UserPool(scope, 'UserPool', {
    userPoolName: physicalName(setting, 'people'),
    featurePlan: cognito.FeaturePlan.LITE,
    selfSignUpEnabled: false,
    signInAliases: { username: true },
    signInCaseSensitive: true,
    accountRecovery: cognito.AccountRecovery.NONE,
    mfa: cognito.Mfa.OFF,
    passwordPolicy: { minLength: 14, requireLowercase: true, requireUppercase: true, requireDigits: true, requireSymbols: true },
    // Filled by Cognito's own federation only, and mutable, or a second sign-in would fail.
    customAttributes: {
      ect_id: new cognito.StringAttribute({ mutable: true, maxLen: 128 }),
      ref_id: new cognito.StringAttribute({ mutable: true, maxLen: 2048 }),
      mail: new cognito.StringAttribute({ mutable: true, maxLen: 254 }),
      logout_url: new cognito.StringAttribute({ mutable: true, maxLen: 2048 }),
    },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  accept(
    pool,
    'COG2',
    'The guichets own the second factor of their people; the few local accounts are those of operators, limited in attempts by our API',
  );
  accept(
    pool,
    'COG8',
    'The Plus plan scores password sign-ins, which only a few operators have here, and would multiply the bill of families by four',
  );
  return pool;
};

const SESSION_DAYS = 30;

/** The web's client. Refresh lives a month, so that a morning's peak does not meet Cognito's sign-in quota. */
export const academyClient = (
  pool: cognito.UserPool,
  setting: Setting,
  providers: readonly cognito.UserPoolIdentityProviderSaml[],
): cognito.UserPoolClient => {
  const hosted = providers.length > 0;
  const client = pool.addClient('Web', {
    userPoolClientName: physicalName(setting, 'web'),
    authFlows: { custom: true, adminUserPassword: true },
    generateSecret: false,
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.hours(1),
    idTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.days(SESSION_DAYS),
    supportedIdentityProviders: hosted
      ? providers.map((provider) => cognito.UserPoolClientIdentityProvider.custom(provider.providerName))
      : [cognito.UserPoolClientIdentityProvider.COGNITO],
    disableOAuth: !hosted,
    ...(hosted
      ? {
          oAuth: {
            flows: { authorizationCodeGrant: true },
            scopes: [cognito.OAuthScope.OPENID],
            callbackUrls: [`${setting.apiOrigin}/auth/hosted/return`],
            logoutUrls: [`${setting.webOrigin}/connexion`],
          },
        }
      : {}),
  });
  client.node.addDependency(...providers);
  return client;
};
