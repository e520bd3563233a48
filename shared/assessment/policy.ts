import { isHeadOf, isInformedOf, serves, standsInFor, worksIn } from '../directory/relations.ts';
import type { Actor } from '../directory/schema.ts';
import type { ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import type { Evaluation, Service } from './schema.ts';

type Taught = Pick<Service, 'schoolId' | 'teachers' | 'classes' | 'groupId'> & {
  readonly settings: Pick<Service['settings'], 'coTeachers'>;
};

interface OfClass {
  readonly schoolId: SchoolId;
  readonly classId: ClassId;
}

const hasPostIn = (actor: Actor, schoolId: SchoolId): boolean => actor.posts.some((post) => post.schoolId === schoolId);

/** The head teacher of that class. */
const isPrincipalOf = (actor: Actor, { schoolId, classId }: OfClass): boolean =>
  actor.posts.some((post) => post.schoolId === schoolId && post.principalOf.includes(classId));

/** Marks are entered, changed and published by the teachers of the service, by the timetable or added to it, and by whoever today stands in for one of them. */
export const mayEnterMarks = (actor: Actor, { schoolId, teachers, classes, groupId, settings }: Taught): boolean => {
  const all = [...teachers, ...settings.coTeachers];
  if (hasPostIn(actor, schoolId) && all.some(({ personId }) => personId === actor.personId)) return true;
  return standsInFor(actor, { schoolId, teachers: all, classes, groups: groupId === undefined ? [] : [{ groupId }] });
};

/** The marks of a class are read in one go by the head, the CPE and the head teacher of the class. */
export const mayReadMarksOfClass = (actor: Actor, subject: OfClass): boolean =>
  serves(actor, subject.schoolId, ['DIR', 'CPE']) || isPrincipalOf(actor, subject);

/** Of a service, its teachers read everything, drafts included; the head and the CPE what is published, the head teacher that of his class. */
export const mayReadMarks = (actor: Actor, service: Taught): boolean =>
  mayEnterMarks(actor, service) ||
  service.classes.some(({ classId }) => mayReadMarksOfClass(actor, { schoolId: service.schoolId, classId }));

/** What a service weighs and who shares it is settled by its teachers and by the head. */
export const mayChangeService = (actor: Actor, service: Taught): boolean =>
  mayEnterMarks(actor, service) || serves(actor, service.schoolId, ['DIR']);

/** What each subject weighs for a class is settled by the head. */
export const maySetCoefficients = (actor: Actor, { schoolId }: OfClass): boolean => serves(actor, schoolId, ['DIR']);

/** A pupil's results are read by himself and by guardians with the right to be informed: not by those whom an adult pupil has ruled out. */
export const readsOwnResults = (actor: Actor, pupilId: PersonId): boolean =>
  actor.self?.pupilId === pupilId || isInformedOf(actor, pupilId);

/** Results of a pupil are read by his family, the head and the CPE of his school and the head teacher of his class. */
export const mayReadResults = (
  actor: Actor,
  pupil: { readonly pupilId: PersonId; readonly schoolId: SchoolId; readonly classId?: ClassId | undefined },
): boolean =>
  readsOwnResults(actor, pupil.pupilId) ||
  serves(actor, pupil.schoolId, ['DIR', 'CPE']) ||
  (pupil.classId !== undefined && isPrincipalOf(actor, { schoolId: pupil.schoolId, classId: pupil.classId }));

/** Whoever teaches, or today stands in for somebody who does, has services of his own to read. */
export const mayListServices = (actor: Actor): boolean =>
  actor.posts.some((post) => post.functions.includes('ENS')) || actor.grants.some((grant) => grant.kind === 'substitute');

/** The rules for marks are read by the staff and the families of the school. */
export const mayReadMarksSettings = (actor: Actor, { schoolId }: { readonly schoolId: SchoolId }): boolean =>
  worksIn(actor, schoolId) ||
  actor.self?.schoolId === schoolId ||
  actor.children.some((child) => child.schoolId === schoolId && child.rights.informed);

/** They are the head's to decide. */
export const mayChangeMarksSettings = (actor: Actor, { schoolId }: { readonly schoolId: SchoolId }): boolean => isHeadOf(actor, schoolId);

/** A draft and what was taken back are read by the teachers of the service alone. */
export const mayReadEvaluation = (
  actor: Actor,
  { service, evaluation }: { readonly service: Taught; readonly evaluation: Pick<Evaluation, 'publication' | 'withdrawn'> },
): boolean =>
  mayEnterMarks(actor, service) ||
  (mayReadMarks(actor, service) && evaluation.publication !== undefined && evaluation.withdrawn === undefined);

/** Whose marks a reader of the grid finds in it: every pupil's for teachers, the head and the CPE, those of his own class for a head teacher. */
export const readsMarksOf = (actor: Actor, service: Taught, classId: ClassId | undefined): boolean =>
  mayEnterMarks(actor, service) ||
  (classId === undefined
    ? serves(actor, service.schoolId, ['DIR', 'CPE'])
    : mayReadMarksOfClass(actor, { schoolId: service.schoolId, classId }));

/** Families begin with the results of all whose marks they read. */
export const mayListResults = (actor: Actor): boolean => actor.self !== undefined || actor.children.some(({ rights }) => rights.informed);
