import type { Reader } from '@preau/shared/assessment/read-results.ts';
import { isInformedOf } from '@preau/shared/directory/relations.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';

/** By which instants somebody reads a pupil's marks: his own, those of guardians even for one who also works there, or none for staff. */
export const readerOf = (actor: Actor, pupilId: PersonId): Reader => {
  if (actor.self?.pupilId === pupilId) return 'pupils';
  return isInformedOf(actor, pupilId) ? 'guardians' : 'staff';
};
