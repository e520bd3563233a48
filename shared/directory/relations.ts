import type { ClassId, GroupId, PersonId, SchoolId } from '../kernel/ids.ts';
import type { Grant } from './grant.ts';
import type { Actor, Child, StaffFunction } from './schema.ts';

type Substitution = Extract<Grant, { kind: 'substitute' }>;

interface Audience {
  readonly schoolId: SchoolId;
  readonly classIds: readonly ClassId[];
  /** With groups, only their members are concerned; without, the whole classes. */
  readonly groupIds: readonly GroupId[];
}

export interface TaughtLesson {
  readonly schoolId: SchoolId;
  readonly teachers: readonly { readonly personId: PersonId }[];
  readonly classes: readonly { readonly classId: ClassId }[];
  readonly groups: readonly { readonly groupId: GroupId }[];
}

/** True when the actor holds one of these functions in that school. */
export const serves = (actor: Actor, schoolId: SchoolId, functions: readonly StaffFunction[]): boolean =>
  actor.posts.some((post) => post.schoolId === schoolId && post.functions.some((one) => functions.includes(one)));

/** The school-life office of a school: its head, CPE and supervisors (attendance only). */
export const isOfficeOf = (actor: Actor, schoolId: SchoolId): boolean => serves(actor, schoolId, ['DIR', 'CPE', 'AED']);

/** The head of a school and whoever shares the function. */
export const isHeadOf = (actor: Actor, schoolId: SchoolId): boolean => serves(actor, schoolId, ['DIR']);

/** The teacher-librarian of a school. */
export const isLibrarianOf = (actor: Actor, schoolId: SchoolId): boolean => serves(actor, schoolId, ['DOC']);

/** For whom the actor stands in today, in all schools. */
export const substitutionsOf = (actor: Actor): readonly Substitution[] => actor.grants.filter((grant) => grant.kind === 'substitute');

const substitutionsIn = (actor: Actor, schoolId: SchoolId): readonly Substitution[] =>
  substitutionsOf(actor).filter((grant) => grant.schoolId === schoolId);

/** True when the actor works in that school, whatever the function: by a post, or as a substitute while it lasts. */
export const worksIn = (actor: Actor, schoolId: SchoolId): boolean =>
  actor.posts.some((post) => post.schoolId === schoolId) || substitutionsIn(actor, schoolId).length > 0;

/** Where a member of staff teaches in a school today: by his posts, and for whom he stands in. */
const teachingIn = (actor: Actor, schoolId: SchoolId) => [
  ...actor.posts.filter((post) => post.schoolId === schoolId),
  ...substitutionsIn(actor, schoolId),
];

/** True for a teacher of that class, or whoever stands in for one today. */
export const teachesClass = (actor: Actor, { schoolId, classId }: { readonly schoolId: SchoolId; readonly classId: ClassId }): boolean =>
  teachingIn(actor, schoolId).some((place) => place.classIds.includes(classId));

/** True when the actor teaches the whole audience: each of its groups, or each of its classes when it names no group. */
export const teachesAudience = (actor: Actor, { schoolId, classIds, groupIds }: Audience): boolean => {
  const places = teachingIn(actor, schoolId);
  if (groupIds.length > 0) return groupIds.every((groupId) => places.some((place) => place.groupIds.includes(groupId)));
  return classIds.length > 0 && classIds.every((classId) => places.some((place) => place.classIds.includes(classId)));
};

/** True when a substitution gives that lesson: one of its teachers is replaced, before pupils whom the grant names. */
export const coversLesson = (grant: Substitution, lesson: TaughtLesson): boolean =>
  grant.schoolId === lesson.schoolId &&
  lesson.teachers.some((teacher) => teacher.personId === grant.forTeacherId) &&
  (lesson.groups.some((group) => grant.groupIds.includes(group.groupId)) ||
    lesson.classes.some((one) => grant.classIds.includes(one.classId)));

/** True when today the actor stands in for a teacher of that lesson. */
export const standsInFor = (actor: Actor, lesson: TaughtLesson): boolean =>
  substitutionsOf(actor).some((grant) => coversLesson(grant, lesson));

/** The pupils whom the actor accompanies today. */
export const accompaniedBy = (actor: Actor): readonly PersonId[] =>
  actor.grants.flatMap((grant) => (grant.kind === 'aesh' ? [grant.pupilId] : []));

/** True for the AESH who today accompanies that pupil. */
export const isAeshOf = (actor: Actor, pupilId: PersonId): boolean => accompaniedBy(actor).includes(pupilId);

/** True for the inspector to whom the head of that school has opened the work of that teacher, today. */
export const inspects = (actor: Actor, { schoolId, teacherId }: { readonly schoolId: SchoolId; readonly teacherId: PersonId }): boolean =>
  actor.grants.some((grant) => grant.kind === 'inspector' && grant.schoolId === schoolId && grant.teacherId === teacherId);

/** The child of that id, with the rights in force; undefined when the pupil is not the actor's child. */
export const childOf = (actor: Actor, pupilId: PersonId): Child | undefined => actor.children.find((child) => child.pupilId === pupilId);

/** True for a guardian who today has the right to be informed of that pupil. */
export const isInformedOf = (actor: Actor, pupilId: PersonId): boolean => childOf(actor, pupilId)?.rights.informed === true;
