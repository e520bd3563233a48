import { describe, expect, it } from 'vitest';
import { settingsOf } from '../directory/settings.ts';
import { instantOf } from '../kernel/school-time.ts';
import { correctionInstant, openingsOf } from './marks-release.ts';

const SCHOOL = { ...settingsOf(undefined, { uai: '0540001A', zone: 'Europe/Paris' }, '2026-11-23'), spreadMinutes: 0 };
const MARKS = { hours: ['14:00'], guardianDelayHours: 24 };
const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11));

const openings = (now: string, marks = MARKS, from?: string) => {
  const { pupilFrom, guardianFrom } = openingsOf('evl_some', { now: at(now), from }, marks, SCHOOL);
  return [pupilFrom, guardianFrom];
};

describe('marks appear', () => {
  it.each([
    ['2026-11-24 08:00', '2026-11-24 14:00', '2026-11-25 14:00'],
    ['2026-11-24 14:00', '2026-11-24 14:00', '2026-11-25 14:00'],
    ['2026-11-24 14:01', '2026-11-25 14:00', '2026-11-26 14:00'],
    ['2026-11-27 10:00', '2026-11-27 14:00', '2026-11-30 07:00'],
    ['2026-11-27 18:00', '2026-11-30 14:00', '2026-12-01 14:00'],
    ['2026-11-28 10:00', '2026-11-30 14:00', '2026-12-01 14:00'],
    // Clocks go back on the night of 24 October 2026: twenty-four hours have really passed.
    ['2026-10-23 08:00', '2026-10-23 14:00', '2026-10-26 07:00'],
  ])('published on %s: to pupils on %s, to guardians on %s', (now, pupils, guardians) => {
    expect(openings(now)).toEqual([at(pupils), at(guardians)]);
  });

  it('at the first of several hours that the window lets through', () => {
    const hours = { hours: ['18:00', '12:00', '21:00'], guardianDelayHours: 0 };
    expect(openings('2026-11-24 08:00', hours)).toEqual([at('2026-11-24 12:00'), at('2026-11-24 12:00')]);
    expect(openings('2026-11-24 18:30', hours)).toEqual([at('2026-11-25 12:00'), at('2026-11-25 12:00')]);
    expect(openings('2026-11-24 18:30', { ...hours, hours: ['21:00'] })[0]).toBe(at('2026-11-24 18:30'));
  });

  it('at once in the window when the school has no hour', () => {
    expect(openings('2026-11-24 08:00', { hours: [], guardianDelayHours: 24 })).toEqual([at('2026-11-24 08:00'), at('2026-11-25 08:00')]);
    expect(openings('2026-11-24 22:00', { hours: [], guardianDelayHours: 0 })).toEqual([at('2026-11-25 07:00'), at('2026-11-25 07:00')]);
  });

  it('not before the day that the teacher chose', () => {
    expect(openings('2026-11-24 08:00', MARKS, '2026-11-26')).toEqual([at('2026-11-26 14:00'), at('2026-11-27 14:00')]);
    expect(openings('2026-11-24 08:00', MARKS, '2026-11-20')[0]).toBe(at('2026-11-24 14:00'));
  });

  it('some minutes later for some evaluations than for others, always the same, guardians never before pupils', () => {
    const spread = { ...SCHOOL, spreadMinutes: 10 };
    const instants = Array.from({ length: 40 }, (_, index) => openingsOf(`evl_${index}`, { now: at('2026-11-27 10:00') }, MARKS, spread));
    expect(new Set(instants.map(({ pupilFrom }) => pupilFrom)).size).toBeGreaterThan(20);
    for (const { pupils, pupilFrom, guardianFrom } of instants) {
      expect(pupils).toBe(at('2026-11-27 14:00'));
      expect(pupilFrom >= pupils && pupilFrom < at('2026-11-27 14:10')).toBe(true);
      expect(guardianFrom >= at('2026-11-30 07:00') && guardianFrom < at('2026-11-30 07:10')).toBe(true);
    }
  });
});

describe('a correction', () => {
  const published = { pupilFrom: at('2026-11-24 14:00') };

  it.each([
    ['2026-11-24 10:00', '2026-11-24 14:00'],
    ['2026-11-24 15:00', '2026-11-24 15:00'],
    ['2026-11-24 21:00', '2026-11-25 07:00'],
    ['2026-11-28 10:00', '2026-11-30 07:00'],
  ])('made on %s is read from %s', (now, seen) => {
    expect(correctionInstant(at(now), published, [], SCHOOL)).toBe(at(seen));
  });

  it('never comes before an earlier one, even when the head opens the window meanwhile', () => {
    const earlier = [{ visibleFrom: at('2026-11-30 07:00') }];
    expect(
      correctionInstant(at('2026-11-28 11:00'), published, earlier, { ...SCHOOL, publication: { ...SCHOOL.publication, weekdays: [6] } }),
    ).toBe(at('2026-11-30 07:00'));
  });
});
