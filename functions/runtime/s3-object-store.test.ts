import { S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { linkFault } from '../../infra/local/s3/signature.ts';
import { s3ObjectStore } from './s3-object-store.ts';

const NOW = new Date('2026-11-23T07:05:00.000Z');
const { config: signing } = new S3Client({
  region: 'eu-west-3',
  credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'local' },
});

const answering = (status: number, body = '', headers: Record<string, string> = {}) => {
  const asked: { url: URL; method: string }[] = [];
  const fetcher: typeof fetch = async (url, init) => {
    asked.push({ url: new URL(url instanceof Request ? url.url : url), method: init?.method ?? 'GET' });
    return new Response(status === 204 ? null : body, { status, headers });
  };
  return { asked, store: s3ObjectStore({ name: 'files', signing, now: () => NOW, fetch: fetcher }) };
};

it('reads an object with its version, by a link that is signed for that method alone', async () => {
  const { asked, store } = answering(200, '%PDF-', { 'x-amz-version-id': 'v7' });
  expect(await store.read('quarantine/k', 10)).toEqual({ bytes: new Uint8Array(Buffer.from('%PDF-')), version: 'v7' });
  const [{ url } = { url: new URL('https://none') }] = asked;
  const fault = (method: string) => linkFault(method, url.pathname, url.search.slice(1), { host: url.host }, NOW.getTime() + 1000);
  expect([fault('GET'), fault('PUT')]).toEqual([undefined, 'SignatureDoesNotMatch']);
});

it('does not read what is too large, and knows what is missing', async () => {
  expect(await answering(200, '', { 'content-length': '11' }).store.read('k', 10)).toBe('too-large');
  for (const status of [403, 404, 416]) expect(await answering(status).store.read('k', 10)).toBeUndefined();
  await expect(answering(503).store.read('k', 10)).rejects.toThrow('503');
});

it('writes and removes, or fails aloud', async () => {
  const { asked, store } = answering(204);
  await store.write('kept/k', Buffer.from('%PDF-'), 'application/pdf');
  await store.remove('kept/k');
  expect(asked.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual(['PUT /kept/k', 'DELETE /kept/k']);
  await expect(answering(500).store.write('k', Buffer.from('a'), 'text/plain')).rejects.toThrow('500');
});

it('reads the tags of one version', async () => {
  const body = '<Tagging><TagSet><Tag><Key>GuardDutyMalwareScanStatus</Key><Value>NO_THREATS_FOUND</Value></Tag></TagSet></Tagging>';
  const { asked, store } = answering(200, body);
  expect((await store.readTags('quarantine/k', 'v7')).get('GuardDutyMalwareScanStatus')).toBe('NO_THREATS_FOUND');
  expect([asked[0]?.url.searchParams.get('versionId'), asked[0]?.url.searchParams.has('tagging')]).toEqual(['v7', true]);
});
