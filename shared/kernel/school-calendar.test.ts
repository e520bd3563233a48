import { describe, expect, it } from 'vitest';
import { firstSchoolDay, holidayZoneOf, isSchoolDay, nextSchoolDay, publicHolidaysOf, schoolHolidaysOf } from './school-calendar.ts';

const NANCY = '0540001A';
const METZ = '0570001B';
const LYON = '0690001C';
const PARIS = '0750001D';
const SAINT_DENIS = '9740001E';
const AJACCIO = '6200001F';

describe('public holidays', () => {
  it('are eleven, by rule', () => {
    expect(publicHolidaysOf(2027, NANCY)).toEqual([
      '2027-01-01',
      '2027-03-29',
      '2027-05-01',
      '2027-05-06',
      '2027-05-08',
      '2027-05-17',
      '2027-07-14',
      '2027-08-15',
      '2027-11-01',
      '2027-11-11',
      '2027-12-25',
    ]);
  });

  it.each([
    [2024, '2024-04-01'],
    [2025, '2025-04-21'],
    [2026, '2026-04-06'],
    [2035, '2035-03-26'],
    [2038, '2038-04-26'],
  ])('keep Easter Monday of %i on %s', (year, easterMonday) => {
    expect(publicHolidaysOf(year, NANCY)).toContain(easterMonday);
  });

  it('add Good Friday and Saint Stephen’s day in Moselle, and the abolition of slavery in La Réunion', () => {
    expect(publicHolidaysOf(2027, METZ)).toEqual(expect.arrayContaining(['2027-03-26', '2027-12-26']));
    expect(publicHolidaysOf(2027, NANCY)).not.toContain('2027-03-26');
    expect(publicHolidaysOf(2026, SAINT_DENIS)).toContain('2026-12-20');
  });
});

describe('the zone of a school', () => {
  it.each([
    [LYON, 'A'],
    [NANCY, 'B'],
    [PARIS, 'C'],
    [SAINT_DENIS, undefined],
    [AJACCIO, undefined],
  ])('of UAI %s is %s', (uai, zone) => {
    expect(holidayZoneOf(uai)).toBe(zone);
  });
});

describe('school days of 2026-2027', () => {
  it.each([
    ['2026-08-31', NANCY, false],
    ['2026-09-01', NANCY, true],
    ['2026-10-16', NANCY, true],
    ['2026-10-19', NANCY, false],
    ['2026-11-02', NANCY, true],
    ['2026-11-11', NANCY, false],
    ['2026-11-28', NANCY, false],
    ['2027-02-15', LYON, false],
    ['2027-02-15', NANCY, true],
    ['2027-03-08', NANCY, true],
    ['2027-04-05', PARIS, false],
    ['2027-04-19', PARIS, true],
    ['2027-03-29', PARIS, false],
    ['2027-05-07', NANCY, false],
    ['2027-07-02', NANCY, true],
    ['2027-07-05', NANCY, false],
    ['2027-02-15', SAINT_DENIS, true],
  ])('%s for %s: %s', (date, uai, expected) => {
    expect(isSchoolDay(date, uai)).toBe(expected);
  });

  it('are also taken away by the closures of the school', () => {
    expect(isSchoolDay('2026-11-23', NANCY, [{ from: '2026-11-23', until: '2026-11-23' }])).toBe(false);
    expect(nextSchoolDay('2026-11-20', NANCY, [{ from: '2026-11-23', until: '2026-11-24' }])).toBe('2026-11-25');
  });

  it.each([
    ['2026-10-16', '2026-11-02'],
    ['2026-11-10', '2026-11-12'],
    ['2026-12-18', '2027-01-04'],
    ['2027-05-05', '2027-05-10'],
  ])('follow one another: after %s comes %s', (date, next) => {
    expect(nextSchoolDay(date, NANCY)).toBe(next);
  });

  it.each([
    ['where the calendar is known', NANCY, [], '2026-09-01'],
    ['after the days that the school adds', NANCY, [{ from: '2026-09-01', until: '2026-09-01' }], '2026-09-02'],
    ['where the academy’s holidays are entered as closures', SAINT_DENIS, [{ from: '2026-07-04', until: '2026-08-16' }], '2026-08-17'],
    ['in September, where nothing is known', SAINT_DENIS, [], '2026-09-01'],
  ])('begin %s', (_, uai, closures, first) => {
    expect(firstSchoolDay(2026, uai, closures)).toBe(first);
  });

  it('are listed in order', () => {
    expect(schoolHolidaysOf(NANCY).map(({ from }) => from)).toEqual([
      '2026-07-04',
      '2026-10-17',
      '2026-12-19',
      '2027-02-20',
      '2027-04-17',
      '2027-05-07',
      '2027-07-03',
    ]);
  });
});
