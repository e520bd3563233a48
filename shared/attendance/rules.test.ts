import { describe, expect, it } from 'vitest';
import { accepted, aDay, aDeclaration, anAnswer, lessonAt, observed, refused } from './days.testing.ts';
import {
  absentHours,
  hoursLeftToJustify,
  intervalsOf,
  isAnsweredFor,
  openHoursOf,
  statusOf,
  waitingSince,
  whyNotExpected,
} from './rules.ts';

const absentAt8 = observed(['08:00', 'absent']);
const for8 = anAnswer({ lessonIds: [lessonAt('08:00')] });

describe('the status of a day', () => {
  it.each([
    ['nothing without an absent hour', aDay(), 'nothing'],
    [
      'nothing for a lateness, an exemption or a corrected absence',
      aDay({ observations: observed(['08:00', 'late'], ['09:00', 'exempt'], ['10:00', 'present']) }),
      'nothing',
    ],
    ['to justify for an absent hour', aDay({ observations: absentAt8 }), 'toJustify'],
    ['to decide once answered', aDay({ observations: absentAt8, justifications: [for8] }), 'toDecide'],
    ['justified once accepted', aDay({ observations: absentAt8, justifications: [accepted(for8)] }), 'justified'],
    ['refused once refused', aDay({ observations: absentAt8, justifications: [refused(for8)] }), 'refused'],
    ['to decide when answered again after a refusal', aDay({ observations: absentAt8, justifications: [refused(for8), for8] }), 'toDecide'],
    [
      'justified when one of two answers is accepted',
      aDay({ observations: absentAt8, justifications: [accepted(for8), refused(for8)] }),
      'justified',
    ],
    [
      'to justify as long as one hour has no answer',
      aDay({ observations: observed(['08:00', 'absent'], ['10:00', 'absent']), justifications: [accepted(for8)] }),
      'toJustify',
    ],
    [
      'nothing under the school’s responsibility',
      aDay({ observations: absentAt8, declarations: [aDeclaration({ kind: 'school' })] }),
      'nothing',
    ],
    [
      'justified when the office knows why',
      aDay({ observations: absentAt8, declarations: [aDeclaration({ reason: 'illness' })] }),
      'justified',
    ],
    ['to justify when the office does not know why', aDay({ observations: absentAt8, declarations: [aDeclaration()] }), 'toJustify'],
    [
      'to justify again once the declaration is withdrawn',
      aDay({ observations: absentAt8, declarations: [aDeclaration({ reason: 'illness', withdrawnAt: '2026-11-23T09:00:00.000Z' })] }),
      'toJustify',
    ],
  ])('is %s', (_what, day, expected) => {
    expect(statusOf(day)).toBe(expected);
  });

  it('counts a declared absence before any register has spoken, and leaves the word to registers then', () => {
    const declared = aDay({ declarations: [aDeclaration()] });
    expect(absentHours(declared)).toEqual([{ from: '08:00', until: '12:00', treatment: 'toJustify' }]);
    const seen = { ...declared, observations: observed(['08:00', 'present'], ['09:00', 'absent']) };
    expect(absentHours(seen)).toMatchObject([{ from: '09:00', until: '10:00' }]);
  });
});

describe('an answer for the rest of the day', () => {
  const rest = anAnswer({ lessonIds: [lessonAt('09:00')], restOfDay: true });
  const day = aDay({ observations: observed(['08:00', 'absent'], ['09:00', 'absent'], ['14:00', 'absent']), justifications: [rest] });

  it('covers the hours from the first one named, not those before', () => {
    expect(absentHours(day).map((hour) => hour.treatment)).toEqual(['toJustify', 'toDecide', 'toDecide']);
  });

  it('covers the whole day when it names no hour', () => {
    expect(statusOf({ ...day, justifications: [anAnswer({ restOfDay: true })] })).toBe('toDecide');
  });

  it('covers nothing when the hour that it names is not of that day', () => {
    const elsewhere = anAnswer({ lessonIds: [lessonAt('22:00')], restOfDay: true });
    expect(hoursLeftToJustify({ ...day, justifications: [] }, elsewhere)).toEqual({ covered: 0, left: 0 });
  });
});

