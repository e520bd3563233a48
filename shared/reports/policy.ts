import { isHeadOf, isInformedOf, serves, worksIn } from '../directory/relations.ts';
import type { Actor } from '../directory/schema.ts';
import type { ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/school-time.ts';
import type { CardVersion } from './versions.ts';

interface OfClass {
  readonly schoolId: SchoolId;
  readonly classId: ClassId;
}

/** Where a pupil is taught today; absent for whoever has left. */
export interface PupilOfCards {
  readonly pupilId: PersonId;
  readonly schoolId?: SchoolId | undefined;
  readonly classId?: ClassId | undefined;
}

const isPrincipalOf = (actor: Actor, { schoolId, classId }: OfClass): boolean =>
  actor.posts.some((post) => post.schoolId === schoolId && post.principalOf.includes(classId));

/** Cards are sealed, revoked and sent to the national file by the head of the school that issues them. */
export const maySeal = (actor: Actor, { schoolId }: { readonly schoolId: SchoolId }): boolean => isHeadOf(actor, schoolId);

/** Staff choose among the classes of their school whose cards they read, if any. */
export const mayListCardClasses = (actor: Actor, { schoolId }: { readonly schoolId: SchoolId }): boolean => worksIn(actor, schoolId);

/** The cards of a class are read by the head, the CPE and its head teacher. */
export const mayReadClassCards = (actor: Actor, subject: OfClass): boolean =>
  serves(actor, subject.schoolId, ['DIR', 'CPE']) || isPrincipalOf(actor, subject);

/** A pupil reads his own cards, and each guardian with the right to be informed, unless the adult pupil has objected. */
export const readsAsFamily = (actor: Actor, pupilId: PersonId): boolean => actor.self?.pupilId === pupilId || isInformedOf(actor, pupilId);

/** Cards follow the pupil: where he is taught today, whoever reads the cards of his class reads all that he has received. */
const readsAsStaff = (actor: Actor, { schoolId, classId }: PupilOfCards): boolean =>
  schoolId !== undefined &&
  (serves(actor, schoolId, ['DIR', 'CPE']) || (classId !== undefined && isPrincipalOf(actor, { schoolId, classId })));

/** A pupil's cards are listed by his family and by the staff who follow him today. */
export const mayListCards = (actor: Actor, pupil: PupilOfCards): boolean =>
  readsAsFamily(actor, pupil.pupilId) || readsAsStaff(actor, pupil);

interface CardSubject {
  readonly pupil: PupilOfCards;
  readonly version: Pick<CardVersion, 'schoolId' | 'classId' | 'visibleFrom'>;
}

/** True for staff who may read this version: those who follow the pupil today, and those of the class that it was sealed for. */
export const readsCardAsStaff = (actor: Actor, { pupil, version }: CardSubject): boolean =>
  readsAsStaff(actor, pupil) || mayReadClassCards(actor, version);

/** Families see a version once its hour has come, by the hour alone. */
export const isVisible = ({ visibleFrom }: Pick<CardVersion, 'visibleFrom'>, now: Instant): boolean =>
  Date.parse(visibleFrom) <= Date.parse(now);

/** One sealed version is read by the family once its hour has come, and by the staff concerned. */
export const mayReadCard = (actor: Actor, subject: CardSubject, now: Instant): boolean =>
  (readsAsFamily(actor, subject.pupil.pupilId) && isVisible(subject.version, now)) || readsCardAsStaff(actor, subject);

/** Whoever has children or is taught has cards of his own to read. */
export const mayListOwnCards = (actor: Actor): boolean => actor.self !== undefined || actor.children.length > 0;
