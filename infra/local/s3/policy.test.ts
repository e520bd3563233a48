import { expect, it } from 'vitest';
import { unchunked } from './chunked.ts';
import { readPolicy } from './policy.ts';
import { linkFault } from './signature.ts';

const encoded = Buffer.from(
  JSON.stringify({
    expiration: '2026-11-22T08:00:00Z',
    conditions: [
      ['content-length-range', 1, 10],
      { bucket: 'files' },
      ['starts-with', '$key', 'justifs/'],
      ['eq', '$Content-Type', 'image/png'],
      { 'x-amz-meta-kind': 'mot' },
    ],
  }),
).toString('base64');
const fields = { key: 'justifs/1', 'content-type': 'image/png', 'x-amz-meta-kind': 'mot', policy: encoded, 'x-amz-signature': 'x' };
const faultIn = (change: Readonly<Record<string, string>>, bucket = 'files') =>
  readPolicy(encoded).faultIn(new Map(Object.entries({ ...fields, ...change })), bucket);

it('accepts a form whose every field a condition allows', () => {
  expect(faultIn({})).toBeUndefined();
  expect(readPolicy(encoded)).toMatchObject({ minBytes: 1, maxBytes: 10, expiresAt: Date.parse('2026-11-22T08:00:00Z') });
});

it.each<readonly [string, Readonly<Record<string, string>>, string]>([
  ['another key', { key: 'autre/1' }, 'Policy Condition failed'],
  ['another type', { 'content-type': 'text/html' }, 'Policy Condition failed'],
  ['another value', { 'x-amz-meta-kind': 'autre' }, 'Policy Condition failed'],
  ['a field that no condition names', { acl: 'public-read' }, 'Extra input fields: acl'],
])('refuses %s', (_, change, message) => {
  expect(faultIn(change)).toContain(message);
});

it('refuses the policy of another bucket', () => {
  expect(faultIn({}, 'deliveries')).toContain('Policy Condition failed');
});

it('refuses a link whose signature was changed', () => {
  const query =
    'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=local%2F20261122%2Feu-west-3%2Fs3%2Faws4_request&X-Amz-Date=20261122T070000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=00';
  expect(linkFault('GET', '/files/a', query, { host: '127.0.0.1' }, Date.parse('2026-11-22T07:00:10Z'))).toBe('SignatureDoesNotMatch');
});

it('reads an aws-chunked body wherever its pieces are cut', async () => {
  const body = '3;chunk-signature=x\r\nabc\r\na\r\n0123456789\r\n0\r\nx-amz-checksum-crc32:S4457w==\r\n\r\n';
  for (const size of [1, 2, 7, 1_000]) {
    const pieces = async function* (): AsyncGenerator<Buffer> {
      for (let at = 0; at < body.length; at += size) yield Buffer.from(body.slice(at, at + size));
    };
    const read: Buffer[] = [];
    for await (const piece of unchunked(pieces())) read.push(piece);
    expect(Buffer.concat(read).toString()).toBe('abc0123456789');
  }
});
