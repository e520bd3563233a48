import { mayDecideRights, mayObject } from '@preau/shared/directory/policy.ts';
import { isAdult, rightsInForce } from '@preau/shared/directory/rules.ts';
import type { Actor, GuardianLink } from '@preau/shared/directory/schema.ts';
import type { GuardianView, PupilFile } from '@preau/shared/directory/views.ts';
import type { PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { DirectoryStore, PersonWorld } from './store.ts';
import { pupilOf } from './views.ts';

/** A pupil's partition, and where he is: what policies judge. */
export interface PupilSubject {
  readonly pupilId: PersonId;
  readonly schoolId: SchoolId;
  readonly adultOn?: LocalDate;
  readonly today: LocalDate;
  readonly world: PersonWorld;
}

export const loadPupilSubject = async (store: DirectoryStore, pupilId: PersonId, today: LocalDate): Promise<PupilSubject | undefined> => {
  const world = await store.findWorld(pupilId);
  const place = world?.person.place;
  if (world === undefined || place === undefined) return undefined;
  return { pupilId, schoolId: place.schoolId, ...(place.adultOn === undefined ? {} : { adultOn: place.adultOn }), today, world };
};

const contactOf = (world: PersonWorld | undefined) => {
  if (world === undefined) return {};
  const { firstName, lastName, email, mobile } = world.person;
  return { firstName, lastName, ...(email === undefined ? {} : { email }), ...(mobile === undefined ? {} : { mobile }) };
};

const guardianView = (link: GuardianLink, pupilId: PersonId, adult: boolean, world: PersonWorld | undefined): GuardianView => {
  const restrictions = (world?.restrictions ?? []).filter((one) => one.pupilId === pupilId);
  const school = restrictions.find((one) => one.cause === 'school');
  const withheld = restrictions.find((one) => !one.informed || !one.decides);
  return {
    guardianId: link.personId,
    relationship: link.relationship,
    ...contactOf(world),
    imported: link.rights,
    inForce: rightsInForce(link.rights, restrictions, adult),
    ...(withheld === undefined
      ? {}
      : {
          restriction: {
            cause: withheld.cause,
            informed: withheld.informed,
            decides: withheld.decides,
            since: withheld.since,
            evidence: withheld.evidence,
          },
        }),
    revision: school?.revision ?? 0,
  };
};

/** A pupil's file as the office reads it: each guardian with contact, imported rights and rights in force, and what the reader may decide. */
export const loadPupilFile = async (store: DirectoryStore, actor: Actor, subject: PupilSubject): Promise<PupilFile> => {
  const { world, pupilId } = subject;
  const pupil = pupilOf(world.person);
  if (pupil === undefined) throw new Error('A pupil has a place');
  const adult = isAdult(subject.adultOn, subject.today);
  const worlds = await Promise.all(pupil.guardians.map((link) => store.findWorld(link.personId)));
  return {
    pupilId,
    firstName: pupil.firstName,
    lastName: pupil.lastName,
    schoolId: pupil.schoolId,
    schoolName: pupil.schoolName,
    ...(pupil.classId === undefined ? {} : { classId: pupil.classId }),
    ...(pupil.className === undefined ? {} : { className: pupil.className }),
    adult,
    active: pupil.active,
    ...(world.objection === undefined ? {} : { objection: { active: world.objection.active, since: world.objection.since } }),
    guardians: pupil.guardians.map((link, index) => guardianView(link, pupilId, adult, worlds[index])),
    mayDecideRights: mayDecideRights(actor, subject),
    mayRecordObjection: adult && mayObject(actor, subject),
  };
};
