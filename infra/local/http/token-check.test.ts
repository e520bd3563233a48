import { expect, it } from 'vitest';
import { openDatabase } from '../database.ts';
import { openSigningKey } from '../cognito/keys.ts';
import { signToken } from '../cognito/tokens.ts';
import { openParameters } from '../ssm/parameters.ts';
import { claimsAsText, tokenCheck } from './token-check.ts';

const key = openSigningKey(openParameters(openDatabase(undefined)));
const other = openSigningKey(openParameters(openDatabase(undefined)));
const authorizer = { issuer: 'https://issuer.example', audience: ['client'] };
const now = 1_000_000;
const claims = { iss: authorizer.issuer, client_id: 'client', exp: now + 60, iat: now, username: 'per_1' };
const checkToken = tokenCheck(key.publicKey, key.keyId);
const check = (token: string, at = now) => checkToken(`Bearer ${token}`, authorizer, at);

it('accepts a token of the pool, for its client, in time', () => {
  expect(check(signToken(key, claims))).toEqual(claims);
  expect(check(signToken(key, { ...claims, client_id: undefined, aud: ['client'] }))).toBeDefined();
});

it.each([
  ['another key', () => signToken(other, claims)],
  ['another key under our key’s name', () => signToken({ ...other, keyId: key.keyId }, claims)],
  ['another issuer', () => signToken(key, { ...claims, iss: 'https://other.example' })],
  ['another client', () => signToken(key, { ...claims, client_id: 'other' })],
  ['the past', () => signToken(key, { ...claims, exp: now })],
  ['the future', () => signToken(key, { ...claims, nbf: now + 60 })],
  [
    'no signature',
    () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`,
  ],
  ['nowhere', () => 'not-a-token'],
])('refuses a token from %s', (_, token) => {
  expect(check(token())).toBeUndefined();
});

it('refuses a token that it knows once its time is over, or for another client', () => {
  const token = signToken(key, claims);
  expect(check(token)).toBeDefined();
  expect(check(token, now + 61)).toBeUndefined();
  expect(checkToken(`Bearer ${token}`, { ...authorizer, audience: ['other'] }, now)).toBeUndefined();
  expect(check(`${token.slice(0, -4)}AAAA`)).toBeUndefined();
});

it('turns every claim into text, as API Gateway does', () => {
  expect(claimsAsText({ a: ['PROF', 'ADMIN'], b: { c: 1 }, d: 12, e: true })).toEqual({
    a: '[PROF ADMIN]',
    b: '{"c":1}',
    d: '12',
    e: 'true',
  });
});
