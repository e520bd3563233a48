import { describe, expect, it } from 'vitest';
import { isToCatchUp, missedDayOf, needsDeadline, spansOf } from './catch-up.ts';

const lesson = (start: string, end: string, subject: string) => ({ lessonId: `les_${start}`, start, end, subject });
const DAY = [lesson('08:00', '09:00', 'Maths'), lesson('09:00', '10:00', 'SVT'), lesson('10:00', '11:00', 'Latin')];
const hours = (from: string, until: string) => [{ from, until }];

describe('what was missed of a day', () => {
  it.each([
    ['the whole day', hours('08:00', '11:00'), ['Maths', 'SVT', 'Latin'], true, false],
    ['the first hour, then back', hours('08:00', '09:00'), ['Maths'], false, true],
    ['the end of the day', hours('10:00', '11:00'), ['Latin'], false, false],
    [
      'an hour without a roll between two missed ones',
      [...hours('08:00', '09:00'), ...hours('10:00', '11:00')],
      ['Maths', 'SVT', 'Latin'],
      true,
      false,
    ],
  ])('%s', (_, missed, subjects, whole, backThatDay) => {
    const day = missedDayOf('2026-11-16', missed, DAY);
    expect(day.lessons.map(({ subject }) => subject)).toEqual(subjects);
    expect(day).toMatchObject({ whole, backThatDay });
  });
});

describe('absences', () => {
  it.each([
    ['two days in a row are one', ['2026-11-17', '2026-11-16'], [['2026-11-16', '2026-11-17']]],
    ['a week-end parts nothing', ['2026-11-13', '2026-11-16'], [['2026-11-13', '2026-11-16']]],
    ['nor does 11 November', ['2026-11-10', '2026-11-12'], [['2026-11-10', '2026-11-12']]],
    ['nor does a missed Saturday', ['2026-11-13', '2026-11-14', '2026-11-16'], [['2026-11-13', '2026-11-16']]],
    [
      'a day at school does, the latest first',
      ['2026-11-16', '2026-11-18'],
      [
        ['2026-11-18', '2026-11-18'],
        ['2026-11-16', '2026-11-16'],
      ],
    ],
  ])('%s', (_, dates, spans) => {
    expect(spansOf(dates).map(({ from, until }) => [from, until])).toEqual(spans);
  });
});

describe('work to catch up', () => {
  const whole = [missedDayOf('2026-11-16', hours('08:00', '11:00'), DAY)];
  const firstHour = [missedDayOf('2026-11-16', hours('08:00', '09:00'), DAY)];
  const BACK = '2026-11-17';
  it.each([
    ['due for a missed lesson', { givenOn: '2026-11-12', dueOn: '2026-11-16', subject: 'Maths' }, whole, true, true],
    [
      'due on a day missed whole, whatever its subject is called',
      { givenOn: '2026-11-12', dueOn: '2026-11-16', subject: 'Projet' },
      whole,
      true,
      true,
    ],
    [
      'due that day for a lesson that was attended',
      { givenOn: '2026-11-12', dueOn: '2026-11-16', subject: 'Latin' },
      firstHour,
      false,
      false,
    ],
    ['given then, due on the day of the return', { givenOn: '2026-11-16', dueOn: BACK, subject: 'Maths' }, whole, true, true],
    ['given then, due after an evening at home', { givenOn: '2026-11-16', dueOn: '2026-11-18', subject: 'Maths' }, whole, true, false],
    ['of other days', { givenOn: '2026-11-12', dueOn: '2026-11-18', subject: 'Maths' }, whole, false, false],
  ])('%s', (_, work, days, toCatchUp, needs) => {
    expect(isToCatchUp(work, days)).toBe(toCatchUp);
    expect(needsDeadline(work, days, BACK)).toBe(needs);
  });
});
