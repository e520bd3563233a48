import { presignDelete, presignGet, presignPut } from './bucket-signature.ts';
import { MISSING, objectUrl, type Bucket } from './bucket.ts';
import type { ObjectStore } from './object-store.ts';

const LINK_SECONDS = 60;
/** 50 MB within the region take less than two seconds. */
const TIMEOUT_MS = 20_000;

const TAG = /<Tag>\s*<Key>(?<key>[^<]*)<\/Key>\s*<Value>(?<value>[^<]*)<\/Value>\s*<\/Tag>/g;

/** Whole objects in an S3 bucket, encrypted by the bucket's own default. */
export const s3ObjectStore = (bucket: Bucket): ObjectStore => {
  const ask = (url: string, init: RequestInit = {}): Promise<Response> =>
    bucket.fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });

  const get = async (key: string, query: Readonly<Record<string, string>>): Promise<Response | undefined> => {
    const response = await ask(await presignGet(await objectUrl(bucket, key), query, LINK_SECONDS, bucket.signing, bucket.now()));
    if (MISSING.includes(response.status)) {
      await response.body?.cancel();
      return undefined;
    }
    if (!response.ok) throw new Error(`The bucket answered ${response.status}`);
    return response;
  };

  return {
    async read(key, maxBytes) {
      const response = await get(key, {});
      if (response === undefined) return undefined;
      if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
        await response.body?.cancel();
        return 'too-large';
      }
      const bytes = new Uint8Array(await response.arrayBuffer());
      const version = response.headers.get('x-amz-version-id');
      return { bytes, ...(version === null ? {} : { version }) };
    },

    async write(key, bytes, mediaType) {
      const url = await presignPut(await objectUrl(bucket, key), {}, LINK_SECONDS, bucket.signing, bucket.now());
      const response = await ask(url, { method: 'PUT', body: Buffer.from(bytes), headers: { 'content-type': mediaType } });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`The bucket answered ${response.status}`);
    },

    async remove(key) {
      const url = await presignDelete(await objectUrl(bucket, key), {}, LINK_SECONDS, bucket.signing, bucket.now());
      const response = await ask(url, { method: 'DELETE' });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`The bucket answered ${response.status}`);
    },

    async readTags(key, version) {
      const response = await get(key, { tagging: '', ...(version === undefined ? {} : { versionId: version }) });
      const text = response === undefined ? '' : await response.text();
      return new Map([...text.matchAll(TAG)].map(({ groups }) => [groups?.['key'] ?? '', groups?.['value'] ?? '']));
    },
  };
};
