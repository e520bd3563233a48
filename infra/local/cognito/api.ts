import { randomUUID } from 'node:crypto';
import { awsError, jsonAnswer, type Answer, type Question } from '../http-answer.ts';
import { listIn, objectIn, parseJson, textIn, type Json } from '../json.ts';
import type { Functions } from '../lambda/functions.ts';
import { customAuth, type AuthStep } from './custom-auth.ts';
import type { SigningKey } from './keys.ts';
import type { Pool, PoolClient } from './pool.ts';
import { CognitoRefusal, notAuthorized, userNotFound } from './refusal.ts';
import { sessionTokens } from './tokens.ts';
import { hashPassword, isPassword, newUser, type User, type Users } from './users.ts';

const pairs = (list: readonly unknown[]): Readonly<Record<string, string>> =>
  Object.fromEntries(list.map((item) => [textIn(item, 'Name') ?? '', textIn(item, 'Value') ?? '']));

const attributesOf = (user: User): readonly Json[] =>
  Object.entries({ sub: user.sub, ...user.attributes }).map(([Name, Value]) => ({ Name, Value }));

const shown = (user: User): Json => ({
  Username: user.username,
  UserCreateDate: Date.parse(user.createdAt) / 1000,
  UserLastModifiedDate: Date.parse(user.createdAt) / 1000,
  Enabled: user.enabled,
  UserStatus: user.status,
});

