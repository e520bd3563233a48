import { createHmac, generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SigningKey } from '../../infra/local/cognito/keys.ts';
import { sessionTokens, signToken } from '../../infra/local/cognito/tokens.ts';
import { claimsAsText, tokenCheck } from '../../infra/local/http/token-check.ts';
import { aGuardian } from '../directory/testing/builders.ts';
import { signInWorld, type SignInWorld } from '../testing/sign-in-world.ts';

const ISSUER = 'https://cognito-idp.eu-west-3.amazonaws.com/eu-west-3_pool';
const authorizer = { issuer: ISSUER, audience: ['client'] };
const parent = aGuardian('NANCY-METZ-2');

const newKey = (keyId: string): SigningKey => ({ ...generateKeyPairSync('rsa', { modulusLength: 2048 }), keyId });
const key = newKey('kid-1');
const nowSeconds = () => Math.floor(Date.now() / 1000);

const tokens = (over: Partial<Parameters<typeof sessionTokens>[2]> = {}, issuer = ISSUER, with_ = key) =>
  sessionTokens(with_, issuer, {
    username: parent.personId,
    sub: 'sub-1',
    clientId: 'client',
    attributes: { username: parent.personId },
    authTime: nowSeconds(),
    originJti: 'jti',
    nowSeconds: nowSeconds(),
    accessSeconds: 3600,
    idSeconds: 3600,
    ...over,
  });

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const bodyOf = (token: string) => token.split('.')[1] ?? '';
const publicPem = key.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const hs256 = (token: string, secret: string): string => {
  const content = `${part({ alg: 'HS256', kid: 'kid-1' })}.${bodyOf(token)}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
};

const checkToken = tokenCheck(key.publicKey, key.keyId);

/** A token's way through API Gateway's authoriser, then through our handler. */
const statusOf = async (world: SignInWorld, token: string): Promise<number> => {
  const payload = checkToken(`Bearer ${token}`, authorizer, Date.now() / 1000);
  if (payload === undefined) return 401;
  return (await world.ask('GET /me', { claims: claimsAsText(payload) })).statusCode;
};

describe('a token', () => {
  let world: SignInWorld;
  beforeAll(async () => {
    world = await signInWorld([parent]);
  });

  it('opens the door when Cognito issued it for our client', async () => {
    expect(await statusOf(world, tokens().accessToken)).toBe(200);
  });

  const sound = tokens().accessToken;
  const header = (extra: object) => `${part({ kid: 'kid-1', ...extra })}.${bodyOf(sound)}`;
  const otherKey = newKey('kid-1');

  it.each<[string, string]>([
    ['no algorithm', `${header({ alg: 'none' })}.`],
    ['no algorithm, in capitals, with the true signature', `${header({ alg: 'NONE' })}.${sound.split('.')[2]}`],
    ['HS256 keyed with the public key', hs256(sound, publicPem)],
    ['HS256 keyed with nothing', hs256(sound, '')],
    ['no signature', `${header({ alg: 'RS256' })}.`],
    ['another key under the same name', tokens({}, ISSUER, otherKey).accessToken],
    [
      'a key that travels with it',
      signToken(otherKey, { jwk: otherKey.publicKey.export({ format: 'jwk' }), iss: ISSUER, client_id: 'client', exp: 9e9 }),
    ],
    [
      'a key name that climbs folders',
      signToken({ ...otherKey, keyId: '../../../../dev/null' }, { iss: ISSUER, client_id: 'client', exp: 9e9 }),
    ],
    ['a past hour', tokens({ nowSeconds: nowSeconds() - 7200 }).accessToken],
    ['a future hour', tokens({ nowSeconds: nowSeconds() + 7200 }).accessToken],
    ['another pool', tokens({}, `${ISSUER}x`).accessToken],
    ['another client', tokens({ clientId: 'other' }).accessToken],
    [
      'an altered person',
      `${sound.split('.')[0]}.${part({ ...JSON.parse(Buffer.from(bodyOf(sound), 'base64url').toString()), username: 'per_other0' })}.${sound.split('.')[2]}`,
    ],
    ['an identity token', tokens().idToken],
    ['nothing', ''],
    ['words', 'bonjour'],
  ])('opens nothing with %s', async (_name, token) => {
    expect(await statusOf(world, token)).toBe(401);
  });

  it('opens nothing for somebody whom the directory does not know', async () => {
    expect(await statusOf(world, tokens({ username: 'per_unknown000' }).accessToken)).toBe(401);
  });

  it('opens nothing once its owner has signed out everywhere, in the very same second as well', async () => {
    const here = await signInWorld([parent]);
    const { accessToken } = tokens();
    const claims = { username: parent.personId, token_use: 'access', auth_time: String(nowSeconds()) };
    const answer = await here.ask('POST /auth/sign-out', { json: { refreshToken: 'refresh-unknown-token-x', everywhere: true }, claims });
    expect(answer.statusCode).toBe(200);
    expect(await statusOf(here, accessToken)).toBe(401);
    expect(await statusOf(here, tokens({ authTime: nowSeconds() + 2 }).accessToken)).toBe(200);
  });

  it('opens nothing when it does not say when its owner signed in, after a sign-out everywhere', async () => {
    const here = await signInWorld([parent]);
    await here.directory.endSessions(parent.personId, nowSeconds());
    for (const auth_time of ['', 'NaN', 'x']) {
      const answer = await here.ask('GET /me', { claims: { username: parent.personId, token_use: 'access', auth_time } });
      expect(answer.statusCode).toBe(401);
    }
  });
});
