import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { findFamily } from '@/features/directory/family.ts';
import type { Visit } from '@/features/identity/shell/visit.ts';
import { today } from '@/lib/dates.ts';
import type { ApiRefusal } from '@/lib/refusal.ts';
import { load } from '@/lib/session.ts';

interface Followed {
  /** Empty for a pupil, who looks at himself. */
  readonly pupils: readonly {
    readonly pupilId: string;
    readonly firstName: string;
    readonly schoolName: string;
    readonly className?: string | undefined;
  }[];
  readonly pupilId: PersonId | undefined;
}

type Found = { readonly ok: true; readonly followed: Followed } | { readonly ok: false; readonly refusal: ApiRefusal };

/** Whose work the page is about: the pupil himself, one of the children, or a pupil whom the reader accompanies. */
export const findFollowed = async (visit: Visit, asked: string | undefined): Promise<Found> => {
  if (visit.role === 'pupil' || visit.role === 'guardian') {
    const found = await findFamily(visit, asked);
    return found.ok ? { ok: true, followed: found.family } : found;
  }
  const due = await load(homeworkOperations.listDue, { query: { from: today(), until: today() } });
  if (!due.ok) return due;
  const { pupils } = due.output;
  const wanted = PersonId.safeParse(asked).data;
  return { ok: true, followed: { pupils, pupilId: (pupils.find(({ pupilId }) => pupilId === wanted) ?? pupils[0])?.pupilId } };
};
