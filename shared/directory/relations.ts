import type { PersonId, SchoolId } from '../kernel/ids.ts';
import type { Actor, Child, StaffFunction } from './schema.ts';

/** True when the actor holds one of these functions in that school. */
export const serves = (actor: Actor, schoolId: SchoolId, functions: readonly StaffFunction[]): boolean =>
  actor.posts.some((post) => post.schoolId === schoolId && post.functions.some((one) => functions.includes(one)));

/** The school-life office of a school: its head, CPE and supervisors (attendance only). */
export const isOfficeOf = (actor: Actor, schoolId: SchoolId): boolean => serves(actor, schoolId, ['DIR', 'CPE', 'AED']);

/** True when the actor works in that school, whatever the function. */
export const worksIn = (actor: Actor, schoolId: SchoolId): boolean => actor.posts.some((post) => post.schoolId === schoolId);

/** The child of that id, with the rights in force; undefined when the pupil is not the actor's child. */
export const childOf = (actor: Actor, pupilId: PersonId): Child | undefined => actor.children.find((child) => child.pupilId === pupilId);

/** True for a guardian who today has the right to be informed of that pupil. */
export const isInformedOf = (actor: Actor, pupilId: PersonId): boolean => childOf(actor, pupilId)?.rights.informed === true;
