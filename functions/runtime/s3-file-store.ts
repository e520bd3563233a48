import { presignGet, signForm, type SigningConfig } from './bucket-signature.ts';
import { bucketOf, MISSING, objectUrl, type Bucket } from './bucket.ts';
import type { FileStore, StoredFile } from './file-store.ts';

/** Enough to tell a PDF, a JPEG, a PNG and a HEIC from anything else. */
const HEAD_BYTES = 16;
const INSPECT_SECONDS = 60;
const TIMEOUT_MS = 3000;

const asAttachment = (name: string): string => {
  const plain = name.replaceAll(/[^A-Za-z0-9 ._-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)}`;
};

const readHead = async (response: Response): Promise<StoredFile> => {
  const head = new Uint8Array(await response.arrayBuffer());
  const total = /\/(?<total>\d+)$/.exec(response.headers.get('content-range') ?? '')?.groups?.['total'];
  return { head: head.subarray(0, HEAD_BYTES), bytes: total === undefined ? head.byteLength : Number(total) };
};

/** Files in an S3 bucket, encrypted by the bucket's own default. */
export const s3FileStore = (bucket: Bucket): FileStore => ({
  async signUpload({ key, maxBytes, mediaType, redirectTo, expiresInSeconds }) {
    const fields = {
      key,
      ...(redirectTo === undefined ? {} : { success_action_redirect: redirectTo }),
      ...(mediaType === undefined ? {} : { 'Content-Type': mediaType }),
    };
    const limits = [['content-length-range', 1, maxBytes]] as const;
    const signed = await signForm(bucket.name, fields, limits, expiresInSeconds, bucket.signing, bucket.now());
    return { url: (await objectUrl(bucket, '')).href, fields: signed };
  },

  async inspect(key) {
    const url = await presignGet(await objectUrl(bucket, key), {}, INSPECT_SECONDS, bucket.signing, bucket.now());
    const response = await bucket.fetch(url, { headers: { range: `bytes=0-${HEAD_BYTES - 1}` }, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (MISSING.includes(response.status)) return undefined;
    if (!response.ok) throw new Error(`The bucket answered ${response.status}`);
    return readHead(response);
  },

  async signDownload({ key, name, mediaType, expiresInSeconds }) {
    const answer = { 'response-content-disposition': asAttachment(name), 'response-content-type': mediaType };
    return presignGet(await objectUrl(bucket, key), answer, expiresInSeconds, bucket.signing, bucket.now());
  },
});

/** The bucket that a variable of this function names, for what browsers send and fetch. */
export const bucketFileStore = (bucketVariable: string, signing: SigningConfig): FileStore =>
  s3FileStore(bucketOf(bucketVariable, signing));
