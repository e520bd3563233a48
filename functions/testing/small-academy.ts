import type { Grant } from '@preau/shared/directory/grant.ts';
import type { PersonRecord, RestrictionRecord } from '@preau/shared/directory/record.ts';
import type { GuardianRights, StaffFunction } from '@preau/shared/directory/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { SlotId } from '@preau/shared/kernel/ids.ts';
import { lessonIdOf } from '@preau/shared/timetable/rules.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import type { ImportWrite } from '../directory/import-people.ts';
import { classIdOf, schoolIdOf, personIdOf } from '../directory/ids.ts';
import {
  aChild,
  aClass,
  aGuardian,
  aLink,
  aPlace,
  aPost,
  aPupil,
  aSchool,
  aStaff,
  FULL_RIGHTS,
  grantIdOf,
} from '../directory/testing/builders.ts';

/** Monday 23 November 2026, 8:20 in Nancy: the first lesson is under way. */
export const NOW = '2026-11-23T07:20:00.000Z';
export const TODAY = '2026-11-23';

const HERE = '0540001A';
const ELSEWHERE = '0540002B';
const NO_RIGHTS: GuardianRights = { informed: false, decides: false, contact: true, payer: false };

const key = (name: string): string => `NANCY-METZ-${name}`;
export const person = (name: string): PersonId => personIdOf(key(name));

export const SCHOOL_HERE = schoolIdOf(HERE);
export const CLASS_HERE = classIdOf(HERE, '6e A');

const otherSchool = { schoolId: schoolIdOf(ELSEWHERE), schoolName: 'Lycée des Marronniers' };
const otherClass = { classId: classIdOf(ELSEWHERE, '2de 1'), className: '2de 1' };

const adultPlace = aPlace({ adultOn: '2026-01-15' });
const adultChild = (relationship: 'mother' | 'self') =>
  aChild(key('adult'), { firstName: 'Karim', lastName: 'Benali', adultOn: '2026-01-15', relationship });

const guardianOf = (name: string, rights: GuardianRights): PersonRecord =>
  aGuardian(key(name), { firstName: name, email: `${name}@example.fr`, children: [aChild(key('pupil'), { rights })] });

const staff = (name: string, functions: readonly StaffFunction[], over: Parameters<typeof aPost>[0] = {}): PersonRecord =>
  aStaff(key(name), {
    firstName: name,
    email: `${name}@ac-nancy-metz.fr`,
    posts: [aPost({ functions: [...functions], classIds: [], ...over })],
  });

/** One of each relation to one class: what the columns of the rights matrix are made of. */
export const people: Readonly<Record<string, PersonRecord>> = {
  pupil: aPupil(key('pupil'), {
    guardians: [
      aLink(key('guardian')),
      aLink(key('informedOnly'), { rights: { ...FULL_RIGHTS, decides: false } }),
      aLink(key('contactOnly'), { rights: NO_RIGHTS }),
      aLink(key('restricted')),
    ],
  }),
  classmate: aPupil(key('classmate'), { firstName: 'Tom', guardians: [aLink(key('otherGuardian'))] }),
  adult: aPupil(key('adult'), {
    firstName: 'Karim',
    lastName: 'Benali',
    place: adultPlace,
    guardians: [aLink(key('adultsMother'))],
    email: 'karim@example.fr',
  }),
  guardian: guardianOf('guardian', FULL_RIGHTS),
  informedOnly: guardianOf('informedOnly', { ...FULL_RIGHTS, decides: false }),
  contactOnly: guardianOf('contactOnly', NO_RIGHTS),
  restricted: guardianOf('restricted', FULL_RIGHTS),
  otherGuardian: aGuardian(key('otherGuardian'), { children: [aChild(key('classmate'), { firstName: 'Tom' })] }),
  adultsMother: aGuardian(key('adultsMother'), { children: [adultChild('mother')] }),
  teacher: staff('teacher', ['ENS'], { classIds: [CLASS_HERE] }),
  coTeacher: staff('coTeacher', ['ENS'], { classIds: [CLASS_HERE] }),
  otherTeacher: staff('otherTeacher', ['ENS']),
  headTeacher: staff('headTeacher', ['ENS'], { classIds: [CLASS_HERE], principalOf: [CLASS_HERE] }),
  teacherElsewhere: staff('teacherElsewhere', ['ENS'], otherSchool),
  substitute: staff('substitute', ['ENS'], otherSchool),
  aesh: aStaff(key('aesh'), { firstName: 'aesh', email: 'aesh@ac-nancy-metz.fr', posts: [] }),
  /** In no column: what is given to him and taken from him changes nobody's rights. */
  visitor: aStaff(key('visitor'), { firstName: 'visitor', email: 'visitor@ac-nancy-metz.fr', posts: [] }),
  inspector: aStaff(key('inspector'), { firstName: 'inspector', email: 'inspector@ac-nancy-metz.fr', posts: [] }),
  cpe: staff('cpe', ['CPE']),
  aed: staff('aed', ['AED']),
  head: staff('head', ['DIR']),
  librarian: staff('librarian', ['DOC']),
  bursar: staff('bursar', ['ETA']),
  cpeElsewhere: staff('cpeElsewhere', ['CPE'], otherSchool),
  headElsewhere: staff('headElsewhere', ['DIR'], otherSchool),
  operator: aStaff(key('operator'), { kind: 'operator', source: 'local', posts: [], operator: true }),
};

