import { shownOf } from '@preau/shared/homework/content.ts';
import type { Homework, HomeworkContent } from '@preau/shared/homework/schema.ts';
import type { HomeworkId } from '@preau/shared/kernel/ids.ts';
import type { HomeworkStore } from './store.ts';

/** The content as its row shows it; the whole of a long one is written first, beside it. */
export const writeContent = async (
  store: Pick<HomeworkStore, 'putText'>,
  homeworkId: HomeworkId,
  revision: number,
  content: HomeworkContent,
): Promise<Pick<Homework, 'content' | 'textRevision'>> => {
  const shown = shownOf(content);
  if (shown.kind === 'whole') return { content: shown };
  await store.putText(homeworkId, revision, content);
  return { content: shown, textRevision: revision };
};

/** All that a piece of work says, however long. */
export const readContent = async (
  store: Pick<HomeworkStore, 'findText'>,
  { homeworkId, content, textRevision }: Homework,
): Promise<HomeworkContent> => {
  if (content.kind === 'whole') return { body: content.body, links: content.links, files: content.files };
  const text = textRevision === undefined ? undefined : await store.findText(homeworkId, textRevision);
  if (text === undefined) throw new Error(`The text of ${homeworkId} is missing`);
  return text;
};
