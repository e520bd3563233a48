import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminUserGlobalSignOutCommand,
  RevokeTokenCommand,
  type AuthenticationResultType,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { addSeconds, type Instant } from '@preau/shared/kernel/school-time.ts';
import { ensureUser } from './cognito-users.ts';
import { fingerprint, newSecret } from './secrets.ts';
import type { IdentityStore } from './store.ts';
import type { TokenIssuer, Tokens } from './token-issuer.ts';

const SECRET_SECONDS = 60;

export interface CognitoPool {
  readonly client: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  readonly clientId: string;
}

/** The pool hides whether a user exists: an unknown one and a wrong answer look alike. */
const isDenial = (error: unknown): boolean =>
  error instanceof Error && ['NotAuthorizedException', 'UserNotFoundException'].includes(error.name);

const tokensOf = (result: AuthenticationResultType | undefined): Tokens => {
  const { AccessToken, RefreshToken, ExpiresIn } = result ?? {};
  if (AccessToken === undefined || RefreshToken === undefined || ExpiresIn === undefined) throw new Error('Cognito answered no session');
  return { accessToken: AccessToken, refreshToken: RefreshToken, expiresInSeconds: ExpiresIn };
};

/** Cognito signs every token: people by our own challenge, local accounts by their password. */
export const cognitoTokens = (pool: CognitoPool, store: Pick<IdentityStore, 'addSecret'>, now: () => Instant): TokenIssuer => {
  const { client } = pool;
  const at = { UserPoolId: pool.userPoolId, ClientId: pool.clientId };

  const begin = async (personId: PersonId): Promise<string> => {
    const { Session } = await client.send(
      new AdminInitiateAuthCommand({ ...at, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: personId } }),
    );
    if (Session === undefined) throw new Error('Cognito answered no challenge');
    return Session;
  };

  /** Cognito meets a person at the first sign-in only: no account is created ahead, none is paid for. */
  const beginOrMeet = async (personId: PersonId): Promise<string> => {
    try {
      return await begin(personId);
    } catch (error) {
      if (!isDenial(error)) throw error;
      await ensureUser(pool, personId);
      return begin(personId);
    }
  };

  return {
    issue: async (personId) => {
      const session = await beginOrMeet(personId);
      const secret = newSecret();
      await store.addSecret({ secretPrint: fingerprint(secret), personId, expiresAt: addSeconds(now(), SECRET_SECONDS) });
      const { AuthenticationResult } = await client.send(
        new AdminRespondToAuthChallengeCommand({
          ...at,
          ChallengeName: 'CUSTOM_CHALLENGE',
          Session: session,
          ChallengeResponses: { USERNAME: personId, ANSWER: secret },
        }),
      );
      return tokensOf(AuthenticationResult);
    },

    refresh: async (refreshToken) => {
      try {
        const { AuthenticationResult } = await client.send(
          new AdminInitiateAuthCommand({ ...at, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: refreshToken } }),
        );
        const { accessToken, expiresInSeconds } = tokensOf({ RefreshToken: refreshToken, ...AuthenticationResult });
        return { accessToken, expiresInSeconds };
      } catch (error) {
        if (isDenial(error)) return undefined;
        throw error;
      }
    },

    checkPassword: async (personId, password) => {
      try {
        const { AuthenticationResult } = await client.send(
          new AdminInitiateAuthCommand({
            ...at,
            AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
            AuthParameters: { USERNAME: personId, PASSWORD: password },
          }),
        );
        // No result: Cognito wants a new password first, which only the academy's operators' tool gives.
        return AuthenticationResult === undefined ? undefined : tokensOf(AuthenticationResult);
      } catch (error) {
        if (isDenial(error)) return undefined;
        throw error;
      }
    },

    revoke: async (refreshToken) => {
      try {
        await client.send(new RevokeTokenCommand({ ClientId: pool.clientId, Token: refreshToken }));
      } catch (error) {
        // Already ended, or never ours: there is nothing left to revoke.
        if (
          !(error instanceof Error) ||
          !['UnauthorizedException', 'UnsupportedTokenTypeException', 'InvalidParameterException'].includes(error.name)
        )
          throw error;
      }
    },

    revokeAll: async (personId) => {
      await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId: pool.userPoolId, Username: personId }));
    },
  };
};
