import { expect, it } from 'vitest';
import { minutesWords, weekdayWords } from './texts.ts';

it.each([
  [[1, 2, 3, 4, 5], 'du lundi au vendredi'],
  [[5, 4, 3, 2, 1, 6], 'du lundi au samedi'],
  [[1, 2, 4], 'le lundi, mardi et jeudi'],
  [[3], 'le mercredi'],
  [[1, 2, 3, 4, 5, 6, 7], 'tous les jours'],
])('weekdays %j are « %s »', (days, words) => {
  expect(weekdayWords(days, 'fr')).toBe(words);
});

it.each([
  [45, '45\u00A0minutes'],
  [60, '1\u00A0h'],
  [90, '1\u00A0h\u00A030'],
  [125, '2\u00A0h\u00A005'],
])('%i minutes are « %s »', (minutes, words) => {
  expect(minutesWords(minutes)).toBe(words);
});
