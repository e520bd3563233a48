import { DOWNLOAD_SECONDS } from '@preau/shared/files/limits.ts';
import { familyOf } from '@preau/shared/files/media-types.ts';
import { keptName } from '@preau/shared/files/names.ts';
import type { KnownFile } from '@preau/shared/files/schema.ts';
import type { FileId } from '@preau/shared/kernel/ids.ts';
import { openDatabase, type Database } from '../runtime/database/database.ts';
import { tableName } from '../runtime/environment.ts';
import type { FileStore } from '../runtime/file-store.ts';
import { bucketFileStore } from '../runtime/s3-file-store.ts';
import { keptKey } from './keys.ts';
import { filesStore, type FilesStore } from './store.ts';

export type FilesReads = ReturnType<typeof filesReads>;

/** Shown as what it is by no browser: a text could pass for a page. */
const INERT = 'application/octet-stream';

/** The door of files: what others may know of a file, and the way to its bytes once their own policy said yes. */
export const filesReads = (store: FilesStore, files: FileStore) => ({
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
});

/** The door as a function of any domain opens it: it needs the table of files and the capability `read-files`. */
export const filesDoor = (client: Database = openDatabase()): FilesReads =>
  filesReads(filesStore(tableName('files'), client), bucketFileStore('BUCKET_FILES', client.config));
