import { randomUUID } from 'node:crypto';
import { DOWNLOAD_SECONDS } from '@preau/shared/files/limits.ts';
import { familyOf } from '@preau/shared/files/media-types.ts';
import { keptName } from '@preau/shared/files/names.ts';
import type { KnownFile } from '@preau/shared/files/schema.ts';
import type { FileId } from '@preau/shared/kernel/ids.ts';
import { bucketOf } from '../runtime/bucket.ts';
import { openDatabase, type Database } from '../runtime/database/database.ts';
import { tableName } from '../runtime/environment.ts';
import type { FileStore } from '../runtime/file-store.ts';
import type { ObjectStore } from '../runtime/object-store.ts';
import { s3FileStore } from '../runtime/s3-file-store.ts';
import { s3ObjectStore } from '../runtime/s3-object-store.ts';
import { packArchive, type ArchiveEntry } from './archive.ts';
import { archiveKey, keptKey } from './keys.ts';
import { filesStore, type FilesStore } from './store.ts';

export type FilesReads = ReturnType<typeof filesReads>;

/** Shown as what it is by no browser: a text could pass for a page. */
const INERT = 'application/octet-stream';
const ZIP = 'application/zip';

/** The door of files: what others may know of a file, and the way to its bytes once their own policy said yes. */
export const filesReads = (store: FilesStore, files: FileStore, objects: ObjectStore, randomName: () => string) => ({
  /** Files that have arrived, judged or not, in one request; those that have not, or were withdrawn, are not listed. */
  listFiles: async (fileIds: readonly FileId[]): Promise<readonly KnownFile[]> =>
    (await store.listUploads(fileIds)).flatMap(({ fileId, ownerId, purpose, status, name, mediaType, bytes, sha256 }) =>
      mediaType === undefined || bytes === undefined || sha256 === undefined
        ? []
        : [{ fileId, ownerId, purpose, status, name: keptName(name, mediaType), mediaType, bytes, sha256 }],
    ),

  /** A link of one minute to the bytes of an accepted file, always as a download; undefined when it is not, or no longer, to be served. */
  downloadLink: async (fileId: FileId, name: string): Promise<string | undefined> => {
    const upload = await store.findUpload(fileId);
    if (upload?.status !== 'clean' || upload.mediaType === undefined) return undefined;
    return files.signDownload({
      key: keptKey(upload.storageKey),
      name: keptName(name, upload.mediaType),
      mediaType: familyOf(upload.mediaType) === 'text' ? INERT : upload.mediaType,
      expiresInSeconds: DOWNLOAD_SECONDS,
    });
  },

  /** One archive of accepted files and texts, as a download of one minute; `too-large` when files had better be fetched one by one. It also needs the capability `upload-files`. */
  archiveLink: async (
    entries: readonly ArchiveEntry[],
    name: string,
  ): Promise<{ readonly location: string; readonly left: number } | 'too-large'> => {
    const archive = await packArchive(entries, store, objects);
    if (archive === 'too-large') return archive;
    const key = archiveKey(randomName());
    await objects.write(key, archive.bytes, ZIP);
    return { location: await files.signDownload({ key, name, mediaType: ZIP, expiresInSeconds: DOWNLOAD_SECONDS }), left: archive.left };
  },
});

/** The door as a function of any domain opens it: it needs the table of files and the capability `read-files`. */
export const filesDoor = (client: Database = openDatabase()): FilesReads => {
  const bucket = bucketOf('BUCKET_FILES', client.config);
  return filesReads(filesStore(tableName('files'), client), s3FileStore(bucket), s3ObjectStore(bucket), () =>
    randomUUID().replaceAll('-', ''),
  );
};
