import { isHeadOf, serves, teachesClass, worksIn } from '../directory/relations.ts';
import type { Actor } from '../directory/schema.ts';
import type { ClassId, SchoolId } from '../kernel/ids.ts';
import type { SaidAbout } from './class-projects.ts';
import type { Council } from './council.ts';
import { mayEnterMarks, mayReadMarks } from './policy.ts';
import type { Service } from './schema.ts';

interface OfSchool {
  readonly schoolId: SchoolId;
}

interface OfClass extends OfSchool {
  readonly classId: ClassId;
}

type Taught = Parameters<typeof mayEnterMarks>[1];

/** The periods of a class are read by whoever works in its school. */
export const mayReadPeriods = (actor: Actor, { schoolId }: OfSchool): boolean => worksIn(actor, schoolId);

/** Periods are decided, closed and reopened by the head alone. */
export const mayDecidePeriods = (actor: Actor, { schoolId }: OfSchool): boolean => isHeadOf(actor, schoolId);

/** The head teacher of that class. */
const isPrincipalOf = (actor: Actor, { schoolId, classId }: OfClass): boolean =>
  actor.posts.some((post) => post.schoolId === schoolId && post.principalOf.includes(classId));

/** A council is prepared, run and recorded by the head teacher of the class and by the head. */
export const mayRunCouncil = (actor: Actor, subject: OfClass): boolean =>
  isHeadOf(actor, subject.schoolId) || isPrincipalOf(actor, subject);

/** A council that was held is reopened by the head alone. */
export const mayReopenCouncil = (actor: Actor, { schoolId }: OfSchool): boolean => isHeadOf(actor, schoolId);

/** Councils concern heads, CPE and teachers, substitutes included; never families. */
export const mayListCouncils = (actor: Actor): boolean =>
  actor.posts.some(({ functions }) => functions.some((one) => one === 'DIR' || one === 'CPE' || one === 'ENS')) ||
  actor.grants.some(({ kind }) => kind === 'substitute');

/** While it is prepared, a council is read by whoever runs it and by the CPE; once it is open, by the teachers of the class too. Never by elected parents or pupils. */
export const mayReadCouncil = (actor: Actor, subject: OfClass & { readonly state: Council['state'] }): boolean =>
  mayRunCouncil(actor, subject) ||
  serves(actor, subject.schoolId, ['CPE']) ||
  (subject.state !== 'preparing' && teachesClass(actor, subject));

/** What a class does besides its subjects is read by whoever runs its council, and by the CPE. */
export const mayReadProjects = (actor: Actor, subject: OfClass): boolean =>
  mayRunCouncil(actor, subject) || serves(actor, subject.schoolId, ['CPE']);

/** The remark of the school-life office is the CPE's and the head's. */
export const mayWriteSchoolLife = (actor: Actor, { schoolId }: OfSchool): boolean => serves(actor, schoolId, ['DIR', 'CPE']);

/** What is said of pupils in projects and on paths is the head teacher's and the head's. */
export const maySayOfPupils = (actor: Actor, subject: OfClass & { readonly about: SaidAbout }): boolean =>
  subject.about === 'VIE_SCO' ? mayWriteSchoolLife(actor, subject) : mayRunCouncil(actor, subject);

/** Remarks of a service are written by its teachers, as its marks. */
export const mayWriteRemarks = (actor: Actor, service: Taught): boolean => mayEnterMarks(actor, service);

/** Remarks are read by whoever reads the marks of their service. */
export const mayReadRemarks = (actor: Actor, service: Taught): boolean => mayReadMarks(actor, service);

/** Remarks are proofread by the head, and by the head teacher for the pupils of his class. */
export const mayProofread = (actor: Actor, { schoolId, classes }: Pick<Service, 'schoolId' | 'classes'>): boolean =>
  classes.some(({ classId }) => mayRunCouncil(actor, { schoolId, classId }));

/** The skills of a school are read by whoever works there. */
export const mayReadSkills = (actor: Actor, { schoolId }: OfSchool): boolean => worksIn(actor, schoolId);

/** The skills of a school are chosen by its head. */
export const mayDecideSkills = (actor: Actor, { schoolId }: OfSchool): boolean => isHeadOf(actor, schoolId);
