import { describe, expect, it } from 'vitest';
import { ClassId, GroupId, PersonId, SchoolId } from '../kernel/ids.ts';
import type { Grant } from './grant.ts';
import {
  inspects,
  isAeshOf,
  isHeadOf,
  isLibrarianOf,
  standsInFor,
  teachesAudience,
  teachesClass,
  worksIn,
  type TaughtLesson,
} from './relations.ts';
import type { Actor, Post } from './schema.ts';

const HERE = SchoolId.parse('sch_tilleuls');
const THERE = SchoolId.parse('sch_kleber');
const [A, B, C] = ['cls_sixiemeA', 'cls_sixiemeB', 'cls_sixiemeC'].map((id) => ClassId.parse(id)) as [ClassId, ClassId, ClassId];
const [LATIN, GREEK] = ['grp_latin01', 'grp_greek01'].map((id) => GroupId.parse(id)) as [GroupId, GroupId];
const PUPIL = PersonId.parse('per_pupil1');
const TEACHER = PersonId.parse('per_teacher1');
const COLLEAGUE = PersonId.parse('per_colleague1');
const YEAR = { schoolId: HERE, from: '2026-09-01', until: '2027-07-02' } as const;

const actor = (posts: readonly Partial<Post>[], grants: readonly Grant[] = []): Actor => ({
  personId: PersonId.parse('per_actor1'),
  kind: 'staff',
  firstName: 'A',
  lastName: 'B',
  language: 'fr',
  sessionsValidFrom: 0,
  children: [],
  posts: posts.map((post) => ({
    schoolId: HERE,
    schoolName: 'S',
    functions: ['ENS'],
    classIds: [],
    groupIds: [],
    principalOf: [],
    ...post,
  })),
  operator: false,
  grants: [...grants],
});

const teacher = actor([{ classIds: [A, B], groupIds: [LATIN] }]);
const substitute = actor([], [{ kind: 'substitute', ...YEAR, forTeacherId: TEACHER, classIds: [A], groupIds: [LATIN] }]);
const aesh = actor([], [{ kind: 'aesh', ...YEAR, pupilId: PUPIL }]);
const inspector = actor([], [{ kind: 'inspector', ...YEAR, teacherId: TEACHER }]);

describe('who teaches a class', () => {
  it.each([
    ['its teacher', teacher, HERE, A, true],
    ['its teacher, asked about a class that is not his', teacher, HERE, C, false],
    ['a teacher of a class of the same id in another school', teacher, THERE, A, false],
    ['whoever stands in for its teacher', substitute, HERE, A, true],
    ['a substitute, asked about another class of whom he replaces', substitute, HERE, B, false],
    ['an AESH', aesh, HERE, A, false],
    ['an inspector', inspector, HERE, A, false],
  ])('%s: see', (_who, who, schoolId, classId, expected) => {
    expect(teachesClass(who, { schoolId, classId })).toBe(expected);
  });
});

describe('who teaches an audience', () => {
  it.each([
    ['all its classes', teacher, [A, B], [], true],
    ['only some of its classes', teacher, [A, C], [], false],
    ['its group', teacher, [A], [LATIN], true],
    ['the class of the group, but not the group', teacher, [A], [GREEK], false],
    ['nobody at all', teacher, [], [], false],
    ['the class he takes over', substitute, [A], [], true],
    ['the group he takes over', substitute, [], [LATIN], true],
    ['a group he does not take over', substitute, [A], [GREEK], false],
  ])('%s: see', (_what, who, classIds, groupIds, expected) => {
    expect(teachesAudience(who, { schoolId: HERE, classIds, groupIds })).toBe(expected);
  });
});

describe('a lesson given in place of its teacher', () => {
  const lesson: TaughtLesson = { schoolId: HERE, teachers: [{ personId: TEACHER }], classes: [{ classId: A }], groups: [] };

  it.each<[string, Actor, TaughtLesson, boolean]>([
    ['of the class he takes over', substitute, lesson, true],
    ['of the group he takes over', substitute, { ...lesson, classes: [], groups: [{ groupId: LATIN }] }, true],
    ['of another class of the same teacher', substitute, { ...lesson, classes: [{ classId: B }] }, false],
    ['of the same class by another teacher', substitute, { ...lesson, teachers: [{ personId: COLLEAGUE }] }, false],
    ['of another school', substitute, { ...lesson, schoolId: THERE }, false],
    ['by an inspector', inspector, lesson, false],
  ])('%s: see', (_what, who, given, expected) => {
    expect(standsInFor(who, given)).toBe(expected);
  });
});

describe('who is what', () => {
  it('an AESH is the AESH of one pupil', () => {
    expect([isAeshOf(aesh, PUPIL), isAeshOf(aesh, TEACHER), isAeshOf(substitute, PUPIL)]).toEqual([true, false, false]);
  });

  it('an inspector inspects one teacher of one school', () => {
    expect(inspects(inspector, { schoolId: HERE, teacherId: TEACHER })).toBe(true);
    expect(inspects(inspector, { schoolId: THERE, teacherId: TEACHER })).toBe(false);
    expect(inspects(inspector, { schoolId: HERE, teacherId: COLLEAGUE })).toBe(false);
    expect(inspects(substitute, { schoolId: HERE, teacherId: TEACHER })).toBe(false);
  });

  it('a substitute works in the school while it lasts; an AESH and an inspector do not belong to its staff', () => {
    expect([teacher, substitute, aesh, inspector].map((who) => worksIn(who, HERE))).toEqual([true, true, false, false]);
    expect(worksIn(substitute, THERE)).toBe(false);
  });

  it('a head and a librarian are so in their own school', () => {
    const head = actor([{ functions: ['DIR'] }]);
    const librarian = actor([{ functions: ['DOC'] }]);
    expect([isHeadOf(head, HERE), isHeadOf(head, THERE), isHeadOf(librarian, HERE)]).toEqual([true, false, false]);
    expect([isLibrarianOf(librarian, HERE), isLibrarianOf(librarian, THERE), isLibrarianOf(head, HERE)]).toEqual([true, false, false]);
  });
});
