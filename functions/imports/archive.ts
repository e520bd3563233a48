import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { open as openZipFile, type Entry, type ZipFile } from 'yauzl';
import { DeliveryRefused } from './faults.ts';

export interface Member {
  readonly name: string;
  readonly bytes: AsyncIterable<Buffer>;
}

export interface ArchiveLimits {
  readonly members: number;
  /** Bytes once decompressed, all members together. */
  readonly bytes: number;
  /** Decompressed over compressed, judged beyond `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const GIGABYTE = 1024 ** 3;
const ARCHIVE_LIMITS: ArchiveLimits = { members: 2000, bytes: 8 * GIGABYTE, ratio: 200, ratioFrom: 64 * 1024 ** 2 };

const refused = (code: DeliveryRefused['fault']['code'], details?: Readonly<Record<string, string>>): DeliveryRefused =>
  new DeliveryRefused({ code, file: '', ...(details === undefined ? {} : { details }) });

/** Members are never written to disk, but a name that climbs out says that the archive means harm. */
const checkName = (name: string): void => {
  if (/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\p{Cc}|\\/u.test(name))
    throw refused('archive-path', { name: name.replaceAll(/\p{Cc}/gu, '?').slice(0, 80) });
};

/** Counts what really comes out, whatever the archive declares. */
const guarded = (compressedBytes: number, limits: ArchiveLimits) => {
  let total = 0;
  let members = 0;
  return {
    countMember: (): void => {
      members += 1;
      if (members > limits.members) throw refused('archive-members', { limit: String(limits.members) });
    },
    count: (bytes: number): void => {
      total += bytes;
      if (total > limits.bytes) throw refused('archive-bomb', { limit: `${Math.round(limits.bytes / GIGABYTE)} Go` });
      if (total > limits.ratioFrom && total > compressedBytes * limits.ratio)
        throw refused('archive-bomb', { limit: `${limits.ratio} fois sa taille` });
    },
  };
};
type Guard = ReturnType<typeof guarded>;

async function* counted(stream: AsyncIterable<Buffer>, guard: Guard): AsyncGenerator<Buffer> {
  for await (const chunk of stream) {
    guard.count(chunk.length);
    yield chunk;
  }
}

async function* buffers(entry: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  for await (const chunk of entry) if (Buffer.isBuffer(chunk)) yield chunk;
}

const isRegular = (name: string): boolean =>
  !name.endsWith('/') && !name.split('/').some((part) => part === '__MACOSX' || part.startsWith('._'));

const openZip = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    openZipFile(path, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(error);
    });
  });

const nextEntry = (zip: ZipFile): Promise<Entry | undefined> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
      act();
    };
    zip.once('entry', (entry: Entry) => settle(() => resolve(entry)));
    zip.once('end', () => settle(() => resolve(undefined)));
    zip.once('error', (error: unknown) => settle(() => reject(error)));
    zip.readEntry();
  });

const readStream = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) reject(error);
      else resolve(stream);
    });
  });

async function* zipMembers(path: string, guard: Guard): AsyncGenerator<Member> {
  const zip = await openZip(path);
  try {
    for (let entry = await nextEntry(zip); entry !== undefined; entry = await nextEntry(zip)) {
      checkName(entry.fileName);
      guard.countMember();
      if (isRegular(entry.fileName)) yield { name: entry.fileName, bytes: counted(await readStream(zip, entry), guard) };
    }
  } finally {
    zip.close();
  }
}

async function* tarMembers(path: string, guard: Guard): AsyncGenerator<Member> {
  const tar = extract();
  const source = createReadStream(path);
  const unzipped = source.pipe(createGunzip());
  // Counted before the tar is cut into members: headers and padding decompress too.
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        guard.count(chunk.length);
        done(null, chunk);
      } catch (error) {
        done(error instanceof Error ? error : new Error('count'));
      }
    },
  });
  for (const stage of [source, unzipped, meter]) stage.once('error', (error: Error) => tar.destroy(error));
  unzipped.pipe(meter).pipe(tar);
  try {
    for await (const entry of tar) {
      checkName(entry.header.name);
      guard.countMember();
      if (entry.header.type === 'symlink' || entry.header.type === 'link') throw refused('archive-path', { name: entry.header.name });
      if (entry.header.type === 'file' && isRegular(entry.header.name)) yield { name: entry.header.name, bytes: buffers(entry) };
      entry.resume();
    }
  } finally {
    source.destroy();
    unzipped.destroy();
  }
}

const kindOf = async (path: string): Promise<'zip' | 'tgz' | undefined> => {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    if (buffer[0] === 0x50 && buffer[1] === 0x4b) return 'zip';
    return buffer[0] === 0x1f && buffer[1] === 0x8b ? 'tgz' : undefined;
  } finally {
    await file.close();
  }
};

const isPathError = (error: Error): boolean => /relative path|absolute path|invalid characters in fileName/i.test(error.message);

const asRefusal = (error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof DeliveryRefused) return error;
  return isPathError(error)
    ? refused('archive-path', { name: error.message.split(': ').at(-1)?.slice(0, 80) ?? '' })
    : refused('archive-broken');
};

async function* refusing(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (error) {
    throw asRefusal(error);
  }
}

/** The members of a delivery, one after the other, streamed from a file on disk; anything that looks like an attack refuses the whole. */
export async function* openArchive(path: string, limits: ArchiveLimits = ARCHIVE_LIMITS): AsyncGenerator<Member> {
  const kind = await kindOf(path);
  if (kind === undefined) throw refused('archive-unknown');
  const guard = guarded((await stat(path)).size, limits);
  const members = kind === 'zip' ? zipMembers(path, guard) : tarMembers(path, guard);
  for (;;) {
    const next = await members.next().catch((error: unknown) => {
      throw asRefusal(error);
    });
    if (next.done === true) return;
    yield { name: next.value.name, bytes: refusing(next.value.bytes) };
  }
}
