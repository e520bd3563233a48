import { directoryOperations } from '@preau/shared/directory/api.ts';
import type { Child } from '@preau/shared/directory/schema.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import type { ApiRefusal } from '@/lib/refusal.ts';
import { load } from '@/lib/session.ts';
import type { Visit } from '@/features/identity/shell/visitor.ts';

interface Family {
  /** Empty for a pupil, who looks at himself. */
  readonly pupils: readonly Child[];
  readonly pupilId: PersonId | undefined;
}

type Found = { readonly ok: true; readonly family: Family } | { readonly ok: false; readonly refusal: ApiRefusal };

/** Whom a family page is about: the pupil himself, or the child asked for, else the first one about whom the guardian is informed. */
export const findFamily = async (visit: Visit, asked: string | undefined): Promise<Found> => {
  if (visit.role === 'pupil') return { ok: true, family: { pupils: [], pupilId: visit.person.personId } };
  const home = await load(directoryOperations.readHome, {});
  if (!home.ok) return home;
  const pupils =
    home.output.role === 'guardian' ? home.output.children.map(({ child }) => child).filter((child) => child.rights.informed) : [];
  const wanted = PersonId.safeParse(asked);
  const chosen = pupils.find((child) => wanted.success && child.pupilId === wanted.data) ?? pupils[0];
  return { ok: true, family: { pupils, pupilId: chosen?.pupilId } };
};
