import type { Given } from '@preau/shared/assessment/mark.ts';

/** Of one column, out of its own scale, as it is displayed. */
export interface ColumnFigures {
  readonly count: number;
  readonly mean: string;
  readonly median: string;
  readonly lowest: string;
  readonly highest: string;
}

/** Marks have two decimals at most: hundredths are whole numbers, and sums of them exact. */
const hundredths = (given: Given | undefined): readonly number[] => {
  if (given === undefined) return [];
  if ('mark' in given) return [Math.round(Number(given.mark) * 100)];
  return given.none === 'absentZero' || given.none === 'notSubmittedZero' ? [0] : [];
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** To the nearest hundredth, halves going up, without useless zeros: `12,5`. */
const written = (numerator: number, divisor: number): string => {
  const value = Math.floor((2 * numerator + divisor) / (2 * divisor));
  const decimals = twoDigits(value % 100).replace(/0+$/, '');
  return `${Math.floor(value / 100)}${decimals === '' ? '' : `,${decimals}`}`;
};

/** Mean, median, lowest and highest of what counts in a column; undefined while there is no mark. */
export const columnFigures = (givens: readonly (Given | undefined)[]): ColumnFigures | undefined => {
  const values = givens.flatMap(hundredths).toSorted((one, other) => one - other);
  const count = values.length;
  const [lowest, highest] = [values[0], values.at(-1)];
  if (lowest === undefined || highest === undefined) return undefined;
  const middle = (values[Math.floor(count / 2)] ?? 0) + (values[Math.floor((count - 1) / 2)] ?? 0);
  const sum = values.reduce((total, value) => total + value, 0);
  return { count, mean: written(sum, count), median: written(middle, 2), lowest: written(lowest, 1), highest: written(highest, 1) };
};
