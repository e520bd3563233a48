import { describe, expect, it } from 'vitest';
import { PersonId } from '../kernel/ids.ts';
import { addDays } from '../kernel/school-time.ts';
import {
  areInOrder,
  closing,
  defaultPeriods,
  endsOf,
  isOfYear,
  keepsClosed,
  kindOfSchool,
  periodBefore,
  periodName,
  periodOn,
  periodsEnding,
  reopening,
  withClosings,
} from './periods.ts';

const closed = { by: PersonId.parse('per_head000'), byName: 'Mme Roux', at: '2026-12-04T17:00:00.000Z' };
const trimesters = defaultPeriods('trimester', 2026).periods;

describe('the periods of a class', () => {
  it.each([
    ['college', 'trimester'],
    ['lycee', 'trimester'],
    ['lyceePro', 'semester'],
    ['lyceeAgricole', 'semester'],
    ['other', 'trimester'],
    [undefined, 'trimester'],
  ] as const)('are, in a school of kind %s, by %s', (school, kind) => {
    expect(kindOfSchool(school)).toBe(kind);
  });

  it.each(['trimester', 'semester'] as const)('leave no day of the school year out, by %s', (kind) => {
    const { periods } = defaultPeriods(kind, 2026);
    expect([periods[0]?.from, periods.at(-1)?.until]).toEqual(['2026-08-01', '2027-07-31']);
    for (const [index, period] of periods.slice(1).entries()) expect(period.from).toBe(addDays(periods[index]?.until ?? '', 1));
  });

  it.each([
    ['2026-09-01', '2026-T1'],
    ['2026-11-30', '2026-T1'],
    ['2026-12-01', '2026-T2'],
    ['2027-03-15', '2026-T2'],
    ['2027-07-02', '2026-T3'],
    ['2027-08-01', undefined],
  ])('hold %s in %s', (date, key) => {
    expect(periodOn(trimesters, date)?.key).toBe(key);
  });

  it('know the one before, within the year', () => {
    expect(periodBefore(trimesters, '2026-T2')?.key).toBe('2026-T1');
    expect(periodBefore(trimesters, '2026-T1')).toBeUndefined();
    expect(periodBefore(trimesters, '2025-T2')).toBeUndefined();
  });

  it('are named as everybody says', () => {
    expect(['2026-T1', '2026-T3', '2026-S2'].map(periodName)).toEqual(['1er trimestre', '3e trimestre', '2e semestre']);
  });

  it('are written in their own year only', () => {
    expect(isOfYear('2026-T3', '2027-07-31')).toBe(true);
    expect(isOfYear('2026-T3', '2027-08-01')).toBe(false);
  });
});

describe('dates that a head gives', () => {
  it.each([
    ['trimester', ['2026-11-27', '2027-03-05'], true],
    ['trimester', ['2026-11-27', '2026-11-27'], false],
    ['trimester', ['2027-03-05', '2026-11-27'], false],
    ['trimester', ['2026-11-27'], false],
    ['semester', ['2027-01-22'], true],
    ['semester', ['2027-07-31'], false],
    ['semester', ['2026-07-31'], false],
    ['semester', ['2028-01-22'], false],
  ] as const)('%s ending %j: %s', (kind, ends, isKept) => {
    expect(areInOrder(kind, 2026, ends)).toBe(isKept);
  });

  it('come back as they were given', () => {
    const ends = ['2026-11-27', '2027-03-05'];
    expect(endsOf(periodsEnding('trimester', 2026, ends))).toEqual(ends);
  });

  it('never move a closed period', () => {
    const periods = closing(trimesters, '2026-T1', closed);
    expect(keepsClosed(periods, periodsEnding('trimester', 2026, ['2026-11-30', '2027-03-01']))).toBe(true);
    expect(keepsClosed(periods, periodsEnding('trimester', 2026, ['2026-11-27', '2027-03-15']))).toBe(false);
    expect(keepsClosed(periods, periodsEnding('semester', 2026, ['2027-01-31']))).toBe(false);
  });

  it('keep what is closed, closed', () => {
    const next = withClosings(periodsEnding('trimester', 2026, ['2026-11-30', '2027-03-01']), closing(trimesters, '2026-T1', closed));
    expect(next.map((period) => period.closed !== undefined)).toEqual([true, false, false]);
  });
});

it('reopens what was closed, and nothing else', () => {
  const both = closing(closing(trimesters, '2026-T1', closed), '2026-T2', closed);
  expect(reopening(both, '2026-T2')).toEqual(closing(trimesters, '2026-T1', closed));
});
