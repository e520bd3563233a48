import { bucketOf } from '../runtime/bucket.ts';
import type { Database } from '../runtime/database/database.ts';
import type { FileStore } from '../runtime/file-store.ts';
import type { ObjectStore } from '../runtime/object-store.ts';
import { s3FileStore } from '../runtime/s3-file-store.ts';
import { s3ObjectStore } from '../runtime/s3-object-store.ts';

const PDF = 'application/pdf';
const LINK_SECONDS = 60;
const HEAVIEST = 5_000_000;

/** Where the PDFs of sealed cards are kept, and what is made for one download. */
export interface Papers {
  readonly put: (key: string, pdf: Uint8Array) => Promise<void>;
  readonly read: (key: string) => Promise<Uint8Array | undefined>;
  /** A link of one minute, always as a download. */
  readonly link: (key: string, name: string) => Promise<string>;
  /** The same for what is made now and emptied within a day. */
  readonly linkOnce: (bytes: Uint8Array, name: string, mediaType: string) => Promise<string>;
}

/** Papers in the bucket of files: `cards/` stays, `quarantine/` is emptied after a day. */
export const papersIn = (files: FileStore, objects: ObjectStore, randomName: () => string): Papers => ({
  put: (key, pdf) => objects.write(key, pdf, PDF),
  read: async (key) => {
    const found = await objects.read(key, HEAVIEST);
    return typeof found === 'object' ? found.bytes : undefined;
  },
  link: (key, name) => files.signDownload({ key, name, mediaType: PDF, expiresInSeconds: LINK_SECONDS }),
  linkOnce: async (bytes, name, mediaType) => {
    const key = `quarantine/archives/${randomName()}`;
    await objects.write(key, bytes, mediaType);
    return files.signDownload({ key, name, mediaType, expiresInSeconds: LINK_SECONDS });
  },
});

/** The bucket that the environment names. */
export const papersFrom = (client: Database, randomName: () => string): Papers => {
  const bucket = bucketOf('BUCKET_FILES', client.config);
  return papersIn(s3FileStore(bucket), s3ObjectStore(bucket), randomName);
};
