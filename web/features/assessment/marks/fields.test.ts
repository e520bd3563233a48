import { expect, it } from 'vitest';
import { TypedCoefficient, TypedScale } from './fields.ts';

it.each([
  ['2', '2'],
  ['2,50', '2.5'],
  [' 0.5 ', '0.5'],
  ['02', '2'],
  ['0', '0'],
])('reads the coefficient %s as %s', (typed, coefficient) => {
  expect(TypedCoefficient.parse(typed)).toBe(coefficient);
});

it.each(['', 'deux', '101', '-1', '1,234', '1;5', '1.5.2'])('refuses %o as a coefficient, in words', (typed) => {
  expect(TypedCoefficient.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([
    'Écrivez un coefficient de 0 à 100, par exemple 1,5.',
  ]);
});

it('refuses a scale of zero', () => {
  expect(TypedScale.safeParse('0').success).toBe(false);
  expect(TypedScale.parse('10,0')).toBe('10');
});
