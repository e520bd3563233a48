import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminLinkProviderForUserCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as create } from '../identity/create-auth-challenge.ts';
import { handler as define } from '../identity/define-auth-challenge.ts';
import { verifyAnswer } from '../identity/auth-challenge.ts';
import type { IdentityStore } from '../identity/store.ts';

const failure = (name: string): Error => Object.assign(new Error(name), { name });

/** A pool that runs our own triggers as Cognito does, with `PreventUserExistenceErrors`: what it knows and has revoked can be read. */
export const cognitoDouble = (store: Pick<IdentityStore, 'takeSecret'>) => {
  const client = new CognitoIdentityProviderClient({ region: 'eu-west-3' });
  const mock = mockClient(client);
  const users = new Map<string, { password?: string }>();
  const revoked = new Set<string>();
  let count = 0;

  const session = (userName: string) => {
    count += 1;
    return {
      AuthenticationResult: { AccessToken: `access-${userName}-${count}`, RefreshToken: `refresh-${userName}-${count}`, ExpiresIn: 3600 },
    };
  };
  const defined = async (answers: { challengeName: string; challengeResult: boolean }[], userNotFound: boolean) => {
    const { response } = await define({ request: { session: answers, userNotFound }, response: {} as Record<string, unknown> });
    if (response['failAuthentication'] === true) throw failure('NotAuthorizedException');
    return response;
  };

  mock.on(AdminInitiateAuthCommand).callsFake(async ({ AuthFlow, AuthParameters }) => {
    if (AuthFlow === 'REFRESH_TOKEN_AUTH') {
      const token = String(AuthParameters.REFRESH_TOKEN);
      if (!token.startsWith('refresh-') || revoked.has(token)) throw failure('NotAuthorizedException');
      return { AuthenticationResult: { AccessToken: `access-again-${token}`, ExpiresIn: 3600 } };
    }
    const userName = String(AuthParameters.USERNAME);
    if (AuthFlow === 'ADMIN_USER_PASSWORD_AUTH') {
      const known = users.get(userName)?.password;
      if (known === undefined || known !== AuthParameters.PASSWORD) throw failure('NotAuthorizedException');
      return session(userName);
    }
    await defined([], !users.has(userName));
    await create({ response: {} });
    return { ChallengeName: 'CUSTOM_CHALLENGE', Session: `session-${userName}` };
  });
  mock.on(AdminRespondToAuthChallengeCommand).callsFake(async ({ ChallengeResponses, Session }) => {
    const userName = String(ChallengeResponses.USERNAME);
    if (Session !== `session-${userName}`) throw failure('NotAuthorizedException');
    const verified = await verifyAnswer(store, () => new Date().toISOString())({
      userName,
      request: { challengeAnswer: ChallengeResponses.ANSWER },
      response: {} as Record<string, unknown>,
    });
    await defined([{ challengeName: 'CUSTOM_CHALLENGE', challengeResult: verified.response['answerCorrect'] === true }], false);
    return session(userName);
  });
  mock.on(AdminCreateUserCommand).callsFake(async ({ Username }) => {
    if (users.has(Username)) throw failure('UsernameExistsException');
    users.set(Username, {});
    return {};
  });
  mock.on(AdminSetUserPasswordCommand).callsFake(async ({ Username, Password }) => {
    users.set(Username, { password: Password });
    return {};
  });
  mock.on(RevokeTokenCommand).callsFake(async ({ Token }) => {
    revoked.add(Token);
    return {};
  });
  mock.on(AdminUserGlobalSignOutCommand).resolves({});
  mock.on(AdminLinkProviderForUserCommand).resolves({});
  return { client, mock, users, revoked };
};
