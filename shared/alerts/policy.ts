import { isInformedOf, isOfficeOf, serves } from '../directory/relations.ts';
import type { Actor } from '../directory/schema.ts';
import type { PersonId, SchoolId } from '../kernel/ids.ts';

/** The school-life office reads which families could not be told, and the bursts that wait. */
export const mayFollowAlerts = (actor: Actor, subject: { readonly schoolId: SchoolId }): boolean => isOfficeOf(actor, subject.schoolId);

/** An unusual burst is released or cancelled by the head or a CPE of the school, not by a supervisor. */
export const mayDecideHold = (actor: Actor, subject: { readonly schoolId: SchoolId }): boolean =>
  serves(actor, subject.schoolId, ['DIR', 'CPE']);

/** Only the head stops or resumes the school's alerts and changes their settings. */
export const mayGovernAlerts = (actor: Actor, subject: { readonly schoolId: SchoolId }): boolean =>
  serves(actor, subject.schoolId, ['DIR']);

/** A guardian with the right to be informed and a pupil choose what they are reminded of, each for himself and about these pupils only. */
export const mayChooseReminders = (actor: Actor, pupilIds: readonly PersonId[]): boolean =>
  (actor.self !== undefined || actor.children.some((child) => isInformedOf(actor, child.pupilId))) &&
  pupilIds.every((pupilId) => actor.self?.pupilId === pupilId || isInformedOf(actor, pupilId));

/** What was sent about a pupil is read by the office of his school, by guardians with the right to be informed and by the adult pupil, each of these for himself only. */
export const mayReadDeliveries = (actor: Actor, pupil: { readonly pupilId: PersonId; readonly schoolId: SchoolId }): boolean =>
  isOfficeOf(actor, pupil.schoolId) ||
  isInformedOf(actor, pupil.pupilId) ||
  (actor.self?.pupilId === pupil.pupilId && actor.self.rights.decides);
