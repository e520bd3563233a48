import fc from 'fast-check';
import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as plainDate from 'temporal-polyfill/fns/PlainDate';
import { describe, expect, it } from 'vitest';
import { addDays, addSeconds, daysBetween, instantOf, localDateOf, LocalTime, localTimeOf, minutesOf, weekdayOf } from './school-time.ts';
import { seedOfRun } from './seed.testing.ts';

describe('the school’s hour', () => {
  it.each([
    ['2026-10-23T06:00:00.000Z', '2026-10-23', '08:00'],
    ['2026-10-26T07:00:00.000Z', '2026-10-26', '08:00'],
    ['2027-03-26T07:00:00.000Z', '2027-03-26', '08:00'],
    ['2027-03-29T06:00:00.000Z', '2027-03-29', '08:00'],
    ['2026-11-30T23:30:00.000Z', '2026-12-01', '00:30'],
  ])('%s is %s %s in Paris, both ways', (instant, date, time) => {
    expect([localDateOf(instant), localTimeOf(instant)]).toEqual([date, time]);
    expect(instantOf(date, time)).toBe(instant);
  });

  it('is the zone’s of the school', () => {
    expect([localDateOf('2026-11-30T22:30:00Z', 'Indian/Reunion'), localTimeOf('2026-11-30T22:30:00Z', 'Indian/Reunion')]).toEqual([
      '2026-12-01',
      '02:30',
    ]);
    expect(instantOf('2026-12-01', '02:30', 'Indian/Reunion')).toBe('2026-11-30T22:30:00.000Z');
  });

  it('jumps over the hour that spring skips and takes the first of the two that autumn repeats', () => {
    expect(instantOf('2027-03-28', '02:30')).toBe('2027-03-28T01:30:00.000Z');
    expect(localTimeOf('2027-03-28T01:30:00.000Z')).toBe('03:30');
    expect(instantOf('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('gives back every date and hour of school, whatever the season', () => {
    const seed = seedOfRun();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 4 * 60, max: 24 * 60 - 1 }), (days, minutes) => {
        const date = addDays('2025-09-01', days);
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        const instant = instantOf(date, time);
        return localDateOf(instant) === date && localTimeOf(instant) === time && minutesOf(time) === minutes;
      }),
      { seed },
    );
  });
});

describe('dates', () => {
  it('count weekdays from Monday to Sunday', () => {
    expect(['2026-11-23', '2026-11-29'].map(weekdayOf)).toEqual([1, 7]);
  });

  it('move over months, leap days and changes of hour', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  });

  it('move and are counted as the calendar does, from any day', () => {
    const seed = seedOfRun();
    fc.assert(
      fc.property(fc.integer({ min: -150_000, max: 150_000 }), fc.integer({ min: -800, max: 800 }), (first, days) => {
        const from = plainDate.fromString('2026-11-23', getISO);
        const day = plainDate.addDays(from, first);
        const date = plainDate.toString(day);
        const moved = addDays(date, days);
        expect([moved, weekdayOf(date), daysBetween(date, moved)]).toEqual([
          plainDate.toString(plainDate.addDays(day, days)),
          plainDate.dayOfWeek(day),
          days,
        ]);
      }),
      { seed },
    );
  });

  it('move instants by seconds both ways', () => {
    expect(addSeconds('2026-11-23T07:00:00Z', -600)).toBe('2026-11-23T06:50:00.000Z');
  });

  it.each(['24:00', '8:00', '08:60', '08h00', ''])('know no hour %j', (text) => {
    expect(LocalTime.safeParse(text).success).toBe(false);
  });
});
