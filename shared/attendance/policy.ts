import { childOf, isInformedOf, isOfficeOf, standsInFor, type TaughtLesson } from '../directory/relations.ts';
import type { Actor } from '../directory/schema.ts';
import type { PersonId, SchoolId } from '../kernel/ids.ts';

interface PupilOfSchool {
  readonly pupilId: PersonId;
  readonly schoolId: SchoolId;
}

/** True when the lesson is the actor's own, or that of the teacher for whom he stands in today; a colleague of the same class does not call its roll. */
export const teaches = (actor: Actor, lesson: TaughtLesson): boolean =>
  actor.kind === 'staff' && (lesson.teachers.some((teacher) => teacher.personId === actor.personId) || standsInFor(actor, lesson));

/** A register is read and taken by the teachers of the lesson and by the office of its school; when it may be taken is the window's question. */
export const mayCallRoll = (actor: Actor, lesson: TaughtLesson): boolean => teaches(actor, lesson) || isOfficeOf(actor, lesson.schoolId);

/** The office of a school follows its registers, enters absences and decides. */
export const mayRunOffice = (actor: Actor, subject: { readonly schoolId: SchoolId }): boolean => isOfficeOf(actor, subject.schoolId);

/** A pupil's absences are read by the guardians with the right to be informed, by the pupil himself and by the office; by nobody else. */
export const mayReadAbsences = (actor: Actor, pupil: PupilOfSchool): boolean =>
  isInformedOf(actor, pupil.pupilId) || actor.self?.pupilId === pupil.pupilId || isOfficeOf(actor, pupil.schoolId);

/** An absence is justified by a guardian who is informed and decides, or by the adult pupil himself. @see Code civil, art. 371-1 */
export const mayJustify = (actor: Actor, pupil: PupilOfSchool): boolean => {
  const rights = childOf(actor, pupil.pupilId)?.rights;
  if (rights !== undefined) return rights.informed && rights.decides;
  return actor.self?.pupilId === pupil.pupilId && actor.self.rights.decides;
};

/** A day to deal with is still shown to whoever has the right to be informed today, and to an adult pupil, whatever held when it was listed. */
export const stillConcerns = (actor: Actor, day: { readonly pupilId: PersonId }): boolean =>
  isInformedOf(actor, day.pupilId) || (actor.self?.pupilId === day.pupilId && actor.self.rights.decides);
