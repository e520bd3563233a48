import type { FilePurpose, FileRef, KnownFile } from '@preau/shared/files/schema.ts';
import type { FileId, PersonId } from '@preau/shared/kernel/ids.ts';
import { refuse, type Refusal } from '@preau/shared/kernel/refusal.ts';
import type { HomeworkServices } from './services.ts';

interface Asked {
  readonly fileIds: readonly FileId[];
  readonly ownerId: PersonId;
  readonly purpose: FilePurpose;
  /** Files that were joined already, whoever sent them. */
  readonly kept: readonly { readonly fileId: FileId }[];
}

export const refOf = ({ fileId, name, mediaType, bytes }: KnownFile): FileRef => ({ fileId, name, mediaType, bytes });

/** The files that a person joins, in his order: each arrived, his own and not refused; its name is the one that was made safe. */
export const joinOwnFiles = async (
  { fileIds, ownerId, purpose, kept }: Asked,
  { files }: Pick<HomeworkServices, 'files'>,
): Promise<readonly KnownFile[] | Refusal<'homework.hand-in-file-missing'>> => {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return [];
  const known = await files.listFiles(wanted);
  const mayJoin = (file: KnownFile): boolean =>
    file.status !== 'refused' &&
    ((file.ownerId === ownerId && file.purpose === purpose) || kept.some(({ fileId }) => fileId === file.fileId));
  const joined = wanted.flatMap((fileId) => known.find((file) => file.fileId === fileId && mayJoin(file)) ?? []);
  return joined.length === wanted.length ? joined : refuse('homework.hand-in-file-missing');
};
