import { randomBytes } from 'node:crypto';
import { flagIn, textIn, textMap, type Json } from '../json.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Pool, PoolClient } from './pool.ts';
import { CognitoRefusal, notAuthorized } from './refusal.ts';
import { runTrigger } from './triggers.ts';
import type { User, Users } from './users.ts';

interface Challenge {
  readonly username: string;
  readonly clientId: string;
  readonly rounds: readonly Json[];
  readonly name: string;
  readonly secret: Json;
  readonly metadata: string | undefined;
  readonly expiresAt: number;
}

export type AuthStep = { readonly kind: 'tokens'; readonly user: User } | { readonly kind: 'challenge'; readonly answer: Json };

const MINUTES = 3;

/** The custom challenge flow: the template's triggers define, create and verify; only they decide that tokens are issued. */
export const customAuth = (pool: Pool, functions: Functions, users: Users) => {
  const open = new Map<string, Challenge>();

  const attributesOf = (user: User | undefined): Json =>
    user === undefined ? {} : { sub: user.sub, 'cognito:user_status': user.status, ...user.attributes };

  const next = async (username: string, client: PoolClient, rounds: readonly Json[], clientMetadata: Json): Promise<AuthStep> => {
    const user = users.find(username);
    const common = { userAttributes: attributesOf(user), session: rounds, userNotFound: user === undefined, clientMetadata };
    const defined = await runTrigger(pool, functions, {
      trigger: 'DefineAuthChallenge',
      source: 'DefineAuthChallenge_Authentication',
      username,
      clientId: client.id,
      request: common,
      response: { challengeName: null, issueTokens: null, failAuthentication: null },
    });
    if (flagIn(defined, 'failAuthentication')) throw notAuthorized();
    if (flagIn(defined, 'issueTokens')) {
      if (user === undefined || !user.enabled) throw notAuthorized();
      return { kind: 'tokens', user };
    }
    const name = textIn(defined, 'challengeName') ?? 'CUSTOM_CHALLENGE';
    const created = await runTrigger(pool, functions, {
      trigger: 'CreateAuthChallenge',
      source: 'CreateAuthChallenge_Authentication',
      username,
      clientId: client.id,
      request: { ...common, challengeName: name },
      response: { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null },
    });
    const session = randomBytes(48).toString('base64url');
    open.set(session, {
      username,
      clientId: client.id,
      rounds,
      name,
      secret: textMap(created['privateChallengeParameters']),
      metadata: textIn(created, 'challengeMetadata'),
      expiresAt: Date.now() + MINUTES * 60_000,
    });
    const ChallengeParameters = { USERNAME: username, ...textMap(created['publicChallengeParameters']) };
    return { kind: 'challenge', answer: { ChallengeName: name, Session: session, ChallengeParameters } };
  };

  return {
    start: (username: string, client: PoolClient, clientMetadata: Json): Promise<AuthStep> => next(username, client, [], clientMetadata),

    respond: async (session: string, client: PoolClient, responses: Json, clientMetadata: Json): Promise<AuthStep> => {
      const challenge = open.get(session);
      // A session answers once.
      open.delete(session);
      if (challenge === undefined || challenge.expiresAt < Date.now())
        throw notAuthorized('Invalid session for the user, session is expired.');
      if (challenge.clientId !== client.id || textIn(responses, 'USERNAME') !== challenge.username)
        throw new CognitoRefusal('CodeMismatchException', 'Invalid session for the user.');
      const user = users.find(challenge.username);
      const verified = await runTrigger(pool, functions, {
        trigger: 'VerifyAuthChallengeResponse',
        source: 'VerifyAuthChallengeResponse_Authentication',
        username: challenge.username,
        clientId: client.id,
        request: {
          userAttributes: attributesOf(user),
          privateChallengeParameters: challenge.secret,
          challengeAnswer: textIn(responses, 'ANSWER') ?? '',
          clientMetadata,
          userNotFound: user === undefined,
        },
        response: { answerCorrect: null },
      });
      const round = {
        challengeName: challenge.name,
        challengeResult: flagIn(verified, 'answerCorrect'),
        challengeMetadata: challenge.metadata ?? null,
      };
      return next(challenge.username, client, [...challenge.rounds, round], clientMetadata);
    },
  };
};
