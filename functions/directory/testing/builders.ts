import type { Grant } from '@preau/shared/directory/grant.ts';
import type {
  ChildRecord,
  ClassRecord,
  GrantRecord,
  GroupRecord,
  HeldGrantRecord,
  PersonRecord,
  Place,
  SchoolRecord,
} from '@preau/shared/directory/record.ts';
import type { GuardianLink, GuardianRights, Post } from '@preau/shared/directory/schema.ts';
import { GrantId, type PersonId } from '@preau/shared/kernel/ids.ts';
import { heldGrantOf } from '../grants.ts';
import { classIdOf, groupIdOf, personIdOf, schoolIdOf } from '../ids.ts';

const UAI = '0540001A';
const SCHOOL = { schoolId: schoolIdOf(UAI), schoolName: 'Collège des Tilleuls' };

export const FULL_RIGHTS: GuardianRights = { informed: true, decides: true, contact: true, payer: false };

export const aSchool = (over: Partial<SchoolRecord> = {}): SchoolRecord => ({
  schoolId: SCHOOL.schoolId,
  uai: UAI,
  name: SCHOOL.schoolName,
  kind: 'college',
  city: 'Nancy',
  zone: 'Europe/Paris',
  joinKey: 'NANCY-METZ-1001',
  ...over,
});

export const aClass = (name = '6e A', over: Partial<ClassRecord> = {}): ClassRecord => ({
  schoolId: SCHOOL.schoolId,
  classId: classIdOf(UAI, name),
  name,
  label: name,
  ...over,
});

export const aGroup = (name = '6e ALL1', over: Partial<GroupRecord> = {}): GroupRecord => ({
  schoolId: SCHOOL.schoolId,
  groupId: groupIdOf(UAI, name),
  name,
  label: name,
  classIds: [classIdOf(UAI, '6e A')],
  ...over,
});

export const aPlace = (over: Partial<Place> = {}): Place => ({
  ...SCHOOL,
  classId: classIdOf(UAI, '6e A'),
  className: '6e A',
  groupIds: [],
  adultOn: '2033-03-01',
  ...over,
});

export const aPupil = (key = 'NANCY-METZ-1', over: Partial<PersonRecord> = {}): PersonRecord => ({
  personId: personIdOf(key),
  joinKey: key,
  kind: 'pupil',
  source: 'aaf',
  status: 'active',
  firstName: 'Inès',
  lastName: 'Moreau',
  place: aPlace(),
  guardians: [],
  ...over,
});

export const aLink = (guardianKey: string, over: Partial<GuardianLink> = {}): GuardianLink => ({
  personId: personIdOf(guardianKey),
  relationship: 'mother',
  rights: FULL_RIGHTS,
  ...over,
});

export const aChild = (pupilKey = 'NANCY-METZ-1', over: Partial<ChildRecord> = {}): ChildRecord => ({
  pupilId: personIdOf(pupilKey),
  firstName: 'Inès',
  lastName: 'Moreau',
  ...SCHOOL,
  classId: classIdOf(UAI, '6e A'),
  className: '6e A',
  groupIds: [],
  adultOn: '2033-03-01',
  relationship: 'mother',
  rights: FULL_RIGHTS,
  ...over,
});

export const aGuardian = (key = 'NANCY-METZ-2', over: Partial<PersonRecord> = {}): PersonRecord => ({
  personId: personIdOf(key),
  joinKey: key,
  kind: 'guardian',
  source: 'aaf',
  status: 'active',
  firstName: 'Claire',
  lastName: 'Moreau',
  email: 'claire.moreau@example.fr',
  mobile: '+33600000001',
  children: [aChild()],
  ...over,
});

export const aPost = (over: Partial<Post> = {}): Post => ({
  ...SCHOOL,
  functions: ['ENS'],
  classIds: [classIdOf(UAI, '6e A')],
  groupIds: [],
  principalOf: [],
  ...over,
});

export const aStaff = (key = 'NANCY-METZ-9', over: Partial<PersonRecord> = {}): PersonRecord => ({
  personId: personIdOf(key),
  joinKey: key,
  kind: 'staff',
  source: 'aaf',
  status: 'active',
  firstName: 'Paul',
  lastName: 'Lemoine',
  email: 'paul.lemoine@ac-nancy-metz.fr',
  posts: [aPost()],
  ...over,
});

export const grantIdOf = (personId: PersonId, kind: Grant['kind']): GrantId => GrantId.parse(`gra_${personId.slice(4)}-${kind}`);

/** A grant as its school keeps it and as its holder bears it. */
export const aGivenGrant = (personId: PersonId, grant: Grant, over: Partial<GrantRecord> = {}): readonly [GrantRecord, HeldGrantRecord] => {
  const record = {
    schoolId: grant.schoolId,
    grantId: grantIdOf(personId, grant.kind),
    personId,
    grant,
    evidence: 'Ordre de mission du 1er novembre',
    givenBy: personId,
    givenOn: grant.from,
    ...over,
  };
  return [record, heldGrantOf(record)];
};
