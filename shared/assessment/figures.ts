import { averageOfService, meanOf, type EvaluationLine } from './average.ts';
import type { Given } from './mark.ts';
import type { AverageView, FiguresView, ShownFigures } from './marks-views.ts';
import { compare, fractionOf, ofDecimal, rational, ZERO, type Fraction, type Rational } from './rational.ts';
import { displayed, type RoundingMode } from './rounding.ts';
import type { CellValue, EvaluationTerms, SubSubject } from './schema.ts';

/** What is to be averaged: an evaluation and what one pupil got. */
export interface Marked {
  readonly evaluationId: string;
  readonly terms: EvaluationTerms;
  readonly value: CellValue;
}

export const lineOf = ({ evaluationId, terms, value }: Marked): EvaluationLine => ({
  key: evaluationId,
  label: terms.title,
  scale: terms.scale,
  coefficient: terms.coefficient,
  rescaled: terms.rescaled,
  counting: terms.counting,
  given: value.given,
  subSubjectId: terms.subSubjectId,
});

export const averageOf = (marks: readonly Marked[], subSubjects: readonly SubSubject[]): Rational | undefined =>
  averageOfService(marks.map(lineOf), subSubjects).average;

export const averageView = (value: Rational, mode: RoundingMode): AverageView => ({
  exact: fractionOf(value),
  shown: displayed(value, mode),
});

/** What a mark adds to the figures of its evaluation: what is excluded from averages is excluded here. */
export const amountOf = (given: Given | undefined): Rational | undefined => {
  if (given === undefined) return undefined;
  if ('mark' in given) return ofDecimal(given.mark);
  return given.none === 'absentZero' || given.none === 'notSubmittedZero' ? ZERO : undefined;
};

export interface Figures {
  readonly mean: Rational;
  readonly lowest: Rational;
  readonly highest: Rational;
  readonly pupils: number;
}

/** Mean, lowest and highest of what is known, from so many pupils on. */
export const figuresOf = (values: readonly (Rational | undefined)[], atLeast: number): Figures | undefined => {
  const sorted = values.filter((value) => value !== undefined).toSorted(compare);
  const [mean, lowest, highest] = [meanOf(sorted), sorted[0], sorted.at(-1)];
  if (mean === undefined || lowest === undefined || highest === undefined || sorted.length < atLeast) return undefined;
  return { mean, lowest, highest, pupils: sorted.length };
};

export const figuresView = ({ mean, lowest, highest, pupils }: Figures, mode: RoundingMode): FiguresView => ({
  mean: averageView(mean, mode),
  lowest: averageView(lowest, mode),
  highest: averageView(highest, mode),
  pupils,
});

export const shownFigures = ({ mean, lowest, highest, pupils }: Figures, mode: RoundingMode): ShownFigures => ({
  mean: displayed(mean, mode),
  lowest: displayed(lowest, mode),
  highest: displayed(highest, mode),
  pupils,
});

const LONGEST_EXACT = 8;
const STEPS = 1_000_000n;

/** A fraction that every policy rounds as it rounds this one, in a few characters: the mean of a class has no short exact form. */
export const shortFraction = (value: Rational): Fraction => {
  const exact = fractionOf(value);
  if (exact.length <= LONGEST_EXACT) return exact;
  // Policies round at multiples of a twentieth: strictly between two millionths, one point stands for all.
  return fractionOf(rational(2n * ((value.num * STEPS) / value.den) + 1n, 2n * STEPS));
};
