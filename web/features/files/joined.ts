import { filesOperations } from '@preau/shared/files/api.ts';
import { FileId } from '@preau/shared/kernel/ids.ts';
import { allOf, type Search } from '@/lib/search.ts';
import { ask } from '@/lib/session.ts';
import type { JoinedFile } from './state.ts';

/** The files that a page without a script brings back in its address, as their owner sees them. */
export const joinedFrom = async (search: Awaited<Search>, most: number): Promise<readonly JoinedFile[]> => {
  const ids = [...new Set(allOf(search['fichier']).flatMap((text) => FileId.safeParse(text).data ?? []))].slice(0, most);
  const answers = await Promise.all(ids.map((fileId) => ask(filesOperations.readUpload, { path: { fileId } })));
  return answers.flatMap((answer) => {
    if (!answer.ok || !answer.output.arrived) return [];
    const { fileId, name, status, explanation } = answer.output;
    return [{ fileId, name: name ?? 'document', status, ...(explanation === undefined ? {} : { explanation }) }];
  });
};