/** The Cognito operations of the sign-in, with the template's triggers; anything else is refused by name. */
export const cognitoApi = (pool: Pool, users: Users, key: SigningKey, functions: Functions) => {
  const challenges = customAuth(pool, functions, users);
  const nowSeconds = (): number => Math.floor(Date.now() / 1000);

  const clientOf = (input: Json): PoolClient => {
    const client = pool.clients.get(textIn(input, 'ClientId') ?? '');
    if (client === undefined) throw new CognitoRefusal('ResourceNotFoundException', 'User pool client does not exist.');
    return client;
  };

  const known = (input: Json): User => {
    const user = users.find(textIn(input, 'Username') ?? '');
    if (user === undefined) throw userNotFound();
    return user;
  };

  const tokens = (user: User, client: PoolClient, session: { authTime: number; originJti: string; refreshToken?: string }): Json => {
    const { accessToken, idToken } = sessionTokens(key, pool.issuer, {
      ...user,
      ...session,
      clientId: client.id,
      nowSeconds: nowSeconds(),
      accessSeconds: client.accessSeconds,
      idSeconds: client.idSeconds,
    });
    return {
      AuthenticationResult: {
        AccessToken: accessToken,
        IdToken: idToken,
        ExpiresIn: client.accessSeconds,
        TokenType: 'Bearer',
        ...(session.refreshToken === undefined ? {} : { RefreshToken: session.refreshToken }),
      },
      ChallengeParameters: {},
    };
  };

  const signedIn = (user: User, client: PoolClient): Json => {
    const authTime = nowSeconds();
    const originJti = randomUUID();
    const { token } = users.openSession({
      username: user.username,
      clientId: client.id,
      authTime,
      originJti,
      expiresAt: authTime + client.refreshSeconds,
    });
    return tokens(user, client, { authTime, originJti, refreshToken: token });
  };

  const stepped = (step: AuthStep, client: PoolClient): Json => (step.kind === 'tokens' ? signedIn(step.user, client) : step.answer);

  const refreshed = (client: PoolClient, refreshToken: string): Json => {
    const session = users.findSession(refreshToken);
    if (session === undefined || session.clientId !== client.id) throw notAuthorized('Invalid Refresh Token');
    if (session.expiresAt < nowSeconds()) throw notAuthorized('Refresh Token has expired');
    const user = users.find(session.username);
    if (user === undefined || !user.enabled) throw notAuthorized('User is disabled.');
    return tokens(user, client, session);
  };

  const allowFlow = (client: PoolClient, flow: string): void => {
    if (client.flows.length > 0 && !client.flows.includes(flow))
      throw new CognitoRefusal('InvalidParameterException', `Auth flow not enabled for this client: ${flow}`);
  };

  const initiate = async (input: Json): Promise<Json> => {
    const client = clientOf(input);
    const parameters = objectIn(input, 'AuthParameters');
    const flow = textIn(input, 'AuthFlow');
    if (flow === 'REFRESH_TOKEN_AUTH' || flow === 'REFRESH_TOKEN') {
      allowFlow(client, 'ALLOW_REFRESH_TOKEN_AUTH');
      return refreshed(client, textIn(parameters, 'REFRESH_TOKEN') ?? '');
    }
    const username = textIn(parameters, 'USERNAME') ?? '';
    if (flow === 'CUSTOM_AUTH') {
      allowFlow(client, 'ALLOW_CUSTOM_AUTH');
      return stepped(await challenges.start(username, client, objectIn(input, 'ClientMetadata')), client);
    }
    if (flow !== 'ADMIN_USER_PASSWORD_AUTH' && flow !== 'USER_PASSWORD_AUTH')
      throw new CognitoRefusal('InvalidParameterException', `The local cloud does not play ${flow ?? 'this flow'}.`);
    allowFlow(client, `ALLOW_${flow}`);
    const user = users.find(username);
    if (user === undefined || !user.enabled || !isPassword(user.passwordHash, textIn(parameters, 'PASSWORD') ?? '')) throw notAuthorized();
    return signedIn(user, client);
  };

  const createUser = (input: Json): Json => {
    const username = textIn(input, 'Username') ?? '';
    if (users.find(username) !== undefined) throw new CognitoRefusal('UsernameExistsException', 'User account already exists');
    const created = newUser(username, pairs(listIn(input, 'UserAttributes')));
    const password = textIn(input, 'TemporaryPassword');
    const user = password === undefined ? created : { ...created, passwordHash: hashPassword(password) };
    users.save(user);
    return { User: { ...shown(user), Attributes: attributesOf(user) } };
  };

  const setPassword = (input: Json): Json => {
    const user = known(input);
    const status = input['Permanent'] === true ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
    users.save({ ...user, passwordHash: hashPassword(textIn(input, 'Password') ?? ''), status });
    return {};
  };

  const signOutEverywhere = (input: Json): Json => {
    users.endAllSessions(known(input).username);
    return {};
  };

  const revoke = (input: Json): Json => {
    const client = clientOf(input);
    const token = textIn(input, 'Token') ?? '';
    if (users.findSession(token)?.clientId === client.id) users.endSession(token);
    return {};
  };

  const respond = async (input: Json) =>
    stepped(
      await challenges.respond(
        textIn(input, 'Session') ?? '',
        clientOf(input),
        objectIn(input, 'ChallengeResponses'),
        objectIn(input, 'ClientMetadata'),
      ),
      clientOf(input),
    );

  const operations: Readonly<Record<string, (input: Json) => Json | Promise<Json>>> = {
    AdminCreateUser: createUser,
    AdminGetUser: (input) => ({ ...shown(known(input)), UserAttributes: attributesOf(known(input)) }),
    AdminSetUserPassword: setPassword,
    AdminUserGlobalSignOut: signOutEverywhere,
    AdminInitiateAuth: initiate,
    InitiateAuth: initiate,
    AdminRespondToAuthChallenge: respond,
    RespondToAuthChallenge: respond,
    RevokeToken: revoke,
    ListUsers: () => ({ Users: users.list().map((user) => ({ ...shown(user), Attributes: attributesOf(user) })) }),
  };

  return async (question: Question): Promise<Answer> => {
    const operation = (question.headers['x-amz-target'] ?? '').replace('AWSCognitoIdentityProviderService.', '');
    const run = operations[operation];
    if (run === undefined) return awsError(400, 'InvalidAction', `The local cloud does not play ${operation}.`);
    const input = parseJson(question.body.toString('utf8'));
    const poolId = textIn(input, 'UserPoolId');
    if (poolId !== undefined && poolId !== pool.id)
      return awsError(400, 'ResourceNotFoundException', `User pool ${poolId} does not exist.`);
    try {
      return jsonAnswer(200, await run(input), { 'content-type': 'application/x-amz-json-1.1' });
    } catch (error) {
      if (error instanceof CognitoRefusal) return awsError(400, error.name, error.message);
      throw error;
    }
  };
};
