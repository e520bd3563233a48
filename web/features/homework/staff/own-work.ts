import { homeworkOperations } from '@preau/shared/homework/api.ts';
import type { HomeworkContent } from '@preau/shared/homework/schema.ts';
import type { GivenRow } from '@preau/shared/homework/views.ts';
import { HomeworkId } from '@preau/shared/kernel/ids.ts';
import { notFoundRefusal, type ApiRefusal } from '@/lib/refusal.ts';
import { load } from '@/lib/session.ts';

type OwnWork =
  | { readonly ok: true; readonly row: GivenRow; readonly content: HomeworkContent }
  | { readonly ok: false; readonly refusal: ApiRefusal };

/** A piece of work with all that it says, for a page that changes or copies it: only for whoever may. */
export const findOwnWork = async (homeworkId: string): Promise<OwnWork> => {
  const id = HomeworkId.safeParse(homeworkId);
  if (!id.success) return { ok: false, refusal: notFoundRefusal };
  const answer = await load(homeworkOperations.readWork, { path: { homeworkId: id.data } });
  if (!answer.ok) return answer;
  const { output } = answer;
  if (output.as !== 'staff' || !output.row.mine || output.row.content.kind !== 'whole') return { ok: false, refusal: notFoundRefusal };
  const { body, links, files } = output.row.content;
  return { ok: true, row: output.row, content: { body, links, files } };
};
