import type { Actor, StaffFunction } from '../directory/schema.ts';
import type { PersonId, SchoolId } from '../kernel/ids.ts';

const OFFICE: readonly StaffFunction[] = ['DIR', 'CPE', 'AED'];
const DECIDERS: readonly StaffFunction[] = ['DIR', 'CPE'];

const isOneOf = (functions: readonly StaffFunction[], actor: Actor, schoolId: SchoolId): boolean =>
  actor.posts.some((post) => post.schoolId === schoolId && post.functions.some((one) => functions.includes(one)));

/** The school-life office of the school: head, CPE and supervisors. */
export const isOfficeOf = (actor: Actor, schoolId: SchoolId): boolean => isOneOf(OFFICE, actor, schoolId);

/** The school-life office reads which families could not be told, and the bursts that wait. */
export const mayFollowAlerts = (actor: Actor, subject: { readonly schoolId: SchoolId }): boolean => isOfficeOf(actor, subject.schoolId);

/** An unusual burst is released or cancelled by the head or a CPE of the school, not by a supervisor. */
export const mayDecideHold = (actor: Actor, subject: { readonly schoolId: SchoolId }): boolean =>
  isOneOf(DECIDERS, actor, subject.schoolId);

/** Only the head stops or resumes the school's alerts and changes their settings. */
export const mayGovernAlerts = (actor: Actor, subject: { readonly schoolId: SchoolId }): boolean =>
  isOneOf(['DIR'], actor, subject.schoolId);

/** What was sent about a pupil is read by the office of his school, by guardians with the right to be informed and by the adult pupil, each of these for himself only. */
export const mayReadDeliveries = (actor: Actor, pupil: { readonly pupilId: PersonId; readonly schoolId: SchoolId }): boolean =>
  isOfficeOf(actor, pupil.schoolId) ||
  actor.children.some((child) => child.pupilId === pupil.pupilId && child.rights.informed) ||
  (actor.self?.pupilId === pupil.pupilId && actor.self.rights.decides);
