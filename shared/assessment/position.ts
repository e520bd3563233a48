import { compare, rational, type Rational } from './rational.ts';
import type { Position } from './remarks.ts';

/** Where each position begins, out of 20: quarters of the scale, until a school says otherwise. */
const BEGINNINGS = [
  { position: 4, from: rational(15n) },
  { position: 3, from: rational(10n) },
  { position: 2, from: rational(5n) },
] as const;

/** The position that an average suggests, from the exact value: 14.99 that is displayed 15 is not yet a 4. */
export const positionOfAverage = (average: Rational): Position => BEGINNINGS.find(({ from }) => compare(average, from) >= 0)?.position ?? 1;
