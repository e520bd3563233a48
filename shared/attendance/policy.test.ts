import { describe, expect, it } from 'vitest';
import { anActor } from '../directory/actors.testing.ts';
import type { Actor, Child, StaffFunction } from '../directory/schema.ts';
import { ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import { mayCallRoll, mayJustify, mayReadAbsences, mayRunOffice, stillConcerns } from './policy.ts';

const SCHOOL = SchoolId.parse('sch_college');
const PUPIL = PersonId.parse('per_lea0000');
const ME = PersonId.parse('per_me00000');
const SUBJECT = { pupilId: PUPIL, schoolId: SCHOOL };

const actor = (change: Partial<Actor>): Actor => anActor({ personId: ME, kind: 'guardian', ...change });
const child = (informed: boolean, decides: boolean, pupilId = PUPIL): Child => ({
  pupilId,
  firstName: 'Léa',
  lastName: 'B',
  schoolId: SCHOOL,
  schoolName: 'C',
  groupIds: [],
  relationship: 'mother',
  rights: { informed, decides, contact: true, payer: true },
});
const post = (functions: StaffFunction[], schoolId = SCHOOL) => ({
  schoolId,
  schoolName: 'C',
  functions,
  groupIds: [],
  principalOf: [],
  classIds: [ClassId.parse('cls_third-a')],
});
const staff = (functions: StaffFunction[], schoolId = SCHOOL) => actor({ kind: 'staff', posts: [post(functions, schoolId)] });
const guardian = (informed: boolean, decides: boolean, pupilId = PUPIL) => actor({ children: [child(informed, decides, pupilId)] });
const pupil = (decides: boolean) => actor({ personId: PUPIL, kind: 'pupil', self: child(true, decides) });
const OTHER = SchoolId.parse('sch_other00');
const SIBLING = PersonId.parse('per_sibling');

describe('absences', () => {
  it.each<[string, Actor, { reads: boolean; justifies: boolean; office: boolean; told: boolean }]>([
    ['a guardian with both rights', guardian(true, true), { reads: true, justifies: true, office: false, told: true }],
    ['a guardian who is only informed', guardian(true, false), { reads: true, justifies: false, office: false, told: true }],
    ['a guardian who only decides', guardian(false, true), { reads: false, justifies: false, office: false, told: false }],
    ['a guardian without rights', guardian(false, false), { reads: false, justifies: false, office: false, told: false }],
    ['a sibling’s guardian', guardian(true, true, SIBLING), { reads: false, justifies: false, office: false, told: false }],
    ['the minor pupil', pupil(false), { reads: true, justifies: false, office: false, told: false }],
    ['the adult pupil', pupil(true), { reads: true, justifies: true, office: false, told: true }],
    ['the CPE', staff(['CPE']), { reads: true, justifies: false, office: true, told: false }],
    ['a supervisor', staff(['AED']), { reads: true, justifies: false, office: true, told: false }],
    ['the head', staff(['DIR']), { reads: true, justifies: false, office: true, told: false }],
    ['a teacher', staff(['ENS']), { reads: false, justifies: false, office: false, told: false }],
    ['the librarian', staff(['DOC', 'ETA']), { reads: false, justifies: false, office: false, told: false }],
    ['the CPE of another school', staff(['CPE'], OTHER), { reads: false, justifies: false, office: false, told: false }],
    ['an operator', actor({ kind: 'operator', operator: true }), { reads: false, justifies: false, office: false, told: false }],
  ])('are open to %s as the school says', (_who, who, expected) => {
    expect({
      reads: mayReadAbsences(who, SUBJECT),
      justifies: mayJustify(who, SUBJECT),
      office: mayRunOffice(who, SUBJECT),
      told: stillConcerns(who, SUBJECT),
    }).toEqual(expected);
  });

  it('are answered by a CPE as a parent of his own pupil only with a parent’s rights', () => {
    expect(mayJustify({ ...staff(['CPE']), children: [child(true, true)] }, SUBJECT)).toBe(true);
    expect(mayJustify({ ...staff(['CPE']), children: [child(true, false)] }, SUBJECT)).toBe(false);
  });
});

describe('a register', () => {
  const lesson = { schoolId: SCHOOL, teachers: [{ personId: ME }], classes: [], groups: [] };
  it.each<[string, Actor, boolean]>([
    ['its teacher', staff(['ENS']), true],
    ['its teacher, whatever his post is called', staff(['DOC']), true],
    ['a colleague of the same class', { ...staff(['ENS']), personId: SIBLING }, false],
    ['the office of its school', { ...staff(['AED']), personId: SIBLING }, true],
    ['the office of another school', { ...staff(['CPE'], OTHER), personId: SIBLING }, false],
    ['a guardian who bears the teacher’s id', guardian(true, true), false],
    ['a pupil of the class', pupil(true), false],
    ['an operator', { ...actor({ kind: 'operator', operator: true }), personId: SIBLING }, false],
  ])('is called by %s: see', (_who, who, expected) => {
    expect(mayCallRoll(who, lesson)).toBe(expected);
  });
});
