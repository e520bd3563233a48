import { describe, expect, it } from 'vitest';
import type { RegisterPupil } from '@preau/shared/attendance/views.ts';
import { PersonId } from '@preau/shared/kernel/ids.ts';
import { differencesOf, kindField, kindOfRow, markOf, minutesField, minutesOfRow } from './marks.ts';
import { countWords } from './words.ts';

const pupilId = PersonId.parse('per_lina0000');

const aPupil = (over: Partial<RegisterPupil> = {}): RegisterPupil => ({ pupilId, firstName: 'Lina', lastName: 'Benali', ...over });

describe('a row of the roll call', () => {
  it.each([
    ['is present by default', aPupil(), false, {}, 'present'],
    ['starts as absent when absent at the previous hour', aPupil({ notExpected: 'absentBefore' }), false, {}, 'absent'],
    [
      'keeps what the register in force says',
      aPupil({ mark: { pupilId, kind: 'exempt' }, notExpected: 'absentBefore' }),
      true,
      {},
      'exempt',
    ],
    ['is present when the register in force says nothing of it', aPupil({ notExpected: 'absentBefore' }), true, {}, 'present'],
    ['keeps what was typed above all', aPupil({ mark: { pupilId, kind: 'exempt' } }), true, { [kindField(pupilId)]: 'late' }, 'late'],
    ['ignores a word that no radio offers', aPupil(), false, { [kindField(pupilId)]: 'king' }, 'present'],
  ])('%s', (_, pupil, recorded, typed, kind) => expect(kindOfRow(pupil, recorded, typed)).toBe(kind));

  it('sends nothing of a pupil who is simply present, and minutes only of one who is late', () => {
    expect(markOf(pupilId, { [kindField(pupilId)]: 'present', [minutesField(pupilId)]: '10' })).toBeUndefined();
    expect(markOf(pupilId, { [kindField(pupilId)]: 'absent', [minutesField(pupilId)]: '10' })).toEqual({ pupilId, kind: 'absent' });
    expect(markOf(pupilId, { [kindField(pupilId)]: 'late', [minutesField(pupilId)]: '10' })).toEqual({
      pupilId,
      kind: 'late',
      minutesLate: 10,
    });
  });

  it.each(['', 'abc', '0', '-3', '2.5'])('takes "%s" minutes for five', (minutes) =>
    expect(markOf(pupilId, { [kindField(pupilId)]: 'late', [minutesField(pupilId)]: minutes })).toEqual({
      pupilId,
      kind: 'late',
      minutesLate: 5,
    }),
  );

  it('shows again the minutes that were recorded', () =>
    expect(minutesOfRow(aPupil({ mark: { pupilId, kind: 'late', minutesLate: 25 } }), {})).toBe(25));
});

describe('two calls of the same roll', () => {
  const typed = { [kindField(pupilId)]: 'late', [minutesField(pupilId)]: '10' };

  it('differ where the kind or the minutes differ', () => {
    expect(differencesOf([aPupil()], typed, [])).toHaveLength(1);
    expect(differencesOf([aPupil()], typed, [{ pupilId, kind: 'late', minutesLate: 5 }])).toHaveLength(1);
  });

  it('agree when they say the same of everybody', () =>
    expect(differencesOf([aPupil()], typed, [{ pupilId, kind: 'late', minutesLate: 10 }])).toEqual([]));
});

describe('the counter', () => {
  it.each([
    [{ called: 30, absent: 2, late: 1, exempt: 0 }, '27 présents · 2 absents · 1 retard'],
    [{ called: 1, absent: 0, late: 0, exempt: 0 }, '1 présent'],
    [{ called: 2, absent: 1, late: 0, exempt: 1 }, '0 présent · 1 absent · 1 dispensé'],
  ])('says %o as "%s"', (count, words) => expect(countWords(count)).toBe(words));
});
