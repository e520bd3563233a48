import { describe, expect, it } from 'vitest';
import { aDay, aDeclaration, anAnswer, lessonAt, observed, refused } from './days.testing.ts';
import type { PupilDay } from './schema.ts';
import { afterTelling, tellingsOf } from './telling.ts';

const lessons = ['08:00', '09:00', '10:00', '14:00'].map((start) => ({ lessonId: lessonAt(start), start }));
const tell = (day: PupilDay) => tellingsOf(day, lessons).map(({ lessonId, was, now }) => [lessonId.slice(-4), was ?? '-', now ?? '-']);
const told = (day: PupilDay): PupilDay => afterTelling(day, tellingsOf(day, lessons));

describe('families are told', () => {
  it('nothing of presents and exemptions', () => {
    expect(tell(aDay({ observations: observed(['08:00', 'present'], ['09:00', 'exempt']) }))).toEqual([]);
  });

  it('the first hour of each absence, and each lateness', () => {
    expect(tell(aDay({ observations: observed(['08:00', 'absent'], ['09:00', 'absent'], ['14:00', 'late']) }))).toEqual([
      ['0800', '-', 'absence'],
      ['1400', '-', 'lateness'],
    ]);
    expect(tell(aDay({ observations: observed(['08:00', 'absent'], ['10:00', 'absent']) }))).toEqual([
      ['0800', '-', 'absence'],
      ['1000', '-', 'absence'],
    ]);
  });

  it('nothing more when an earlier hour of the same absence comes in afterwards', () => {
    const later = told(aDay({ observations: observed(['09:00', 'absent']) }));
    expect(tell({ ...later, observations: { ...later.observations, ...observed(['08:00', 'absent']) } })).toEqual([]);
  });

  it('of the hour that remains when the one that they were told of was a mistake', () => {
    const day = told(aDay({ observations: observed(['08:00', 'absent'], ['09:00', 'absent']) }));
    const first = day.observations[lessonAt('08:00')];
    const corrected = {
      ...day,
      observations: { ...day.observations, ...observed(['08:00', 'present', first === undefined ? {} : { ...first, kind: 'present' }]) },
    };
    expect(tell(corrected)).toEqual([
      ['0800', 'absence', '-'],
      ['0900', '-', 'absence'],
    ]);
  });

  it('nothing of an hour that was declared, but of the next one', () => {
    const day = aDay({
      observations: observed(['08:00', 'absent'], ['09:00', 'absent']),
      declarations: [aDeclaration({ until: '09:00' })],
    });
    expect(tell(day)).toEqual([['0900', '-', 'absence']]);
  });

  it('nothing of the rest of a day that they have answered for, even when the answer was refused', () => {
    const rest = anAnswer({ lessonIds: [lessonAt('08:00')], restOfDay: true });
    const day = aDay({ observations: observed(['08:00', 'absent', { toldAs: 'absence', toldRevision: 1 }], ['14:00', 'absent']) });
    expect(tell({ ...day, justifications: [rest] })).toEqual([]);
    expect(tell({ ...day, justifications: [refused(rest)] })).toEqual([]);
    expect(tell(day)).toEqual([['1400', '-', 'absence']]);
  });

  it('once: a minute more or less, a reason or a second reading changes nothing', () => {
    const day = told(aDay({ observations: observed(['08:00', 'late', { minutesLate: 5 }]) }));
    const longer = Object.fromEntries(Object.entries(day.observations).map(([id, one]) => [id, { ...one, minutesLate: 15 }]));
    expect([tell(day), tell({ ...day, observations: longer })]).toEqual([[], []]);
  });

  it('that a lateness was an absence, and with a revision that grows', () => {
    const day = aDay({ observations: observed(['08:00', 'absent', { toldAs: 'lateness', toldRevision: 3 }]) });
    expect(tellingsOf(day, lessons)).toEqual([{ lessonId: lessonAt('08:00'), was: 'lateness', now: 'absence', revision: 4 }]);
  });
});
