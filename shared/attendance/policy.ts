import type { Actor, StaffFunction } from '../directory/schema.ts';
import type { PersonId, SchoolId } from '../kernel/ids.ts';

/** The school-life office: the CPE, the AED (attendance only) and the head. */
const OFFICE: readonly StaffFunction[] = ['CPE', 'AED', 'DIR'];

interface CalledLesson {
  readonly schoolId: SchoolId;
  readonly teachers: readonly { readonly personId: PersonId }[];
}

interface PupilOfSchool {
  readonly pupilId: PersonId;
  readonly schoolId: SchoolId;
}

/** True when the actor serves in that school's office. */
export const isOfficeOf = (actor: Actor, schoolId: SchoolId): boolean =>
  actor.posts.some((post) => post.schoolId === schoolId && post.functions.some((one) => OFFICE.includes(one)));

/** True when the lesson is the actor's own; a colleague of the same class does not call its roll. */
export const teaches = (actor: Actor, lesson: CalledLesson): boolean =>
  actor.kind === 'staff' && lesson.teachers.some((teacher) => teacher.personId === actor.personId);

const childOf = (actor: Actor, pupilId: PersonId) => actor.children.find((child) => child.pupilId === pupilId);

/** A register is read and taken by the teachers of the lesson and by the office of its school; when it may be taken is the window's question. */
export const mayCallRoll = (actor: Actor, lesson: CalledLesson): boolean => teaches(actor, lesson) || isOfficeOf(actor, lesson.schoolId);

/** The office of a school follows its registers, enters absences and decides. */
export const mayRunOffice = (actor: Actor, subject: { readonly schoolId: SchoolId }): boolean => isOfficeOf(actor, subject.schoolId);

/** A pupil's absences are read by the guardians with the right to be informed, by the pupil himself and by the office; by nobody else. */
export const mayReadAbsences = (actor: Actor, pupil: PupilOfSchool): boolean =>
  childOf(actor, pupil.pupilId)?.rights.informed === true || actor.self?.pupilId === pupil.pupilId || isOfficeOf(actor, pupil.schoolId);

/** An absence is justified by a guardian who is informed and decides, or by the adult pupil himself. @see Code civil, art. 371-1 */
export const mayJustify = (actor: Actor, pupil: PupilOfSchool): boolean => {
  const rights = childOf(actor, pupil.pupilId)?.rights;
  if (rights !== undefined) return rights.informed && rights.decides;
  return actor.self?.pupilId === pupil.pupilId && actor.self.rights.decides;
};

/** A day to deal with is still shown to whoever has the right to be informed today, and to an adult pupil, whatever held when it was listed. */
export const stillConcerns = (actor: Actor, day: { readonly pupilId: PersonId }): boolean =>
  childOf(actor, day.pupilId)?.rights.informed === true || (actor.self?.pupilId === day.pupilId && actor.self.rights.decides);
