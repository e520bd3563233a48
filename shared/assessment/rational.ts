import * as z from 'zod';

/** An exact fraction in its lowest terms, its denominator above zero. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

const LONGEST_FRACTION = 8000;

/** An exact fraction as it is stored and sent: `88/7`, `-1/2`, `12/1`. */
export const Fraction = z
  .string()
  .max(LONGEST_FRACTION)
  .regex(/^(?:0|-?[1-9]\d*)\/[1-9]\d*$/);
export type Fraction = z.infer<typeof Fraction>;

const divisorOf = (one: bigint, other: bigint): bigint => {
  let [a, b] = [one < 0n ? -one : one, other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
};

/** The fraction `num/den`; a denominator of zero is a bug of the caller. */
export const rational = (num: bigint, den = 1n): Rational => {
  if (den === 0n) throw new RangeError('A fraction needs a denominator other than zero.');
  const sign = den < 0n ? -1n : 1n;
  const divisor = divisorOf(num, den * sign);
  return { num: (num * sign) / divisor, den: (den * sign) / divisor };
};

export const ZERO = rational(0n);
export const ONE = rational(1n);

/** The exact value of a decimal text such as a mark, a scale or a coefficient. */
export const ofDecimal = (text: string): Rational => {
  const [whole = '', decimals = ''] = text.split('.');
  return rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
};

export const plus = (one: Rational, other: Rational): Rational => rational(one.num * other.den + other.num * one.den, one.den * other.den);

export const minus = (one: Rational, other: Rational): Rational => rational(one.num * other.den - other.num * one.den, one.den * other.den);

export const times = (one: Rational, other: Rational): Rational => rational(one.num * other.num, one.den * other.den);

export const over = (one: Rational, other: Rational): Rational => rational(one.num * other.den, one.den * other.num);

/** Below zero when the first is smaller, zero when they are equal, above zero when it is greater. */
export const compare = (one: Rational, other: Rational): number => {
  const [left, right] = [one.num * other.den, other.num * one.den];
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

export const isPositive = ({ num }: Rational): boolean => num > 0n;

export const sumOf = (terms: readonly Rational[]): Rational => terms.reduce(plus, ZERO);

export const fractionOf = ({ num, den }: Rational): Fraction => `${num}/${den}`;

export const ofFraction = (fraction: Fraction): Rational => {
  const [num = '', den = ''] = fraction.split('/');
  return rational(BigInt(num), BigInt(den));
};
