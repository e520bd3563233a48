import { expect, it } from 'vitest';
import { printOf, shownIn } from './fields.ts';

const shown = { text: 'Un trimestre sérieux.', position: '3', average: '13,5' };

it('prints the same for what says the same', () => {
  expect(printOf({ ...shown, text: 'Un trimestre sérieux. \r\n' })).toBe(printOf(shown));
});

it.each([{ text: 'Un trimestre serieux.' }, { position: '' }, { average: '13' }])('prints otherwise for %j', (change) => {
  expect(printOf({ ...shown, ...change })).not.toBe(printOf(shown));
});

it('shows nothing where nothing is said: never a zero', () => {
  expect(shownIn({})).toEqual({ text: '', position: '', average: '' });
});
