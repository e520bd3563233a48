import { fractionOf, type Fraction, type Rational } from './rational.ts';
import { decimalText } from './rounding.ts';
import type { Weighing } from './weigh.ts';

/** A number of a formula: exact, and as it is written. */
export interface Figure {
  readonly exact: Fraction;
  readonly text: string;
}

export const figureOf = (value: Rational): Figure => ({ exact: fractionOf(value), text: decimalText(value) });

/** One thing of an average: what was given, what it is out of twenty, what it weighs and brings, and why. */
export interface ExplainedLine {
  readonly key: string;
  readonly label: string;
  readonly given: string;
  /** Out of twenty. */
  readonly value?: Figure | undefined;
  readonly effect: 'counted' | 'bonus' | 'ignored';
  readonly weight: Figure;
  /** Value times weight; of a bonus, what passes ten times its coefficient. */
  readonly points: Figure;
  readonly why: string;
}

/** A weighted mean, number by number. */
export interface ExplainedMean {
  readonly label?: string | undefined;
  readonly lines: readonly ExplainedLine[];
  readonly points: Figure;
  readonly weight: Figure;
  readonly average?: Figure | undefined;
  /** True when a bonus would have passed twenty. */
  readonly isCapped: boolean;
  /** "(18 + 3) ÷ (1 + 0,5) = 21 ÷ 1,5 = 14"; absent when nothing counts. */
  readonly formula?: string | undefined;
}

/** Terms as they are added: a single one needs no brackets. */
const sumText = (terms: readonly Figure[]): string => {
  const texts = terms.map(({ text }) => text);
  return texts.length === 1 ? texts.join('') : `(${texts.join(' + ')})`;
};

export const explainedMean = (
  label: string | undefined,
  { points, weight, average, isCapped }: Omit<Weighing, 'uses'>,
  lines: readonly ExplainedLine[],
): ExplainedMean => {
  const [total, divisor] = [figureOf(points), figureOf(weight)];
  const mean = average && figureOf(average);
  const brought = lines.filter(({ effect }) => effect !== 'ignored');
  const weighed = lines.filter(({ effect }) => effect === 'counted');
  const steps = [`${sumText(brought.map((line) => line.points))} ÷ ${sumText(weighed.map((line) => line.weight))}`];
  if (brought.length > 1) steps.push(`${total.text} ÷ ${divisor.text}`);
  return {
    label,
    lines,
    points: total,
    weight: divisor,
    average: mean,
    isCapped,
    formula: mean && `${steps.join(' = ')} = ${isCapped ? `plus de 20, ramené à ${mean.text}` : mean.text}`,
  };
};
