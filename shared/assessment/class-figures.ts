import type { LocalDate } from '../kernel/school-time.ts';
import { meanOf } from './average.ts';
import { compare, over, plus, rational, type Rational } from './rational.ts';

/** Below this number of averages, the figures of a class would tell the average of somebody. */
export const SMALLEST_SHOWN_CLASS = 5;

/** A pupil's average, and when he was in the class. */
export interface MemberAverage {
  readonly average: Rational | undefined;
  /** The first day in the class; absent: from the beginning of the year. */
  readonly from?: LocalDate | undefined;
  /** The last day in the class; absent: still there. */
  readonly until?: LocalDate | undefined;
}

export interface ClassFigures {
  readonly count: number;
  readonly mean: Rational;
  readonly median: Rational;
  readonly min: Rational;
  readonly max: Rational;
}

/** A pupil who left or arrived counts in the periods of which he spent at least a day in the class. */
const wasThere = ({ from, until }: MemberAverage, period: { readonly from: LocalDate; readonly until: LocalDate }): boolean =>
  (from === undefined || from <= period.until) && (until === undefined || until >= period.from);

const medianOf = (sorted: readonly Rational[]): Rational | undefined => {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? undefined : over(plus(lower, upper), rational(2n));
};

/** The figures of a class are those of its pupils' averages, each as much; undefined when fewer than five are known. */
export const classFiguresOf = (
  members: readonly MemberAverage[],
  period: { readonly from: LocalDate; readonly until: LocalDate },
): ClassFigures | undefined => {
  const sorted = members
    .filter((member) => wasThere(member, period))
    .flatMap(({ average }) => (average === undefined ? [] : [average]))
    .toSorted(compare);
  const [mean, median, min, max] = [meanOf(sorted), medianOf(sorted), sorted[0], sorted.at(-1)];
  if (mean === undefined || median === undefined || min === undefined || max === undefined) return undefined;
  return sorted.length < SMALLEST_SHOWN_CLASS ? undefined : { count: sorted.length, mean, median, min, max };
};
