import { describe, expect, it } from 'vitest';
import { addSeconds } from '../kernel/school-time.ts';
import { spreadOf } from '../kernel/spread.ts';
import { dueInstant, SPREAD_SECONDS, windowAt } from './window.ts';

const PARIS = 'Europe/Paris';

describe('an absence (class B) recorded in Paris', () => {
  it.each([
    ['on a winter Monday at 6:59, at 7:00', '2026-11-23T05:59:00.000Z', '2026-11-23T06:00:00.000Z'],
    ['on a winter Monday at 7:00, at once', '2026-11-23T06:00:00.000Z', '2026-11-23T06:00:00.000Z'],
    ['on a Thursday at 19:59, at once', '2026-11-26T18:59:00.000Z', '2026-11-26T18:59:00.000Z'],
    ['on a Thursday at 20:00, on Friday at 7:00', '2026-11-26T19:00:00.000Z', '2026-11-27T06:00:00.000Z'],
    ['on a Saturday at noon, at once: safety does not wait for Monday', '2026-11-28T11:00:00.000Z', '2026-11-28T11:00:00.000Z'],
    ['on the evening before winter time, at 7:00 of the longer night', '2026-10-24T18:30:00.000Z', '2026-10-25T06:00:00.000Z'],
    ['in the hour that winter time repeats, at 7:00, once', '2026-10-25T00:30:00.000Z', '2026-10-25T06:00:00.000Z'],
    ['in the same hour again, at the same 7:00', '2026-10-25T01:30:00.000Z', '2026-10-25T06:00:00.000Z'],
    ['on the evening before summer time, at 7:00 of the shorter night', '2027-03-27T19:30:00.000Z', '2027-03-28T05:00:00.000Z'],
    ['on a summer evening at 20:30, at 7:00 of the next day', '2027-06-14T18:30:00.000Z', '2027-06-15T05:00:00.000Z'],
    ['on New Year’s Eve at 22:00, on 1 January at 7:00', '2026-12-31T21:00:00.000Z', '2027-01-01T06:00:00.000Z'],
  ])('may be told: %s', (_case, recorded, told) => {
    expect(windowAt('B', recorded, PARIS)).toBe(told);
  });

  it('follows the school’s own zone', () => {
    expect(windowAt('B', '2026-11-23T06:00:00.000Z', 'Indian/Reunion')).toBe('2026-11-23T06:00:00.000Z');
    expect(windowAt('B', '2026-11-23T16:30:00.000Z', 'Indian/Reunion')).toBe('2026-11-24T03:00:00.000Z');
  });
});

describe('an academy with other hours', () => {
  it.each([
    [
      'open late for boarding schools, at 21:30, at once',
      '2026-11-23T20:30:00.000Z',
      { opens: '07:00', closes: '22:00' },
      '2026-11-23T20:30:00.000Z',
    ],
    ['never closed, at night, at once', '2026-11-23T23:30:00.000Z', { opens: '00:00', closes: '24:00' }, '2026-11-23T23:30:00.000Z'],
    ['opening at 8:00, at 7:30, at 8:00', '2026-11-23T06:30:00.000Z', { opens: '08:00', closes: '18:00' }, '2026-11-23T07:00:00.000Z'],
  ])('tells of an absence: %s', (_case, recorded, hours, told) => {
    expect(windowAt('B', recorded, PARIS, hours)).toBe(told);
  });
});

describe('the other classes', () => {
  it('send a safety alert at any hour', () => {
    expect(windowAt('A', '2026-11-23T02:00:00.000Z', PARIS)).toBe('2026-11-23T02:00:00.000Z');
  });

  it.each(['C', 'D'] as const)('keep class %s for the digest of 18:00', (alertClass) => {
    expect(windowAt(alertClass, '2026-11-23T12:00:00.000Z', PARIS)).toBe('2026-11-23T17:00:00.000Z');
    expect(windowAt(alertClass, '2026-11-23T17:00:00.001Z', PARIS)).toBe('2026-11-24T17:00:00.000Z');
    expect(windowAt(alertClass, '2026-10-24T17:00:00.000Z', PARIS)).toBe('2026-10-25T17:00:00.000Z');
  });
});

describe('the hour at which a delivery is due', () => {
  it('is the end of the undo window during the day', () => {
    expect(dueInstant('B', 'key', '2026-11-23T07:20:00.000Z', 5, PARIS)).toBe('2026-11-23T07:20:05.000Z');
  });

  it('is the next morning when the undo window ends after 20:00', () => {
    expect(dueInstant('B', 'key', '2026-11-23T18:59:30.000Z', 60, PARIS).slice(0, 13)).toBe('2026-11-24T06');
  });

  it('is spread over ten minutes after a closed night, always the same for the same key', () => {
    const evening = '2026-11-23T20:00:00.000Z';
    const opens = '2026-11-24T06:00:00.000Z';
    const dues = Array.from({ length: 2000 }, (_, index) => dueInstant('B', `key${index}`, evening, 5, PARIS));
    expect(dues).toEqual(Array.from({ length: 2000 }, (_, index) => dueInstant('B', `key${index}`, evening, 5, PARIS)));
    expect(dues.every((due) => due >= opens && due < addSeconds(opens, SPREAD_SECONDS))).toBe(true);
    const perMinute = Array.from({ length: 10 }, (_, minute) => dues.filter((due) => due.slice(14, 16) === `0${minute}`).length);
    expect(Math.min(...perMinute)).toBeGreaterThan(120);
  });

  it('spreads within what is asked', () => {
    expect(new Set(Array.from({ length: 500 }, (_, index) => spreadOf(`k${index}`, 8)))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
  });
});
