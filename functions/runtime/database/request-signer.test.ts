import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { expect, it } from 'vitest';
import { requestSigner, type Credentials } from './request-signer.ts';

class Sha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', Buffer.from(secret as Uint8Array));
  }
  update(data: Uint8Array): void {
    this.#hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

const LONG: Credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const SESSION: Credentials = { ...LONG, sessionToken: 'FwoGZXIvYXdzEXAMPLE//token==' };
const NOON = new Date('2026-11-22T12:00:00.123Z');
const MIDNIGHT = new Date('2026-11-23T00:00:00.000Z');
const place = { signingRegion: 'eu-west-3', signingService: 'dynamodb' };

const aRequest = (headers: Record<string, string> = {}) => ({
  protocol: 'https:',
  hostname: 'dynamodb.eu-west-3.amazonaws.com',
  method: 'POST',
  path: '/',
  query: {},
  headers: {
    host: 'dynamodb.eu-west-3.amazonaws.com',
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.GetItem',
    ...headers,
  },
  body: JSON.stringify({ TableName: 'écoles', Key: { pk: { S: 'é' } } }),
});

const expected = async (credentials: Credentials, signingDate: Date, headers?: Record<string, string>): Promise<string | undefined> => {
  const signer = new SignatureV4({
    credentials,
    region: place.signingRegion,
    service: place.signingService,
    sha256: Sha256 as never,
    applyChecksum: false,
  });
  return (await signer.sign(aRequest(headers), { signingDate })).headers['authorization'];
};

it.each([
  ['long-lived keys', LONG],
  ['the session of a function', SESSION],
])('signs with %s as the SDK does', async (_, credentials) => {
  const signed = await requestSigner(async () => credentials).sign(aRequest(), { signingDate: NOON, ...place });
  expect(signed.headers['authorization']).toBe(await expected(credentials, NOON));
  expect(signed.headers).toMatchObject({ 'x-amz-date': '20261122T120000Z' });
  expect(signed.headers['x-amz-security-token']).toBe(credentials.sessionToken);
});

it('signs a request again for its next attempt, of which only the attempt has changed', async () => {
  const { sign } = requestSigner(async () => SESSION);
  const first = await sign(aRequest({ 'amz-sdk-request': 'attempt=1; max=3' }), { signingDate: NOON, ...place });
  const again = await sign(
    { ...first, headers: { ...first.headers, 'amz-sdk-request': 'attempt=2; max=3' } },
    { signingDate: new Date(NOON.getTime() + 5000), ...place },
  );
  expect(again.headers['authorization']).toBe(await expected(SESSION, new Date(NOON.getTime() + 5000)));
});

it('takes a new key at midnight and with new credentials', async () => {
  let credentials = SESSION;
  const { sign } = requestSigner(async () => credentials);
  await sign(aRequest(), { signingDate: NOON, ...place });
  const tomorrow = await sign(aRequest(), { signingDate: MIDNIGHT, ...place });
  expect(tomorrow.headers['authorization']).toBe(await expected(SESSION, MIDNIGHT));
  credentials = { ...SESSION, secretAccessKey: 'another', sessionToken: 'another' };
  const renewed = await sign(aRequest(), { signingDate: MIDNIGHT, ...place });
  expect(renewed.headers['authorization']).toBe(await expected(credentials, MIDNIGHT));
});
