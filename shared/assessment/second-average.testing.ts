import type { EvaluationLine } from './average.ts';

/**
 * The same average computed another way, sharing nothing with the first: whole numbers over one common denominator, and every choice of optional marks tried.
 * Undefined when nothing compulsory counts; otherwise a fraction that is not reduced.
 */
export const secondAverage = (lines: readonly EvaluationLine[]): readonly [bigint, bigint] | undefined => {
  const hundredths = (text: string): bigint => {
    const at = text.indexOf('.');
    return BigInt(at < 0 ? `${text}00` : text.slice(0, at) + text.slice(at + 1).padEnd(2, '0'));
  };
  const known = lines.flatMap(({ given, scale, coefficient, rescaled, counting }) => {
    if (given === undefined) return [];
    if ('none' in given && !given.none.endsWith('Zero')) return [];
    return [
      {
        n: 'mark' in given ? hundredths(given.mark) : 0n,
        d: hundredths(scale),
        c: hundredths(coefficient),
        isRescaled: rescaled,
        counting,
      },
    ];
  });
  const common = known.reduce((product, { d }) => (product % d === 0n ? product : product * d), 1n);
  const terms = known
    .filter(({ c }) => c > 0n)
    .map(({ n, d, c, isRescaled, counting }) => {
      const weight = isRescaled ? 2000n * c * common : c * d * common;
      const points = isRescaled ? 40_000n * n * c * (common / d) : 20n * n * c * common;
      return { counting, weight, points, half: 10n * weight };
    });
  let points = 0n;
  let weight = 0n;
  const optional: { readonly points: bigint; readonly weight: bigint }[] = [];
  for (const term of terms) {
    if (term.counting === 'compulsory') {
      points += term.points;
      weight += term.weight;
    } else if (term.counting === 'optional') optional.push(term);
    else if (term.points > term.half) points += term.points - term.half;
  }
  if (weight === 0n) return undefined;
  let best: readonly [bigint, bigint] = [points, weight];
  for (let choice = 1; choice < 2 ** optional.length; choice += 1) {
    let [num, den] = [points, weight];
    for (const [index, term] of optional.entries()) {
      if (Math.floor(choice / 2 ** index) % 2 === 1) {
        num += term.points;
        den += term.weight;
      }
    }
    if (num * best[1] > best[0] * den) best = [num, den];
  }
  return best[0] > 20n * best[1] ? [20n, 1n] : best;
};
