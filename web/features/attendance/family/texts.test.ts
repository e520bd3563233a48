import { expect, it } from 'vitest';
import { halfDayWords } from './texts.ts';

it.each([
  [0, 0, 'Aucune demi-journée d’absence', 'No half-day of absence'],
  [1, 0, '1 demi-journée d’absence, dont 0 non justifiée', '1 half-day of absence, 0 not justified yet'],
  [6, 4, '6 demi-journées d’absence, dont 4 non justifiées', '6 half-days of absence, 4 not justified yet'],
])('counts %s half-days, %s of them not justified, in both languages', (total, unjustified, fr, en) => {
  expect([halfDayWords(total, unjustified, 'fr'), halfDayWords(total, unjustified, 'en')]).toEqual([fr, en]);
});
