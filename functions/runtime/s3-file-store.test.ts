import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { describe, expect, it } from 'vitest';
import { isSignedPolicy, linkFault } from '../../infra/local/s3/signature.ts';
import { presignGet, signForm } from './bucket-signature.ts';
import { s3FileStore } from './s3-file-store.ts';

const NOW = new Date('2026-11-23T07:05:00.000Z');
const { config: signing } = new S3Client({
  region: 'eu-west-3',
  credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'local', sessionToken: 'token' },
});
const answering = (status: number, body: string, headers: Record<string, string> = {}) => {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const fetcher: typeof fetch = async (url, init) => {
    asked.push({ url: url instanceof Request ? url.url : String(url), init });
    return new Response(body, { status, headers });
  };
  return { asked, fetcher };
};
const bucketWith = (fetcher: typeof fetch, endpoint?: string) =>
  s3FileStore({
    name: 'files',
    endpoint,
    signing,
    now: () => NOW,
    fetch: fetcher,
  });

describe('signatures', () => {
  it('of a download open the object, until they expire, and no other', async () => {
    const url = new URL(await presignGet(new URL('https://files.s3.eu-west-3.amazonaws.com/a/b'), { name: 'reçu (1)' }, 60, signing, NOW));
    const fault = (path: string, later: number) =>
      linkFault('GET', path, url.search.slice(1), { host: url.host }, NOW.getTime() + later * 1000);
    expect(fault('/a/b', 59)).toBeUndefined();
    expect(fault('/a/b', 61)).toBe('AccessDenied');
    expect(fault('/a/c', 1)).toBe('SignatureDoesNotMatch');
  });

  it('of a form are those of the AWS library', async () => {
    const client = new S3Client({ region: 'eu-west-3', credentials: signing.credentials });
    const before = Date.now();
    const official = await createPresignedPost(client, {
      Bucket: 'files',
      Key: 'justifications/one',
      Expires: 900,
      Fields: { success_action_redirect: 'https://preau.test/absences' },
      Conditions: [['content-length-range', 1, 100]],
    });
    const stamp = official.fields['X-Amz-Date'] ?? '';
    const at = new Date(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z'));
    expect(Math.abs(at.getTime() - before)).toBeLessThan(60_000);
    const ours = await signForm(
      'files',
      { key: 'justifications/one', success_action_redirect: 'https://preau.test/absences' },
      [['content-length-range', 1, 100]],
      900,
      signing,
      at,
    );
    const read = (policy: string | undefined) =>
      JSON.parse(Buffer.from(policy ?? '', 'base64').toString('utf8')) as { conditions: unknown[] };
    const { bucket: _bucket, Policy: theirPolicy, 'X-Amz-Signature': _signature, ...theirFields } = official.fields;
    const { Policy: ourPolicy, 'X-Amz-Signature': signature = '', ...ourFields } = ours;
    expect(ourFields).toEqual(theirFields);
    expect(read(ourPolicy).conditions).toEqual(expect.arrayContaining(read(theirPolicy).conditions));
    expect(isSignedPolicy(ourPolicy ?? '', ourFields['X-Amz-Credential'] ?? '', signature)).toBe(true);
  });
});

describe('the bucket', () => {
  it('lets a browser post one file of limited size under one name, then come back', async () => {
    const { url, fields } = await bucketWith(answering(200, '').fetcher).signUpload({
      key: 'justifications/a/b',
      maxBytes: 10,
      redirectTo: 'https://preau.test/x',
      expiresInSeconds: 900,
    });
    expect(url).toBe('https://files.s3.eu-west-3.amazonaws.com/');
    const policy = JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString('utf8')) as {
      expiration: string;
      conditions: unknown[];
    };
    expect(policy.expiration).toBe('2026-11-23T07:20:00.000Z');
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        { bucket: 'files' },
        { key: 'justifications/a/b' },
        { success_action_redirect: 'https://preau.test/x' },
        ['content-length-range', 1, 10],
      ]),
    );
  });

  it('is the first part of the path on a laptop', async () => {
    const { url } = await bucketWith(answering(200, '').fetcher, 'http://127.0.0.1:4566/').signUpload({
      key: 'k',
      maxBytes: 10,
      redirectTo: 'https://preau.test/',
      expiresInSeconds: 1,
    });
    expect(url).toBe('http://127.0.0.1:4566/files/');
  });

  it('tells the size and the first bytes of what has arrived', async () => {
    const { asked, fetcher } = answering(206, '%PDF-1.7 aaaaaaa', { 'content-range': 'bytes 0-15/9000' });
    const file = await bucketWith(fetcher).inspect('k');
    expect(file?.bytes).toBe(9000);
    expect(new TextDecoder().decode(file?.head)).toBe('%PDF-1.7 aaaaaaa');
    expect(new Headers(asked[0]?.init?.headers).get('range')).toBe('bytes=0-15');
  });

  it.each([403, 404, 416])('knows of no file when the answer is %i', async (status) => {
    expect(await bucketWith(answering(status, '').fetcher).inspect('k')).toBeUndefined();
  });

  it.each([500, 503, 400])('fails, rather than lose a file, when the answer is %i', async (status) => {
    await expect(bucketWith(answering(status, '').fetcher).inspect('k')).rejects.toThrow(String(status));
  });

  it('sends files as downloads of a safe type, whatever their name', async () => {
    const url = new URL(
      await bucketWith(answering(200, '').fetcher).signDownload({
        key: 'a/b',
        name: 'reçu "1"\r\n.pdf',
        mediaType: 'application/pdf',
        expiresInSeconds: 60,
      }),
    );
    const disposition = url.searchParams.get('response-content-disposition');
    expect(disposition).toBe(`attachment; filename="re_u _1___.pdf"; filename*=UTF-8''re%C3%A7u%20%221%22%0D%0A.pdf`);
    expect([url.searchParams.get('response-content-type'), url.searchParams.get('X-Amz-Expires')]).toEqual(['application/pdf', '60']);
  });
});
