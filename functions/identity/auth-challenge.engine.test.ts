import { describe, expect, it } from 'vitest';
import { identityTable } from '@preau/shared/identity/table.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { addSeconds } from '@preau/shared/kernel/school-time.ts';
import { freshTable } from '../testing/tables.ts';
import { verifyAnswer } from './auth-challenge.ts';
import { handler as create } from './create-auth-challenge.ts';
import { handler as define } from './define-auth-challenge.ts';
import { fingerprint, newSecret } from './secrets.ts';
import { identityStore } from './store.ts';

const NOW = '2026-11-23T07:00:00.000Z';
const alice = PersonId.parse('per_alice0001');
const common = {
  version: '1',
  region: 'eu-west-3',
  userPoolId: 'eu-west-3_pool',
  userName: alice as string,
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'client' },
};
const attributes = { sub: 'a-b', 'cognito:user_status': 'CONFIRMED' };

describe('the trigger that defines the challenge', () => {
  const defined = async (session: { challengeName: string; challengeResult: boolean }[], userNotFound = false) => {
    const event = await define({
      ...common,
      triggerSource: 'DefineAuthChallenge_Authentication',
      request: { userAttributes: attributes, session, userNotFound },
      response: { challengeName: null, issueTokens: null, failAuthentication: null },
    });
    return event.response;
  };
  const answered = (challengeResult: boolean, challengeName = 'CUSTOM_CHALLENGE') => ({ challengeName, challengeResult });

  it('asks one question, then issues tokens for a right answer', async () => {
    expect(await defined([])).toEqual({ challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: false });
    expect(await defined([answered(true)])).toMatchObject({ issueTokens: true, failAuthentication: false });
  });

  it('refuses a wrong answer, a second chance, another challenge and an unknown person', async () => {
    const refused = [
      await defined([answered(false)]),
      await defined([answered(false), answered(true)]),
      await defined([answered(true, 'PASSWORD_VERIFIER')]),
      await defined([answered(true, 'SRP_A')]),
      await defined([], true),
      await defined([answered(true)], true),
    ];
    for (const response of refused) expect(response).toMatchObject({ issueTokens: false, failAuthentication: true });
  });
});

it('the trigger that creates the challenge gives nothing away', async () => {
  const event = await create({ ...common, triggerSource: 'CreateAuthChallenge_Authentication', request: {}, response: {} });
  expect(event.response).toEqual({
    publicChallengeParameters: { type: 'one-time-secret' },
    privateChallengeParameters: { type: 'one-time-secret' },
    challengeMetadata: 'ONE_TIME_SECRET',
  });
});

describe('the trigger that verifies the answer', () => {
  const aStore = async () => {
    const table = await freshTable(identityTable);
    const store = identityStore(table.name, table.client);
    const secret = newSecret();
    await store.addSecret({ secretPrint: fingerprint(secret), personId: alice, expiresAt: addSeconds(NOW, 60) });
    const verified = async (challengeAnswer: unknown, userName: string = alice, at = NOW) => {
      const event = await verifyAnswer(
        store,
        () => at,
      )({
        ...common,
        userName,
        triggerSource: 'VerifyAuthChallengeResponse_Authentication',
        request: { userAttributes: attributes, privateChallengeParameters: {}, challengeAnswer },
        response: { answerCorrect: false },
      });
      return event.response.answerCorrect;
    };
    return { secret, verified };
  };

  it('accepts the secret of that very person, once', async () => {
    const { secret, verified } = await aStore();
    expect(await verified(secret)).toBe(true);
    expect(await verified(secret)).toBe(false);
  });

  it('accepts it once when presented many times at the same instant', async () => {
    const { secret, verified } = await aStore();
    const answers = await Promise.all(Array.from({ length: 10 }, () => verified(secret)));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('refuses it for another person, after a minute, and anything that is not a secret', async () => {
    const other = await aStore();
    expect(await other.verified(other.secret, 'per_bruno0001')).toBe(false);
    const late = await aStore();
    expect(await late.verified(late.secret, alice, addSeconds(NOW, 60))).toBe(false);
    for (const answer of ['', 'x', undefined, null, 3, {}]) expect(await other.verified(answer)).toBe(false);
  });
});
