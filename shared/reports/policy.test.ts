import { expect, it } from 'vitest';
import { anActor } from '../directory/actors.testing.ts';
import type { Actor, Child, GuardianRights, StaffFunction } from '../directory/schema.ts';
import { ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import { isVisible, mayListCards, mayListOwnCards, mayReadCard, mayReadClassCards, maySeal } from './policy.ts';

const HERE = SchoolId.parse('sch_tilleuls');
const ELSEWHERE = SchoolId.parse('sch_marronniers');
const CLASS = ClassId.parse('cls_troisieme');
const PUPIL = PersonId.parse('per_inesines');
const NOW = '2026-12-07T09:00:00.000Z';

const pupil = { pupilId: PUPIL, schoolId: HERE, classId: CLASS };
const version = { schoolId: HERE, classId: CLASS, visibleFrom: NOW };
const card = { pupil, version };

const child = (rights: Partial<GuardianRights>): Child => ({
  pupilId: PUPIL,
  firstName: 'Inès',
  lastName: 'Moreau',
  schoolId: HERE,
  schoolName: 'Collège des Tilleuls',
  groupIds: [],
  relationship: 'mother',
  rights: { informed: false, decides: false, contact: true, payer: true, ...rights },
});
const guardian = (rights: Partial<GuardianRights>): Actor => anActor({ kind: 'guardian', children: [child(rights)] });
const self = anActor({ kind: 'pupil', personId: PUPIL, self: child({}) });
const staff = (functions: StaffFunction[], schoolId = HERE, principalOf: ClassId[] = []): Actor =>
  anActor({ posts: [{ schoolId, schoolName: 'Ici', functions, classIds: [CLASS], groupIds: [], principalOf }] });

it.each<[string, Actor, boolean]>([
  ['the pupil himself', self, true],
  ['a guardian who is informed and decides', guardian({ informed: true, decides: true }), true],
  ['a guardian who is only informed', guardian({ informed: true }), true],
  ['a guardian who only decides', guardian({ decides: true }), false],
  ['a guardian without rights, or ruled out by an adult pupil', guardian({}), false],
  ['the head', staff(['DIR']), true],
  ['the CPE', staff(['CPE']), true],
  ['the head teacher', staff(['ENS'], HERE, [CLASS]), true],
  ['another teacher of the class', staff(['ENS']), false],
  ['a supervisor', staff(['AED']), false],
  ['the librarian', staff(['DOC']), false],
  ['the head of another school', staff(['DIR'], ELSEWHERE), false],
  ['an operator', anActor({ kind: 'operator', operator: true }), false],
])('opens a card to %s: %s', (_who, actor, expected) => {
  expect(mayReadCard(actor, card, NOW)).toBe(expected);
  expect(mayListCards(actor, pupil)).toBe(expected);
});

it('keeps families waiting for the hour, and nobody else', () => {
  const later = { pupil, version: { ...version, visibleFrom: '2026-12-07T09:00:00.001Z' } };
  expect(isVisible(later.version, NOW)).toBe(false);
  expect([self, guardian({ informed: true }), staff(['DIR'])].map((actor) => mayReadCard(actor, later, NOW))).toEqual([false, false, true]);
});

it('lets a card follow the pupil: his new school reads it, the one that sealed it still does, and alone may revoke it', () => {
  const moved = { pupil: { pupilId: PUPIL, schoolId: ELSEWHERE }, version };
  expect(mayReadCard(staff(['DIR'], ELSEWHERE), moved, NOW)).toBe(true);
  expect(mayReadCard(staff(['DIR']), moved, NOW)).toBe(true);
  expect([maySeal(staff(['DIR'], ELSEWHERE), version), maySeal(staff(['DIR']), version)]).toEqual([false, true]);
  expect(mayReadCard(staff(['CPE'], ELSEWHERE), { pupil: { pupilId: PUPIL }, version }, NOW)).toBe(false);
});

it('gives the whole class to the head, the CPE and its head teacher, and one’s own list to families alone', () => {
  const readers = [staff(['DIR']), staff(['CPE']), staff(['ENS'], HERE, [CLASS]), staff(['ENS']), staff(['AED']), self];
  expect(readers.map((actor) => mayReadClassCards(actor, version))).toEqual([true, true, true, false, false, false]);
  expect([self, guardian({}), staff(['DIR'])].map(mayListOwnCards)).toEqual([true, true, false]);
});
