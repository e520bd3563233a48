import { isAeshOf, isInformedOf, isOfficeOf, serves, worksIn } from '../directory/relations.ts';
import type { Actor } from '../directory/schema.ts';
import type { ClassId, GroupId, PersonId, SchoolId } from '../kernel/ids.ts';

/** Whose day is read: one's own, a pupil's, a class's, or a colleague's in the schools where both work. */
export type DaySubject =
  | { readonly kind: 'own' }
  | {
      readonly kind: 'pupil';
      readonly pupilId: PersonId;
      readonly schoolId: SchoolId;
      readonly classId?: ClassId | undefined;
      readonly groupIds: readonly GroupId[];
    }
  | { readonly kind: 'class'; readonly classId: ClassId; readonly schoolId: SchoolId }
  | { readonly kind: 'teacher'; readonly teacherId: PersonId; readonly schoolIds: readonly SchoolId[] };

/** A pupil's day is read by himself, by guardians with the right to be informed, by his AESH and by the staff of his school; a class's or a teacher's day by the staff of their school. */
export const mayReadDay = (actor: Actor, subject: DaySubject): boolean => {
  if (subject.kind === 'own') return true;
  if (subject.kind === 'class') return worksIn(actor, subject.schoolId);
  if (subject.kind === 'teacher') return subject.schoolIds.some((schoolId) => worksIn(actor, schoolId));
  const { pupilId, schoolId } = subject;
  return actor.self?.pupilId === pupilId || isInformedOf(actor, pupilId) || isAeshOf(actor, pupilId) || worksIn(actor, schoolId);
};

/** Lessons are changed by the head and by the CPE of their school. */
export const mayChangeLesson = (actor: Actor, lesson: { readonly schoolId: SchoolId }): boolean =>
  serves(actor, lesson.schoolId, ['DIR', 'CPE']);

/** What was changed, and by whom, is read by the whole office. */
export const mayListChanges = (actor: Actor, subject: { readonly schoolId: SchoolId }): boolean => isOfficeOf(actor, subject.schoolId);
