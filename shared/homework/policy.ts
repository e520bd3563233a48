import {
  inspects,
  isAeshOf,
  isHeadOf,
  isInformedOf,
  isLibrarianOf,
  serves,
  substitutionsOf,
  teachesAudience,
  teachesClass,
} from '../directory/relations.ts';
import type { Actor } from '../directory/schema.ts';
import type { ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/school-time.ts';
import { classesOf, concerns, type Audience, type PupilPlace } from './audience.ts';
import type { HomeworkCard } from './schema.ts';

interface Addressed {
  readonly schoolId: SchoolId;
  readonly audience: Audience;
}

type Owned = Pick<HomeworkCard, 'schoolId' | 'audience' | 'teachers' | 'publishedAt' | 'withdrawnAt'>;

/** Families see work from its publication on, until it is taken back: the hour decides, nothing else. */
export const isVisible = (work: Pick<HomeworkCard, 'publishedAt' | 'withdrawnAt'>, now: Instant): boolean =>
  work.publishedAt !== undefined && work.withdrawnAt === undefined && Date.parse(work.publishedAt) <= Date.parse(now);

/** Work is given by whoever today teaches the whole class or the whole group, by a post or as a substitute. */
export const mayGive = (actor: Actor, { schoolId, audience }: Addressed): boolean =>
  teachesAudience(actor, {
    schoolId,
    classIds: classesOf(audience),
    groupIds: audience.kind === 'class' || audience.groupId === undefined ? [] : [audience.groupId],
  });

const givesIt = (actor: Actor, work: Owned): boolean =>
  work.teachers.some(
    ({ personId }) =>
      personId === actor.personId ||
      substitutionsOf(actor).some((grant) => grant.schoolId === work.schoolId && grant.forTeacherId === personId),
  );

/** Work is changed, taken back or copied by its teachers while they teach those pupils, and by whoever today stands in for one of them. */
export const mayChange = (actor: Actor, work: Owned): boolean => givesIt(actor, work) && mayGive(actor, work);

/** Work given to a class is read by its teachers, the head and the CPE of the school, the librarian unless it names pupils, and the inspector of its teacher; a draft by its own teachers only. */
export const mayReadAsStaff = (actor: Actor, work: Owned): boolean => {
  if (mayChange(actor, work)) return true;
  if (work.publishedAt === undefined || work.withdrawnAt !== undefined) return false;
  const { schoolId, audience } = work;
  return (
    classesOf(audience).some((classId) => teachesClass(actor, { schoolId, classId })) ||
    serves(actor, schoolId, ['DIR', 'CPE']) ||
    (isLibrarianOf(actor, schoolId) && audience.kind !== 'pupils') ||
    work.teachers.some(({ personId }) => inspects(actor, { schoolId, teacherId: personId }))
  );
};

/** What is due for a pupil is read by himself, by guardians with the right to be informed and by his AESH. */
export const followsPupil = (actor: Actor, pupilId: PersonId): boolean =>
  actor.self?.pupilId === pupilId || isInformedOf(actor, pupilId) || isAeshOf(actor, pupilId);

/** A pupil's work is shown with him in sight: visible at this hour, and for him where he is taught today. */
export const isDueFor = (work: Pick<HomeworkCard, 'audience' | 'publishedAt' | 'withdrawnAt'>, pupil: PupilPlace, now: Instant): boolean =>
  isVisible(work, now) && concerns(work.audience, pupil);

/** Only the pupil himself says that he has done his work; whoever helps him reads it. */
export const mayMarkDone = (actor: Actor, work: Owned, now: Instant): boolean =>
  actor.self !== undefined && isDueFor(work, actor.self, now);

/** The work of a whole class is read by its teachers, the head, the CPE and the librarian. */
export const mayReadClass = (actor: Actor, subject: { readonly schoolId: SchoolId; readonly classId: ClassId }): boolean =>
  teachesClass(actor, subject) || serves(actor, subject.schoolId, ['DIR', 'CPE', 'DOC']);

/** What a teacher has given is read by himself, the head of a school where he teaches, whoever stands in for him today and his inspector. */
export const mayReadGiven = (actor: Actor, teacher: { readonly personId: PersonId; readonly schoolIds: readonly SchoolId[] }): boolean =>
  actor.personId === teacher.personId ||
  substitutionsOf(actor).some((grant) => grant.forTeacherId === teacher.personId) ||
  teacher.schoolIds.some((schoolId) => isHeadOf(actor, schoolId) || inspects(actor, { schoolId, teacherId: teacher.personId }));
