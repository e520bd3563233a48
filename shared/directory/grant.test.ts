import { describe, expect, it } from 'vitest';
import { PersonId, SchoolId } from '../kernel/ids.ts';
import { grantStateOf, isInForce, mayLast, overlaps, type Grant } from './grant.ts';

const TODAY = '2026-11-23';
const grant = (from: string, until: string, pupil = 'per_pupil1'): Grant => ({
  kind: 'aesh',
  schoolId: SchoolId.parse('sch_tilleuls'),
  from,
  until,
  pupilId: PersonId.parse(pupil),
});

describe('a grant', () => {
  it.each([
    ['2026-11-23', '2026-11-23', true],
    ['2026-11-01', '2026-11-23', true],
    ['2026-11-23', '2026-12-01', true],
    ['2026-11-24', '2026-12-01', false],
    ['2026-11-01', '2026-11-22', false],
  ])('from %s until %s counts today: %s', (from, until, expected) => {
    expect(isInForce({ from, until }, TODAY)).toBe(expected);
  });

  it.each([
    ['2026-11-24', '2026-12-01', false, 'later'],
    ['2026-11-23', '2026-12-01', false, 'inForce'],
    ['2026-11-01', '2026-11-22', false, 'over'],
    ['2026-11-23', '2026-12-01', true, 'revoked'],
  ])('from %s until %s, revoked %s, is %s', (from, until, revoked, state) => {
    expect(grantStateOf({ from, until }, revoked, TODAY)).toBe(state);
  });

  it.each([
    ['2026-11-23', '2026-11-23', true],
    ['2026-11-22', '2026-12-01', false],
    ['2026-12-01', '2026-11-30', false],
    ['2026-11-23', '2027-11-24', true],
    ['2026-11-23', '2027-11-25', false],
  ])('may be given from %s until %s: %s', (from, until, expected) => {
    expect(mayLast({ from, until }, TODAY)).toBe(expected);
  });

  it('is not given twice for a day in common', () => {
    const first = grant('2026-11-23', '2026-11-30');
    expect(overlaps(first, grant('2026-11-30', '2026-12-10'))).toBe(true);
    expect(overlaps(first, grant('2026-12-01', '2026-12-10'))).toBe(false);
    expect(overlaps(first, grant('2026-11-23', '2026-11-30', 'per_pupil2'))).toBe(false);
  });
});
