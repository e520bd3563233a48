import { MAX_BYTES } from '@preau/shared/files/limits.ts';
import { keptName } from '@preau/shared/files/names.ts';
import type { FileId } from '@preau/shared/kernel/ids.ts';
import type { ObjectStore } from '../runtime/object-store.ts';
import { keptKey } from './keys.ts';
import type { FilesStore } from './store.ts';
import { writeZip, type ZipContent } from '../runtime/write-zip.ts';

/** What goes into an archive: a file of ours, or a text. */
export type ArchiveEntry = { readonly name: string; readonly fileId: FileId } | { readonly name: string; readonly text: string };

/** Beyond, a function's memory would not hold it: files are then downloaded one by one. */
const HEAVIEST = 100_000_000;
const AT_ONCE = 6;

export interface Archive {
  readonly bytes: Uint8Array;
  /** Files that were left out: not judged yet, refused or withdrawn. */
  readonly left: number;
}

/** Files and texts in one archive, in their order; `too-large` before anything is read. */
export const packArchive = async (
  entries: readonly ArchiveEntry[],
  store: Pick<FilesStore, 'listUploads'>,
  objects: Pick<ObjectStore, 'read'>,
): Promise<Archive | 'too-large'> => {
  const uploads = await store.listUploads(entries.flatMap((entry) => ('fileId' in entry ? [entry.fileId] : [])));
  const ready = new Map(uploads.filter(({ status }) => status === 'clean').map((upload) => [upload.fileId, upload]));
  if ([...ready.values()].reduce((sum, { bytes = 0 }) => sum + bytes, 0) > HEAVIEST) return 'too-large';

  const contentOf = async (entry: ArchiveEntry): Promise<ZipContent | undefined> => {
    if ('text' in entry) return { name: entry.name, bytes: Buffer.from(entry.text) };
    const upload = ready.get(entry.fileId);
    if (upload?.mediaType === undefined) return undefined;
    const object = await objects.read(keptKey(upload.storageKey), MAX_BYTES.resource);
    return typeof object === 'object' ? { name: keptName(entry.name, upload.mediaType), bytes: object.bytes } : undefined;
  };

  const contents: (ZipContent | undefined)[] = [];
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    contents.push(...(await Promise.all(entries.slice(at, at + AT_ONCE).map(contentOf))));
  }
  const packed = contents.filter((content) => content !== undefined);
  return { bytes: writeZip(packed), left: entries.length - packed.length };
};
