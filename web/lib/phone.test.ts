import { expect, it } from 'vitest';
import { phoneWords } from './phone.ts';

it.each([
  ['+33639989511', '06 39 98 95 11'],
  ['0387112233', '03 87 11 22 33'],
  ['+352621123456', '+352621123456'],
])('writes %s as a school reads it: %s', (number, words) => {
  expect(phoneWords(number).replaceAll('\u00A0', ' ')).toBe(words);
});