describe('an answer that names hours', () => {
  const answer = anAnswer({ hours: [{ from: '08:00', until: '12:00' }] });
  const day = aDay({ declarations: [aDeclaration()], justifications: [answer] });

  it('covers an absence that the office declared, and the lesson whose register speaks of it later', () => {
    expect(statusOf(day)).toBe('toDecide');
    expect(statusOf({ ...day, observations: observed(['09:00', 'absent']) })).toBe('toDecide');
  });

  it('covers no other hour, unless it answers for the rest of the day', () => {
    const more = { ...day, observations: observed(['14:00', 'absent']) };
    expect(absentHours(more).map((hour) => hour.treatment)).toEqual(['toDecide', 'toJustify']);
    expect(statusOf({ ...more, justifications: [{ ...answer, restOfDay: true }] })).toBe('toDecide');
    const before = { ...day, observations: observed(['07:00', 'absent']), justifications: [{ ...answer, restOfDay: true }] };
    expect(absentHours(before).map((hour) => hour.treatment)).toEqual(['toJustify', 'toDecide']);
  });
});

describe('the intervals that a family reads', () => {
  it('join hours that only a break separates, and keep lunch apart', () => {
    const day = aDay({ observations: observed(['08:00', 'absent'], ['09:00', 'absent'], ['10:20', 'absent'], ['14:00', 'absent']) });
    expect(intervalsOf(day)).toMatchObject([
      { from: '08:00', until: '11:20', lessonIds: [lessonAt('08:00'), lessonAt('09:00'), lessonAt('10:20')] },
      { from: '14:00', until: '15:00' },
    ]);
  });

  it('part where the treatment changes', () => {
    const day = aDay({ observations: observed(['08:00', 'absent'], ['09:00', 'absent']), justifications: [for8] });
    expect(intervalsOf(day).map((one) => [one.from, one.until, one.treatment])).toEqual([
      ['08:00', '09:00', 'toDecide'],
      ['09:00', '10:00', 'toJustify'],
    ]);
  });

  it('say from when to when something is left to answer', () => {
    const day = aDay({ observations: observed(['08:00', 'absent'], ['09:00', 'absent'], ['14:00', 'absent']), justifications: [for8] });
    expect(openHoursOf(day)).toEqual({ from: '09:00', until: '15:00', refused: false });
    expect(openHoursOf({ ...day, justifications: [refused(for8)] })).toEqual({ from: '08:00', until: '15:00', refused: false });
    const all = anAnswer({ restOfDay: true });
    expect(openHoursOf({ ...day, justifications: [all] })).toBeUndefined();
    expect(openHoursOf({ ...day, justifications: [refused(all)] })).toEqual({ from: '08:00', until: '15:00', refused: true });
  });
});

describe('the office’s queue', () => {
  it('waits since the oldest answer without a decision', () => {
    const older = anAnswer({ at: '2026-11-23T08:00:00.000Z' });
    expect(waitingSince(aDay({ justifications: [for8, older] }))).toBe(older.at);
    expect(waitingSince(aDay({ justifications: [accepted(for8)] }))).toBeUndefined();
  });
});

describe('who is not expected', () => {
  const lesson = { start: '09:00', end: '10:00' };
  it.each([
    ['absent at the previous hour', aDay({ observations: absentAt8 }), 'absentBefore'],
    ['declared by the office', aDay({ observations: absentAt8, declarations: [aDeclaration()] }), 'declared'],
    ['where the school sent him', aDay({ declarations: [aDeclaration(), aDeclaration({ kind: 'school' })] }), 'atSchool'],
    ['late at the previous hour: expected', aDay({ observations: observed(['08:00', 'late']) }), undefined],
    ['declared until this hour: expected', aDay({ declarations: [aDeclaration({ until: '09:00' })] }), undefined],
  ])('%s', (_what, day, expected) => {
    expect(whyNotExpected(day, lesson, lessonAt('08:00'))).toBe(expected);
  });
});

describe('an absence that the family was told of', () => {
  const two = observed(['08:00', 'absent'], ['10:00', 'absent']);
  it.each([
    ['waits for an answer', aDay({ observations: two }), false],
    ['is answered once justified, whatever the office decides', aDay({ observations: two, justifications: [refused(for8)] }), true],
    ['is answered when the office knew why', aDay({ observations: two, declarations: [aDeclaration({ reason: 'illness' })] }), true],
    [
      'is not answered by an answer for another lesson',
      aDay({ observations: two, justifications: [anAnswer({ lessonIds: [lessonAt('10:00')] })] }),
      false,
    ],
    ['has no answer when it became a lateness', aDay({ observations: observed(['08:00', 'late']) }), false],
  ])('%s', (_what, day, expected) => {
    expect(isAnsweredFor(day, lessonAt('08:00'))).toBe(expected);
  });
});
