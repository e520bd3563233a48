import * as z from 'zod';
import { compare, ofDecimal, rational, type Rational } from './rational.ts';

/** Six ways of showing an average: up (`s`) or to the nearest, halves going up (`p`); to the tenth (`1`), the half point (`5`) or the whole point (`e`). */
export const RoundingMode = z.enum(['s1', 's5', 'se', 'p1', 'p5', 'pe']);
export type RoundingMode = z.infer<typeof RoundingMode>;

/** How a school shows averages; what is stored stays exact. */
export interface RoundingPolicy {
  readonly rounding: RoundingMode;
  /** Whether a general average starts from exact subject averages or from displayed ones. */
  readonly generalFrom: 'exact' | 'displayed';
}

/** How many steps of a mode there are in a point. */
const STEPS: Readonly<Record<RoundingMode, bigint>> = { s1: 10n, s5: 2n, se: 1n, p1: 10n, p5: 2n, pe: 1n };

/** How averages are rounded, for the reader: "arrondie au dixième le plus proche". */
export const ROUNDING_WORDS: Readonly<Record<RoundingMode, string>> = {
  s1: 'au dixième supérieur',
  s5: 'au demi-point supérieur',
  se: 'à l’entier supérieur',
  p1: 'au dixième le plus proche',
  p5: 'au demi-point le plus proche',
  pe: 'à l’entier le plus proche',
};

const floorOf = ({ num, den }: Rational): bigint => num / den - (num % den < 0n ? 1n : 0n);
const ceilingOf = ({ num, den }: Rational): bigint => -floorOf({ num: -num, den });

/** The value that is shown, in steps of its mode. */
const stepsOf = ({ num, den }: Rational, mode: RoundingMode): bigint => {
  const steps = num * STEPS[mode];
  return mode.startsWith('s') ? ceilingOf({ num: steps, den }) : floorOf({ num: 2n * steps + den, den: 2n * den });
};

/** The value that is shown, exactly. */
export const rounded = (value: Rational, mode: RoundingMode): Rational => rational(stepsOf(value, mode), STEPS[mode]);

/** So many units of the last of these decimals. */
const digitsOf = (units: bigint, decimals: number): string => {
  const digits = units.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)},${digits.slice(-decimals)}`;
};

/** An average as a reader sees it: `12,6`, `13,0`, `13`. */
export const displayed = (value: Rational, mode: RoundingMode): string => {
  const steps = stepsOf(value, mode);
  return STEPS[mode] === 1n ? digitsOf(steps, 0) : digitsOf((steps * 10n) / STEPS[mode], 1);
};

const DECIMALS_IN_A_FORMULA = 4;

/** A value of a formula, above or at zero, without rounding: `12,75`, or `12,5714…` when more digits follow. */
export const decimalText = (value: Rational): string => {
  const text = digitsOf(floorOf({ num: value.num * 10n ** BigInt(DECIMALS_IN_A_FORMULA), den: value.den }), DECIMALS_IN_A_FORMULA);
  const isWhole = compare(ofDecimal(text.replace(',', '.')), value) === 0;
  return isWhole ? text.replace(/,?0*$/, '') : `${text}…`;
};

/** A mark, a scale or a coefficient as it is written in French: `12,5`. */
export const frenchDecimal = (text: string): string => text.replace('.', ',');
