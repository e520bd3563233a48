import { describe, expect, it } from 'vitest';
import { progressOf, windowOf } from './window.ts';

const lesson = { date: '2026-11-23', start: '08:00', end: '09:00' };
const opensAt = '2026-11-23T06:50:00.000Z';
const stateAt = (now: string, taken?: Parameters<typeof windowOf>[1]['taken']) =>
  windowOf('teacher', { lesson, opensAt, ...(taken === undefined ? {} : { taken }) }, now).state;
const byTeacher = (firstAt: string) => ({ firstAt, latestRole: 'teacher' as const });

describe('a teacher’s window', () => {
  it.each([
    ['2026-11-23T06:49:59.999Z', 'notYet'],
    ['2026-11-23T06:50:00.000Z', 'open'],
    ['2026-11-23T22:59:59.999Z', 'open'],
    ['2026-11-23T23:00:00.000Z', 'closed'],
  ])('before any register, is at %s %s', (now, state) => {
    expect(stateAt(now)).toBe(state);
  });

  it.each([
    ['half an hour after the lesson', '2026-11-23T07:05:00.000Z', '2026-11-23T08:30:00.000Z'],
    ['half an hour after a late first submit', '2026-11-23T15:00:00.000Z', '2026-11-23T15:30:00.000Z'],
    ['midnight at the latest', '2026-11-23T22:50:00.000Z', '2026-11-23T23:00:00.000Z'],
  ])('once taken, closes %s', (_when, firstAt, closesAt) => {
    const window = windowOf('teacher', { lesson, opensAt, taken: byTeacher(firstAt) }, firstAt);
    expect(window).toEqual({ opensAt, closesAt, state: 'open' });
    expect(stateAt(closesAt, byTeacher(firstAt))).toBe('closed');
  });

  it('is the office’s once the office has corrected', () => {
    expect(stateAt('2026-11-23T08:00:00.000Z', { firstAt: '2026-11-23T07:05:00.000Z', latestRole: 'office' })).toBe('officeOnly');
  });

  it('ends at the school’s midnight, summer and winter', () => {
    const summer = { date: '2027-06-07', start: '08:00', end: '09:00' };
    expect(windowOf('teacher', { lesson: summer, opensAt: '2027-06-07T05:50:00.000Z' }, '2027-06-07T06:00:00.000Z').closesAt).toBe(
      '2027-06-07T22:00:00.000Z',
    );
  });
});

describe('the office’s window', () => {
  it('never closes once it has opened', () => {
    expect(windowOf('office', { lesson, opensAt }, '2027-06-30T10:00:00.000Z')).toEqual({ opensAt, state: 'open' });
    expect(windowOf('office', { lesson, opensAt }, '2026-11-23T06:00:00.000Z').state).toBe('notYet');
  });
});

describe('a register in the office’s eyes', () => {
  it.each([
    ['2026-11-23T06:59:59.999Z', 'notYet'],
    ['2026-11-23T07:00:00.000Z', 'expected'],
    ['2026-11-23T07:10:00.000Z', 'late'],
    ['2026-11-23T08:00:00.000Z', 'missing'],
  ])('is at %s %s', (now, progress) => {
    expect(progressOf(lesson, false, now)).toBe(progress);
    expect(progressOf(lesson, true, now)).toBe('done');
  });
});
