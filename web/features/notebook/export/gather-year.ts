import type { PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import type { ApiRefusal } from '@/lib/refusal.ts';
import { ask } from '@/lib/session.ts';

type Page = OutputOf<typeof notebookOperations.exportYear>;
export type YearOfNotebook = Omit<Page, 'next'>;

interface Asked {
  readonly year: number;
  readonly teacherId?: PersonId | undefined;
  readonly schoolId?: SchoolId | undefined;
}

/** A whole year, page after page. */
export const gatherYear = async ({
  year,
  teacherId,
  schoolId,
}: Asked): Promise<{ readonly ok: true; readonly gathered: YearOfNotebook } | { readonly ok: false; readonly refusal: ApiRefusal }> => {
  const whose = { ...(teacherId === undefined ? {} : { teacherId }), ...(schoolId === undefined ? {} : { schoolId }) };
  const pages: Page[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const answer = await ask(notebookOperations.exportYear, {
      path: { year: String(year) },
      query: { ...whose, ...(after === undefined ? {} : { after }) },
    });
    if (!answer.ok) return { ok: false, refusal: answer.refusal };
    pages.push(answer.output);
    after = answer.output.next;
  }
  return {
    ok: true,
    gathered: {
      records: pages.flatMap(({ records }) => records),
      notes: pages.flatMap(({ notes }) => notes),
      sequences: pages.flatMap(({ sequences }) => sequences),
    },
  };
};
