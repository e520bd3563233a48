import type { PersonId, SchoolId } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/school-time.ts';
import { isHeadOf, isOfficeOf, serves, worksIn } from './relations.ts';
import { isAdult } from './rules.ts';
import type { Actor } from './schema.ts';

interface OfSchool {
  readonly schoolId: SchoolId;
}

interface AdultQuestion extends OfSchool {
  readonly pupilId: PersonId;
  readonly adultOn?: LocalDate | undefined;
  readonly today: LocalDate;
}

/** Everybody signed in has a home: their own. */
export const mayReadHome = (): boolean => true;

/** Classes and their lists are read by the staff of the school; a guardian, a pupil or another school's staff never reads them. */
export const mayReadSchool = (actor: Actor, school: OfSchool): boolean => worksIn(actor, school.schoolId);

/** A pupil's guardians and how to reach them are read by the head, the CPE and the AED of his school: never by a teacher, nor by another guardian. */
export const mayReadGuardians = (actor: Actor, pupil: OfSchool): boolean => isOfficeOf(actor, pupil.schoolId);

/** A guardian's right is restricted or restored by the head or the CPE of the pupil's school, on evidence. @see Code civil, art. 373-2-1 */
export const mayDecideRights = (actor: Actor, pupil: OfSchool): boolean => serves(actor, pupil.schoolId, ['DIR', 'CPE']);

/** The objection is the adult pupil's own act; the head records one received in writing. */
export const mayObject = (actor: Actor, pupil: AdultQuestion): boolean =>
  (actor.self?.pupilId === pupil.pupilId && isAdult(pupil.adultOn, pupil.today)) || serves(actor, pupil.schoolId, ['DIR']);

/** Preferences are one's own. */
export const maySetPreferences = (): boolean => true;

/** People who vanished from the import are reviewed by the head and the CPE of the school they left. */
export const mayReadDetached = (actor: Actor, school: OfSchool): boolean => serves(actor, school.schoolId, ['DIR', 'CPE']);

/** A school's rules of publication are read by all whom they concern: its staff, its pupils, the guardians whom it informs and whoever has an access there today. */
export const mayReadSettings = (actor: Actor, { schoolId }: OfSchool): boolean =>
  worksIn(actor, schoolId) ||
  actor.grants.some((grant) => grant.schoolId === schoolId) ||
  actor.self?.schoolId === schoolId ||
  actor.children.some((child) => child.schoolId === schoolId && child.rights.informed);

/** Only the head adapts the rules of publication. @see circulaire du 10 juillet 2025 */
export const mayChangeSettings = (actor: Actor, { schoolId }: OfSchool): boolean => isHeadOf(actor, schoolId);

/** Accesses for a time are given, read and ended by the head. */
export const mayRunGrants = (actor: Actor, { schoolId }: OfSchool): boolean => isHeadOf(actor, schoolId);
