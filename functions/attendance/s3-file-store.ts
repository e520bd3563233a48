import { presignGet, signForm, type AwsCredentials, type Signing } from './aws-signature.ts';
import type { FileStore, StoredFile } from './file-store.ts';

/**
 * The bucket, reached by signed requests alone: the S3 client would add 220 KB to a function that only signs.
 */
interface Bucket {
  readonly name: string;
  readonly region: () => Promise<string>;
  /** Absent on AWS; elsewhere the bucket is the first part of the path. */
  readonly endpoint?: string | undefined;
  readonly credentials: () => Promise<AwsCredentials>;
  readonly now: () => Date;
  readonly fetch: typeof fetch;
}

/** Enough to tell a PDF, a JPEG, a PNG and a HEIC from anything else. */
const HEAD_BYTES = 16;
const INSPECT_SECONDS = 60;
const TIMEOUT_MS = 3000;

const urlOf = (bucket: Bucket, region: string, key: string): URL =>
  bucket.endpoint === undefined
    ? new URL(`https://${bucket.name}.s3.${region}.amazonaws.com/${key}`)
    : new URL(`${bucket.endpoint.replace(/\/$/, '')}/${bucket.name}/${key}`);

const signingOf = async (bucket: Bucket): Promise<Signing> => ({
  credentials: await bucket.credentials(),
  region: await bucket.region(),
  at: bucket.now(),
});

const asAttachment = (name: string): string => {
  const plain = name.replaceAll(/[^A-Za-z0-9 ._-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)}`;
};

/** Nothing there: without the right to list, S3 says 403 of a missing object; 416 is an empty one. */
const MISSING = [403, 404, 416];

const readHead = async (response: Response): Promise<StoredFile> => {
  const head = new Uint8Array(await response.arrayBuffer());
  const total = /\/(?<total>\d+)$/.exec(response.headers.get('content-range') ?? '')?.groups?.['total'];
  return { head: head.subarray(0, HEAD_BYTES), bytes: total === undefined ? head.byteLength : Number(total) };
};

/** Joined files in an S3 bucket, encrypted by the bucket's own default. */
export const s3FileStore = (bucket: Bucket): FileStore => ({
  async signUpload({ key, maxBytes, mediaType, redirectTo, expiresInSeconds }) {
    const signing = await signingOf(bucket);
    const fields = { key, success_action_redirect: redirectTo, ...(mediaType === undefined ? {} : { 'Content-Type': mediaType }) };
    const signed = signForm(bucket.name, fields, [['content-length-range', 1, maxBytes]], expiresInSeconds, signing);
    return { url: urlOf(bucket, signing.region, '').href, fields: signed };
  },

  async inspect(key) {
    const signing = await signingOf(bucket);
    const url = presignGet(urlOf(bucket, signing.region, key), {}, INSPECT_SECONDS, signing);
    const response = await bucket.fetch(url, { headers: { range: `bytes=0-${HEAD_BYTES - 1}` }, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (MISSING.includes(response.status)) return undefined;
    if (!response.ok) throw new Error(`The bucket answered ${response.status}`);
    return readHead(response);
  },

  async signDownload({ key, name, mediaType, expiresInSeconds }) {
    const signing = await signingOf(bucket);
    const answer = { 'response-content-disposition': asAttachment(name), 'response-content-type': mediaType };
    return presignGet(urlOf(bucket, signing.region, key), answer, expiresInSeconds, signing);
  },
});
