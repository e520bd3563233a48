import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Coefficient, Given, Mark, Scale } from './mark.ts';
import { compare, Fraction, fractionOf, minus, ofDecimal, ofFraction, over, plus, rational, sumOf, times } from './rational.ts';
import { seedOfRun } from '../kernel/seed.testing.ts';

const seed = seedOfRun();

const integer = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const anyRational = fc.tuple(integer, fc.bigInt({ min: 1n, max: 10n ** 9n })).map(([num, den]) => rational(num, den));

describe('what a mark, a scale and a coefficient may be', () => {
  it.each(['0', '12', '12.5', '12.05', '0.25', '999.99', '1000'])('%s is one exact decimal text', (text) => {
    expect(Mark.safeParse(text).success).toBe(true);
  });

  it.each([
    '',
    '-1',
    '12,5',
    '12.50',
    '12.0',
    '012',
    '.5',
    '12.',
    '1e9',
    '12.345',
    'NaN',
    'Infinity',
    '1001',
    '1000.5',
    ' 12',
    '१२',
    '12\n',
    '+12',
  ])('%j is refused', (text) => {
    expect(Mark.safeParse(text).success).toBe(false);
  });

  it('a number is refused: floats are not exact', () => {
    expect(Mark.safeParse(12.5).success).toBe(false);
  });

  it('a scale is above zero, a coefficient may be zero', () => {
    expect(Scale.safeParse('0').success).toBe(false);
    expect(Coefficient.safeParse('0').success).toBe(true);
    expect(Coefficient.safeParse('100.5').success).toBe(false);
  });

  it('what is entered is a mark or a reason, never both', () => {
    expect(Given.safeParse({ mark: '12' }).success).toBe(true);
    expect(Given.safeParse({ none: 'absent' }).success).toBe(true);
    expect(Given.safeParse({ mark: '12', none: 'absent' }).success).toBe(false);
    expect(Given.safeParse({}).success).toBe(false);
  });
});

describe(`exact fractions (SEED=${seed})`, () => {
  it('are kept in their lowest terms, the sign above', () => {
    expect(fractionOf(rational(6n, -4n))).toBe('-3/2');
    expect(fractionOf(rational(0n, -7n))).toBe('0/1');
    expect(fractionOf(ofDecimal('12.75'))).toBe('51/4');
    expect(fractionOf(sumOf([]))).toBe('0/1');
  });

  it('have no denominator of zero', () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => over(rational(1n), rational(0n))).toThrow(RangeError);
  });

  it('add, multiply and compare as fractions do', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(plus(a, b)).toEqual(plus(b, a));
        expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)));
        expect(minus(plus(a, b), b)).toEqual(a);
        if (b.num !== 0n) expect(times(over(a, b), b)).toEqual(a);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
      }),
      { seed },
    );
  });

  it('are the same once stored and read again', () => {
    fc.assert(
      fc.property(anyRational, (value) => {
        expect(ofFraction(Fraction.parse(fractionOf(value)))).toEqual(value);
      }),
      { seed },
    );
  });
});
