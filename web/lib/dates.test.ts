import { describe, expect, it } from 'vitest';
import { capital, hour, hourOf, interval, isDate, longDate, moment, relativeDate, shiftDate, shortDate, today } from './dates.ts';

const NB = '\u00A0';

describe('dates as a school writes them', () => {
  it.each([
    ['2026-11-23', 'lundi 23 novembre'],
    ['2026-12-01', 'mardi 1er décembre'],
    ['2027-02-28', 'dimanche 28 février'],
    ['2026-11-11', 'mercredi 11 novembre'],
  ])('writes %s as "%s"', (date, text) => expect(longDate(date)).toBe(text));

  it('writes English dates for English readers', () => {
    expect(longDate('2026-12-01', 'en')).toMatch(/Tuesday,? 1 December/u);
    expect(hour('08:05', 'en')).toBe('8:05');
    expect(interval('08:05', '09:00', 'en')).toBe('8:05 to 9:00');
  });

  it.each([
    ['08:05', `8${NB}h${NB}05`],
    ['09:00', `9${NB}h`],
    ['00:30', `0${NB}h${NB}30`],
  ])('writes %s as "%s"', (time, text) => expect(hour(time)).toBe(text));

  it('writes an interval in words', () => expect(interval('08:05', '09:00')).toBe(`de 8${NB}h${NB}05 à 9${NB}h`));

  it.each([
    ['2026-11-23T07:05:00.000Z', `lundi 23 novembre à 8${NB}h${NB}05`],
    ['2026-07-01T06:00:00.000Z', `mercredi 1er juillet à 8${NB}h`],
    ['2026-11-30T23:30:00.000Z', `mardi 1er décembre à 0${NB}h${NB}30`],
  ])('writes the instant %s in Paris', (instant, text) => expect(moment(instant)).toBe(text));

  it('gives the hour in Paris on both sides of the change of clocks', () => {
    expect(hourOf('2026-10-25T00:30:00Z')).toBe(`2${NB}h${NB}30`);
    expect(hourOf('2026-10-25T01:30:00Z')).toBe(`2${NB}h${NB}30`);
  });

  it.each([
    ['2026-11-22', 'hier, dimanche 22 novembre'],
    ['2026-11-23', 'aujourd’hui, lundi 23 novembre'],
    ['2026-11-24', 'demain, mardi 24 novembre'],
    ['2026-11-25', 'mercredi 25 novembre'],
  ])('names near days: %s is "%s"', (date, text) => expect(relativeDate(date, '2026-11-23')).toBe(text));

  it('steps over months and leap days', () => {
    expect(shiftDate('2028-02-28', 1)).toBe('2028-02-29');
    expect(shiftDate('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('is already tomorrow in Paris at 23:30 UTC', () => expect(today(new Date('2026-11-30T23:30:00Z'))).toBe('2026-12-01'));

  it.each([undefined, '', '2026-13-01', '2026-02-31', '9999-99-99', '23/11/2026', '2026-11-23T00:00'])(
    'refuses %s as a date of an address',
    (text) => expect(isDate(text)).toBe(false),
  );

  it.each([
    ['2026-11-23', 'lun. 23 nov.'],
    ['2026-10-01', 'jeu. 1er oct.'],
    ['2026-10-11', 'dim. 11 oct.'],
  ])('abbreviates %s where room is scarce', (date, text) => expect(shortDate(date)).toBe(text));

  it('puts a capital on an accented first letter', () => expect(capital('été')).toBe('Été'));
});
