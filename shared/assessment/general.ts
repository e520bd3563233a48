import type { Coefficient, Counting, Mark } from './mark.ts';
import { ofDecimal, type Rational } from './rational.ts';
import { rounded, type RoundingPolicy } from './rounding.ts';
import { weigh, type Use, type Weighing } from './weigh.ts';

/** What a subject weighs for a pupil of the class. In conflict, the class says one coefficient and the service another: a person settles it, nobody chooses silently. */
export type SubjectWeight =
  | { readonly kind: 'said'; readonly coefficient: Coefficient }
  | { readonly kind: 'conflict'; readonly ofClass: Coefficient; readonly ofService: Coefficient };

/** One subject of a pupil. */
export interface SubjectLine {
  readonly key: string;
  readonly label: string;
  /** Computed, exact, out of twenty; undefined when nothing counts. */
  readonly average: Rational | undefined;
  /** Entered by hand by the teacher: it takes the place of the computed one. */
  readonly manual?: Mark | undefined;
  readonly weight: SubjectWeight;
  readonly counting?: Counting | undefined;
}

export interface SubjectOutcome {
  readonly line: SubjectLine;
  /** What was weighed: exact, or as displayed when the school counts from displayed averages. */
  readonly value: Rational | undefined;
  readonly use: Use | { readonly kind: 'ignored'; readonly reason: 'noAverage' | 'withheld' };
}

export interface GeneralAverage {
  readonly average: Rational | undefined;
  readonly lines: readonly SubjectOutcome[];
  readonly weighing: Omit<Weighing, 'uses'>;
  /** Subjects whose coefficient is in conflict: while there is one that has an average, there is no general average. */
  readonly conflicts: readonly SubjectLine[];
}

const valueOf = ({ average, manual }: SubjectLine, { generalFrom, rounding }: RoundingPolicy): Rational | undefined => {
  const value = manual === undefined ? average : ofDecimal(manual);
  return value === undefined || generalFrom === 'exact' ? value : rounded(value, rounding);
};

/** The general average of a pupil, out of twenty, by the coefficients of his subjects; a subject without an average does not count. */
export const averageOfSubjects = (lines: readonly SubjectLine[], policy: RoundingPolicy): GeneralAverage => {
  const valued = lines.map((line) => ({ line, value: valueOf(line, policy) }));
  const conflicts = valued.filter(({ line, value }) => value !== undefined && line.weight.kind === 'conflict').map(({ line }) => line);
  const weighables = valued.flatMap(({ line, value }) =>
    value === undefined || line.weight.kind === 'conflict'
      ? []
      : [{ line, value, weight: ofDecimal(line.weight.coefficient), counting: line.counting ?? 'compulsory' }],
  );
  const { uses, ...weighing } = weigh(weighables);
  const byLine = new Map(weighables.map(({ line }, index) => [line, uses[index]]));
  return {
    average: conflicts.length > 0 ? undefined : weighing.average,
    weighing,
    conflicts,
    lines: valued.map(({ line, value }) => ({
      line,
      value,
      use: byLine.get(line) ?? { kind: 'ignored', reason: value === undefined ? 'noAverage' : 'withheld' },
    })),
  };
};
