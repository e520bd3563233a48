import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, minus, ofDecimal, ofFraction, rational } from './rational.ts';
import { decimalText, displayed, rounded, RoundingMode } from './rounding.ts';
import { seedOfRun } from '../kernel/seed.testing.ts';

const seed = seedOfRun();

describe('the six modes', () => {
  it.each<[RoundingMode, readonly string[]]>([
    ['s1', ['12,4', '12,1', '12,3', '12,8']],
    ['s5', ['12,5', '12,5', '12,5', '13,0']],
    ['se', ['13', '13', '13', '13']],
    ['p1', ['12,3', '12,1', '12,3', '12,8']],
    ['p5', ['12,5', '12,0', '12,5', '13,0']],
    ['pe', ['12', '12', '12', '13']],
  ])('%s shows 12.34, 12.05, 12.25 and 12.75 as %j', (mode, shown) => {
    expect(['12.34', '12.05', '12.25', '12.75'].map((text) => displayed(ofDecimal(text), mode))).toEqual(shown);
  });

  it.each(RoundingMode.options)('%s leaves what is already round alone', (mode) => {
    expect(displayed(ofDecimal('20'), mode)).toMatch(/^20(?:,0)?$/);
    expect(displayed(ofDecimal('0'), mode)).toMatch(/^0(?:,0)?$/);
  });

  const average = fc.tuple(fc.bigInt({ min: 0n, max: 20n * 10n ** 6n }), fc.bigInt({ min: 10n ** 6n, max: 10n ** 7n }));

  it(`never shows a higher average as a lower one, nor a whole step away (SEED=${seed})`, () => {
    fc.assert(
      fc.property(average, average, fc.constantFrom(...RoundingMode.options), ([a, b], [c, d], mode) => {
        const [one, other] = [rational(a, b), rational(c, d)];
        if (compare(one, other) <= 0) expect(compare(rounded(one, mode), rounded(other, mode))).toBeLessThanOrEqual(0);
        const gap = minus(rounded(one, mode), one);
        expect(compare(gap, rational(1n))).toBeLessThan(0);
        expect(compare(gap, mode.startsWith('s') ? rational(0n) : rational(-1n))).toBeGreaterThanOrEqual(0);
        expect(rounded(rounded(one, mode), mode)).toEqual(rounded(one, mode));
      }),
      { seed },
    );
  });
});

it.each([
  ['51/4', '12,75'],
  ['88/7', '12,5714…'],
  ['10/1', '10'],
  ['1/3', '0,3333…'],
  ['0/1', '0'],
  ['1/200', '0,005'],
  ['20/1', '20'],
  ['1/100000', '0,0000…'],
])('a formula writes %s as %s', (fraction, text) => {
  expect(decimalText(ofFraction(fraction))).toBe(text);
});
