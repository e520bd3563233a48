import { TWENTY, type Counting } from './mark.ts';
import { compare, isPositive, minus, ofDecimal, over, plus, rational, sumOf, times, ZERO, type Rational } from './rational.ts';

/** Something that may count in an average: its value out of twenty, and its weight. */
export interface Weighable {
  readonly value: Rational;
  readonly weight: Rational;
  readonly counting: Counting;
}

/** Why something with a value does not count. */
export type Unweighed = 'noCoefficient' | 'notBetter' | 'belowHalf' | 'noCompulsory';

/** What became of one thing in the average. A bonus brings points and no weight. */
export type Use =
  | { readonly kind: 'counted'; readonly weight: Rational; readonly points: Rational }
  | { readonly kind: 'bonus'; readonly points: Rational }
  | { readonly kind: 'ignored'; readonly reason: Unweighed };

export interface Weighing {
  readonly points: Rational;
  readonly weight: Rational;
  /** Out of twenty; undefined when nothing compulsory counts: never zero, never ten. */
  readonly average: Rational | undefined;
  /** True when bonus points would have passed twenty. */
  readonly isCapped: boolean;
  /** In the order of what was weighed. */
  readonly uses: readonly Use[];
}

const TOP = ofDecimal(TWENTY);
const HALF_TOP = over(TOP, rational(2n));

const pointsOf = ({ value, weight }: Weighable): Rational => times(value, weight);
const bonusOf = ({ value, weight }: Weighable): Rational => times(minus(value, HALF_TOP), weight);
const isAboveHalf = ({ value }: Weighable): boolean => compare(value, HALF_TOP) > 0;
const weighs = ({ weight }: Weighable): boolean => isPositive(weight);

/** From the best down, an optional mark is taken as long as it is above the average reached: the best of all choices, in whatever order they were entered. */
const chooseOptional = (optional: readonly Weighable[], start: { readonly points: Rational; readonly weight: Rational }) => {
  let { points, weight } = start;
  const chosen = new Set<Weighable>();
  for (const one of optional.toSorted((a, b) => compare(b.value, a.value))) {
    if (compare(times(one.value, weight), points) <= 0) break;
    chosen.add(one);
    points = plus(points, pointsOf(one));
    weight = plus(weight, one.weight);
  }
  return { points, weight, chosen };
};

const useOf = (one: Weighable, chosen: ReadonlySet<Weighable>): Use => {
  if (!weighs(one)) return { kind: 'ignored', reason: 'noCoefficient' };
  if (one.counting === 'bonus')
    return isAboveHalf(one) ? { kind: 'bonus', points: bonusOf(one) } : { kind: 'ignored', reason: 'belowHalf' };
  if (one.counting === 'optional' && !chosen.has(one)) return { kind: 'ignored', reason: 'notBetter' };
  return { kind: 'counted', weight: one.weight, points: pointsOf(one) };
};

/**
 * The weighted mean, out of twenty: points over weights. Optional marks count only when they improve it; of a bonus, the points above half the scale
 * are added to the points, times its coefficient, without weight, up to twenty. Whatever the order, a higher mark never lowers it.
 */
export const weigh = (all: readonly Weighable[]): Weighing => {
  const weighing = all.filter(weighs);
  const compulsory = weighing.filter(({ counting }) => counting === 'compulsory');
  if (compulsory.length === 0) {
    const uses = all.map((one): Use => ({ kind: 'ignored', reason: weighs(one) ? 'noCompulsory' : 'noCoefficient' }));
    return { points: ZERO, weight: ZERO, average: undefined, isCapped: false, uses };
  }
  const bonus = weighing.filter((one) => one.counting === 'bonus' && isAboveHalf(one));
  const optional = weighing.filter(({ counting }) => counting === 'optional');
  const { points, weight, chosen } = chooseOptional(optional, {
    points: plus(sumOf(compulsory.map(pointsOf)), sumOf(bonus.map(bonusOf))),
    weight: sumOf(compulsory.map((one) => one.weight)),
  });
  const mean = over(points, weight);
  const isCapped = compare(mean, TOP) > 0;
  return { points, weight, average: isCapped ? TOP : mean, isCapped, uses: all.map((one) => useOf(one, chosen)) };
};
