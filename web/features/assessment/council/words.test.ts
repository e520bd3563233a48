import { expect, it } from 'vitest';
import { absenceWords, generalWords, missingWords } from './words.ts';

it.each([
  [{ justified: 0, unjustified: 0, lates: 0 }, 'Aucune absence · aucun retard'],
  [{ justified: 1, unjustified: 0, lates: 1 }, '1 demi-journée · 1 retard'],
  [{ justified: 3, unjustified: 1, lates: 2 }, '4 demi-journées, dont 1 non justifiée · 2 retards'],
  [{ justified: 0, unjustified: 2, lates: 0 }, '2 demi-journées, dont 2 non justifiées · aucun retard'],
])('says %j as « %s »', (absences, words) => {
  expect(absenceWords(absences)).toBe(words);
});

it('says why there is no average: never a zero', () => {
  expect(generalWords({ kind: 'notMarked' })).toBe('Non noté');
  expect(generalWords({ kind: 'withheld', subjects: ['Allemand'] })).toContain('Allemand');
});

it('counts what is missing', () => {
  expect([missingWords({ what: 'remarks', count: 1 }), missingWords({ what: 'remarks', count: 3 })]).toEqual([
    '1 appréciation à écrire',
    '3 appréciations à écrire',
  ]);
});
