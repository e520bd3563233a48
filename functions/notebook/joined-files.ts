import type { FileRef } from '@preau/shared/files/schema.ts';
import type { FileId, PersonId } from '@preau/shared/kernel/ids.ts';
import { refuse, type Refusal } from '@preau/shared/kernel/refusal.ts';
import type { NotebookServices } from './services.ts';

/** The files named by a form: those that were already there stay, new ones are the author's own and were not refused. */
export const joinFiles = async (
  fileIds: readonly FileId[],
  there: readonly FileRef[],
  ownerId: PersonId,
  { files }: Pick<NotebookServices, 'files'>,
): Promise<FileRef[] | Refusal<'notebook.file-refused'>> => {
  const wanted = [...new Set(fileIds)];
  const kept = new Map(there.map((file) => [file.fileId, file]));
  const added = wanted.filter((fileId) => !kept.has(fileId));
  const known = added.length === 0 ? [] : await files.listFiles(added);
  const usable = known.filter((file) => file.ownerId === ownerId && file.purpose === 'resource' && file.status !== 'refused');
  if (usable.length !== added.length) return refuse('notebook.file-refused');
  for (const { fileId, name, mediaType, bytes } of usable) kept.set(fileId, { fileId, name, mediaType, bytes });
  return wanted.flatMap((fileId) => kept.get(fileId) ?? []);
};
