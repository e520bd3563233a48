import { isAeshOf, isInformedOf, worksIn } from '../directory/relations.ts';
import type { Actor } from '../directory/schema.ts';
import type { ClassId, GroupId, PersonId, SchoolId } from '../kernel/ids.ts';

/** Whose day is read: one's own, a pupil's, or a class's. */
export type DaySubject =
  | { readonly kind: 'own' }
  | {
      readonly kind: 'pupil';
      readonly pupilId: PersonId;
      readonly schoolId: SchoolId;
      readonly classId?: ClassId | undefined;
      readonly groupIds: readonly GroupId[];
    }
  | { readonly kind: 'class'; readonly classId: ClassId; readonly schoolId: SchoolId };

/** A pupil's day is read by himself, by guardians with the right to be informed, by his AESH and by the staff of his school; a class's day by the staff of its school. */
export const mayReadDay = (actor: Actor, subject: DaySubject): boolean => {
  if (subject.kind === 'own') return true;
  if (subject.kind === 'class') return worksIn(actor, subject.schoolId);
  const { pupilId, schoolId } = subject;
  return actor.self?.pupilId === pupilId || isInformedOf(actor, pupilId) || isAeshOf(actor, pupilId) || worksIn(actor, schoolId);
};
