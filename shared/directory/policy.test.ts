import { describe, expect, it } from 'vitest';
import { anActor } from './actors.testing.ts';
import { PersonId, SchoolId } from '../kernel/ids.ts';
import { mayDecideRights, mayObject, mayReadDetached, mayReadGuardians, mayReadSchool } from './policy.ts';
import type { Actor, StaffFunction } from './schema.ts';

const here = SchoolId.parse('sch_tilleuls');
const there = SchoolId.parse('sch_kleber');
const pupilId = PersonId.parse('per_pupil1');
const pupil = { pupilId, schoolId: here, today: '2026-11-23' };

const staff = (code: StaffFunction, schoolId = here): Actor =>
  anActor({ posts: [{ schoolId, schoolName: 'S', functions: [code], classIds: [], groupIds: [], principalOf: [] }] });

const self = (id: PersonId): Actor =>
  anActor({
    kind: 'pupil',
    personId: id,
    self: {
      pupilId: id,
      firstName: 'A',
      lastName: 'B',
      schoolId: here,
      schoolName: 'S',
      groupIds: [],
      relationship: 'self',
      rights: { informed: true, decides: false, contact: false, payer: false },
    },
  });

const FUNCTIONS: readonly StaffFunction[] = ['DIR', 'CPE', 'AED', 'ENS', 'DOC', 'ETA'];
const allowed = (may: (actor: Actor) => boolean): StaffFunction[] => FUNCTIONS.filter((code) => may(staff(code)));

describe('who may', () => {
  it('reads classes: all the staff of the school and nobody else', () => {
    expect(allowed((actor) => mayReadSchool(actor, pupil))).toEqual(FUNCTIONS);
    expect(mayReadSchool(staff('DIR', there), pupil)).toBe(false);
    expect(mayReadSchool(anActor({ operator: true, kind: 'operator' }), pupil)).toBe(false);
  });

  it('reads guardians’ contacts: the head, the CPE and the AED of the school', () => {
    expect(allowed((actor) => mayReadGuardians(actor, pupil))).toEqual(['DIR', 'CPE', 'AED']);
    expect(mayReadGuardians(staff('CPE', there), pupil)).toBe(false);
    expect(mayReadGuardians(self(pupilId), pupil)).toBe(false);
  });

  it('decides of rights and reviews the vanished: the head and the CPE', () => {
    expect(allowed((actor) => mayDecideRights(actor, pupil))).toEqual(['DIR', 'CPE']);
    expect(allowed((actor) => mayReadDetached(actor, pupil))).toEqual(['DIR', 'CPE']);
    expect(mayDecideRights(staff('DIR', there), pupil)).toBe(false);
  });

  it('objects: the adult pupil himself, or the head for him', () => {
    const adult = { ...pupil, adultOn: '2026-11-23' };
    expect(mayObject(self(pupilId), adult)).toBe(true);
    expect(mayObject(self(pupilId), { ...pupil, adultOn: '2026-11-24' })).toBe(false);
    expect(mayObject(self(PersonId.parse('per_other1')), adult)).toBe(false);
    expect(allowed((actor) => mayObject(actor, adult))).toEqual(['DIR']);
  });
});