export const directoryWrites: readonly ImportWrite[] = [
  { type: 'school', record: aSchool() },
  {
    type: 'school',
    record: aSchool({ schoolId: otherSchool.schoolId, uai: ELSEWHERE, name: otherSchool.schoolName, kind: 'lycee', joinKey: key('1002') }),
  },
  { type: 'class', record: aClass('6e A') },
  { type: 'class', record: aClass('6e B') },
  { type: 'class', record: aClass('2de 1', { schoolId: otherSchool.schoolId, classId: otherClass.classId }) },
  ...Object.values(people).map((record) => ({ type: 'person' as const, record, outbox: [] })),
];

const SLOT = SlotId.parse('slo_mondayfrench');

export const slot: Slot = {
  slotId: SLOT,
  schoolId: SCHOOL_HERE,
  weekday: 1,
  start: '08:00',
  end: '09:00',
  from: '2026-09-01',
  until: '2027-07-02',
  except: [],
  subject: 'Français',
  teachers: [
    { personId: person('teacher'), name: 'Mme Teacher' },
    { personId: person('coTeacher'), name: 'M. Co-Teacher' },
  ],
  classes: [{ classId: CLASS_HERE, name: '6e A' }],
  groups: [],
};

export const LESSON = lessonIdOf(SLOT, TODAY);

const restriction = (guardian: string, pupil: string, cause: RestrictionRecord['cause']): RestrictionRecord => ({
  guardianId: person(guardian),
  pupilId: person(pupil),
  cause,
  informed: false,
  decides: false,
  since: '2026-11-03',
  decidedBy: person('head'),
  evidence: 'Pièce du 3 novembre',
  revision: 1,
  history: [],
});

/** The school withholds one guardian's rights; an adult pupil has objected. */
export const restrictions: readonly RestrictionRecord[] = [
  restriction('restricted', 'pupil', 'school'),
  restriction('adultsMother', 'adult', 'adultPupil'),
];

const NOVEMBER = { schoolId: SCHOOL_HERE, from: '2026-11-02', until: '2026-11-30' } as const;

/** What the head has given for the month: to accompany the pupil, to inspect the teacher, to stand in for her; and one to take back. */
export const grants: Readonly<Record<string, Grant>> = {
  aesh: { kind: 'aesh', ...NOVEMBER, pupilId: person('pupil') },
  inspector: { kind: 'inspector', ...NOVEMBER, teacherId: person('teacher') },
  visitor: { kind: 'inspector', ...NOVEMBER, teacherId: person('otherTeacher') },
  substitute: { kind: 'substitute', ...NOVEMBER, forTeacherId: person('teacher'), classIds: [CLASS_HERE], groupIds: [] },
};

export const GRANT_TO_END = grantIdOf(person('visitor'), 'inspector');
