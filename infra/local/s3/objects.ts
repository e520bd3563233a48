import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, renameSync, rmSync, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { parseJson, textMap } from '../json.ts';

export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  readonly modified: string;
  readonly contentType: string;
  /** `x-amz-meta-*`, `content-disposition`, `cache-control`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly file: string;
}

/** Thrown by `put` when the content passes the limit: nothing is stored. */
export class TooLarge extends Error {}
export class TooSmall extends Error {}

export interface Objects {
  readonly hasBucket: (name: string) => boolean;
  readonly buckets: () => readonly string[];
  readonly put: (
    object: Pick<StoredObject, 'bucket' | 'key' | 'contentType' | 'headers'>,
    content: AsyncIterable<Buffer>,
    limits?: { readonly minBytes: number; readonly maxBytes: number },
  ) => Promise<StoredObject>;
  readonly find: (bucket: string, key: string) => StoredObject | undefined;
  readonly list: (bucket: string, prefix: string, after: string, max: number) => readonly StoredObject[];
  readonly remove: (bucket: string, key: string) => void;
  readonly read: (object: StoredObject, start: number, end: number) => ReadStream;
}

/** Buckets whose objects are files; an object exists once its file is complete and its row written, in that order. */
export const openObjects = (database: DatabaseSync, folder: string, bucketNames: readonly string[]): Objects => {
  mkdirSync(join(folder, 'objects'), { recursive: true });
  mkdirSync(join(folder, 'incoming'), { recursive: true });
  database.exec(
    `CREATE TABLE IF NOT EXISTS objects (bucket TEXT, key TEXT, size INTEGER, etag TEXT, modified TEXT, type TEXT, headers TEXT, file TEXT, PRIMARY KEY (bucket, key))`,
  );
  const names = new Set(bucketNames);
  const upsert = database.prepare(
    'INSERT OR REPLACE INTO objects (bucket, key, size, etag, modified, type, headers, file) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?');
  const page = database.prepare('SELECT * FROM objects WHERE bucket = ? AND key > ? AND substr(key, 1, ?) = ? ORDER BY key LIMIT ?');
  const removal = database.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?');

  const read = (row: Record<string, unknown>): StoredObject => ({
    bucket: String(row['bucket']),
    key: String(row['key']),
    size: Number(row['size']),
    etag: String(row['etag']),
    modified: String(row['modified']),
    contentType: String(row['type']),
    headers: textMap(parseJson(String(row['headers']))),
    file: String(row['file']),
  });

  const find: Objects['find'] = (bucket, key) => {
    const row = select.get(bucket, key);
    return row === undefined ? undefined : read(row);
  };

  const receive = async (path: string, content: AsyncIterable<Buffer>, maxBytes: number): Promise<{ size: number; etag: string }> => {
    const hash = createHash('md5');
    let size = 0;
    const handle = await open(path, 'w');
    try {
      for await (const piece of content) {
        size += piece.length;
        if (size > maxBytes) throw new TooLarge();
        hash.update(piece);
        await handle.write(piece);
      }
    } finally {
      await handle.close();
    }
    return { size, etag: `"${hash.digest('hex')}"` };
  };

  return {
    hasBucket: (name) => names.has(name),
    buckets: () => [...names],
    put: async (object, content, limits = { minBytes: 0, maxBytes: Number.POSITIVE_INFINITY }) => {
      const file = randomUUID();
      const incoming = join(folder, 'incoming', file);
      try {
        const { size, etag } = await receive(incoming, content, limits.maxBytes);
        if (size < limits.minBytes) throw new TooSmall();
        const previous = find(object.bucket, object.key);
        const modified = new Date().toISOString();
        renameSync(incoming, join(folder, 'objects', file));
        upsert.run(object.bucket, object.key, size, etag, modified, object.contentType, JSON.stringify(object.headers), file);
        if (previous !== undefined) rmSync(join(folder, 'objects', previous.file), { force: true });
        return { ...object, size, etag, modified, file };
      } catch (error) {
        rmSync(incoming, { force: true });
        throw error;
      }
    },
    find,
    list: (bucket, prefix, after, max) => page.all(bucket, after, prefix.length, prefix, max).map(read),
    remove: (bucket, key) => {
      const object = find(bucket, key);
      removal.run(bucket, key);
      if (object !== undefined) rmSync(join(folder, 'objects', object.file), { force: true });
    },
    read: (object, start, end) => createReadStream(join(folder, 'objects', object.file), { start, end }),
  };
};
