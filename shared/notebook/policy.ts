import {
  coversLesson,
  inspects,
  isAeshOf,
  isHeadOf,
  isInformedOf,
  serves,
  substitutionsOf,
  teachesClass,
  worksIn,
} from '../directory/relations.ts';
import type { Actor } from '../directory/schema.ts';
import type { ClassId, GroupId, PersonId, SchoolId } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/school-time.ts';
import { schoolYearOf } from '../kernel/school-year.ts';
import { concerns } from './rules.ts';
import type { Author, LessonRecord, PrivateNotes, Sequence } from './schema.ts';

/** A lesson or a record by what decides who writes and reads it. */
export interface NotebookPlace {
  readonly schoolId: SchoolId;
  readonly date: LocalDate;
  readonly classes: LessonRecord['classes'];
  readonly groups: LessonRecord['groups'];
  readonly teachers: readonly Pick<Author, 'personId'>[];
}

/** A pupil in his place, wherever he is met. */
interface PupilInPlace {
  readonly pupilId: PersonId;
  readonly schoolId: SchoolId;
  readonly classId?: ClassId | undefined;
  readonly groupIds: readonly GroupId[];
}

/** A record that readers see or will see, and today's school date. */
export interface ReadSubject {
  readonly place: NotebookPlace;
  /** True when readers see something of it now. */
  readonly shown: boolean;
  readonly today: LocalDate;
  /** The pupils whom the actor accompanies. */
  readonly accompanied: readonly PupilInPlace[];
}

/** The lesson's own teachers while they work in its school, and on its dates whoever stands in for one of them. */
export const writesIn = (actor: Actor, place: NotebookPlace): boolean =>
  (worksIn(actor, place.schoolId) && place.teachers.some((teacher) => teacher.personId === actor.personId)) ||
  substitutionsOf(actor).some((grant) => grant.from <= place.date && place.date <= grant.until && coversLesson(grant, place));

const hasWritten = (actor: Actor, place: NotebookPlace): boolean => place.teachers.some((teacher) => teacher.personId === actor.personId);

const readsAsStaff = (actor: Actor, { schoolId, classes, groups, teachers }: NotebookPlace): boolean =>
  serves(actor, schoolId, ['DIR', 'CPE', 'DOC']) ||
  classes.some(({ classId }) => teachesClass(actor, { schoolId, classId })) ||
  actor.posts.some((post) => post.schoolId === schoolId && groups.some(({ groupId }) => post.groupIds.includes(groupId))) ||
  teachers.some(({ personId }) => inspects(actor, { schoolId, teacherId: personId }));

const readsAsFamily = (actor: Actor, { place, accompanied }: ReadSubject): boolean =>
  (actor.self !== undefined && concerns(place, actor.self)) ||
  actor.children.some((child) => isInformedOf(actor, child.pupilId) && concerns(place, child)) ||
  accompanied.some((pupil) => concerns(place, pupil));

/** Its teachers read what they write; once published, the staff who follow the class or the teacher do; and this school year, pupils, informed guardians and AESH. */
export const mayReadRecord = (actor: Actor, subject: ReadSubject): boolean => {
  const { place, shown, today } = subject;
  if (writesIn(actor, place) || hasWritten(actor, place)) return true;
  if (!shown) return false;
  return readsAsStaff(actor, place) || (schoolYearOf(place.date) === schoolYearOf(today) && readsAsFamily(actor, subject));
};

export const mayWriteRecord = (actor: Actor, subject: { readonly place: NotebookPlace }): boolean => writesIn(actor, subject.place);

/** The history is for those who write and for the head. */
export const mayReadVersions = (actor: Actor, { place }: { readonly place: NotebookPlace }): boolean =>
  writesIn(actor, place) || hasWritten(actor, place) || isHeadOf(actor, place.schoolId);

/** A record is copied by those who wrote it or teach its lesson; colleagues share sequences instead. */
export const mayCopyRecord = (actor: Actor, { place }: { readonly place: NotebookPlace }): boolean =>
  writesIn(actor, place) || hasWritten(actor, place);

/** Only the head of the school gives its visa. */
export const mayGrantVisa = (actor: Actor, school: { readonly schoolId: SchoolId }): boolean => isHeadOf(actor, school.schoolId);

/** Notes are one's own: about a lesson that one gives, or those that one wrote. */
export const mayKeepNotes = (
  actor: Actor,
  { place, notes }: { readonly place: NotebookPlace; readonly notes: PrivateNotes | undefined },
): boolean => (notes === undefined ? writesIn(actor, place) : notes.authorId === actor.personId);

/** A record without lesson is added by a teacher of the class or of the group. */
export const mayAddRecord = (
  actor: Actor,
  { schoolId, classId, groupId }: { readonly schoolId: SchoolId; readonly classId: ClassId; readonly groupId: GroupId | undefined },
): boolean =>
  groupId === undefined
    ? teachesClass(actor, { schoolId, classId })
    : [...actor.posts, ...substitutionsOf(actor)].some((place) => place.schoolId === schoolId && place.groupIds.includes(groupId));

/** Whose notebook is read. */
export type NotebookSubject =
  | { readonly kind: 'own' }
  | ({ readonly kind: 'pupil' } & PupilInPlace)
  | { readonly kind: 'class'; readonly classId: ClassId; readonly schoolId: SchoolId }
  | { readonly kind: 'teacher'; readonly teacherId: PersonId; readonly schoolIds: readonly SchoolId[] };

/** A pupil's notebook is read by himself, his informed guardians, his AESH and the staff who follow his class; a teacher's by himself, his head and his inspector. */
export const mayListRecords = (actor: Actor, subject: NotebookSubject): boolean => {
  if (subject.kind === 'own') return true;
  if (subject.kind === 'teacher')
    return subject.schoolIds.some((schoolId) => isHeadOf(actor, schoolId) || inspects(actor, { schoolId, teacherId: subject.teacherId }));
  const { schoolId, classId } = subject;
  const follows = serves(actor, schoolId, ['DIR', 'CPE', 'DOC']) || (classId !== undefined && teachesClass(actor, { schoolId, classId }));
  if (subject.kind === 'class' || follows) return follows;
  const { pupilId } = subject;
  return actor.self?.pupilId === pupilId || isInformedOf(actor, pupilId) || isAeshOf(actor, pupilId);
};

/** The whole year goes to its author, or to the head of the school where it was written. */
export const mayExportYear = (actor: Actor, subject: { readonly teacherId: PersonId; readonly schoolId: SchoolId | undefined }): boolean =>
  (actor.kind === 'staff' && subject.teacherId === actor.personId) || (subject.schoolId !== undefined && isHeadOf(actor, subject.schoolId));

/** Sequences are prepared by those who teach in the school, librarians included. */
export const mayPrepare = (actor: Actor, { schoolId }: { readonly schoolId: SchoolId }): boolean =>
  serves(actor, schoolId, ['ENS', 'DOC']) || substitutionsOf(actor).some((grant) => grant.schoolId === schoolId);

type Owned = Pick<Sequence, 'schoolId' | 'shared'> & { readonly owner: Pick<Author, 'personId'> };

export const mayReadShared = (actor: Actor, subject: Owned): boolean =>
  subject.owner.personId === actor.personId || (subject.shared && mayPrepare(actor, subject));

export const mayWriteOwned = (actor: Actor, subject: Owned): boolean => subject.owner.personId === actor.personId;
