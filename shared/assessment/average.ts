import * as z from 'zod';
import { TWENTY, type Coefficient, type Counting, type Given, type Mark, type NonMark, type Scale } from './mark.ts';
import { ofDecimal, over, rational, sumOf, times, type Rational } from './rational.ts';
import { weigh, type Unweighed, type Use, type Weighing } from './weigh.ts';

/** One evaluation and what one pupil got in it; a mock exam counts like any other. */
export interface EvaluationLine {
  readonly key: string;
  readonly label: string;
  readonly scale: Scale;
  readonly coefficient: Coefficient;
  /** Brought to twenty (*ramener sur 20*): its coefficient is its weight. Otherwise its weight follows its scale: out of 10, half of it. */
  readonly rescaled: boolean;
  readonly counting: Counting;
  /** Absent: nothing was entered, and nothing counts. */
  readonly given?: Given | undefined;
  readonly subSubjectId?: string | undefined;
}

/** A part of a subject with its own average and its weight in the subject's. */
export interface SubSubjectWeight {
  readonly subSubjectId: string;
  readonly name: string;
  readonly coefficient: Coefficient;
}

/** Why an evaluation does not count for this pupil. */
export type Ignored = Unweighed | NonMark | 'nothingEntered';
export type LineUse = Exclude<Use, { readonly kind: 'ignored' }> | { readonly kind: 'ignored'; readonly reason: Ignored };

export interface LineOutcome {
  readonly line: EvaluationLine;
  /** Out of twenty; absent when there is no mark that could count. */
  readonly value: Rational | undefined;
  readonly use: LineUse;
}

/** A service's evaluations, or those of one sub-subject; those that are under none weigh 1 together. */
export interface PartOutcome {
  readonly part: SubSubjectWeight | undefined;
  readonly lines: readonly LineOutcome[];
  readonly weighing: Omit<Weighing, 'uses'>;
}

export interface ServiceAverage {
  /** Out of twenty, exact; undefined when nothing counts. */
  readonly average: Rational | undefined;
  readonly parts: readonly PartOutcome[];
  /** The parts weighed together, in the same order as those that have an average; absent without sub-subjects. */
  readonly total: Weighing | undefined;
}

const TOP = ofDecimal(TWENTY);
const ZERO_MARKS: readonly NonMark[] = ['absentZero', 'notSubmittedZero'];

const markOf = (given: Given | undefined): Mark | { readonly reason: Ignored } => {
  if (given === undefined) return { reason: 'nothingEntered' };
  if ('mark' in given) return given.mark;
  return ZERO_MARKS.includes(given.none) ? '0' : { reason: given.none };
};

const weightOf = ({ coefficient, scale, rescaled }: EvaluationLine): Rational =>
  rescaled ? ofDecimal(coefficient) : over(times(ofDecimal(coefficient), ofDecimal(scale)), TOP);

const outcomeOf = (part: SubSubjectWeight | undefined, lines: readonly EvaluationLine[]): PartOutcome => {
  const marked = lines.map((line) => ({ line, mark: markOf(line.given) }));
  const weighables = marked.flatMap(({ line, mark }) =>
    typeof mark === 'string'
      ? [{ line, value: over(times(ofDecimal(mark), TOP), ofDecimal(line.scale)), weight: weightOf(line), counting: line.counting }]
      : [],
  );
  const { uses, ...weighing } = weigh(weighables);
  const byLine = new Map(weighables.map(({ line, value }, index) => [line, { value, use: uses[index] }]));
  return {
    part,
    weighing,
    lines: marked.map(({ line, mark }): LineOutcome => {
      const { value, use } = byLine.get(line) ?? {};
      if (use !== undefined) return { line, value, use };
      return { line, value: undefined, use: { kind: 'ignored', reason: typeof mark === 'string' ? 'noCoefficient' : mark.reason } };
    }),
  };
};

/** The average of one pupil in one service, out of twenty: `(Σ n·m·c/d + Σ n·c) / (Σ c + Σ c·d/m)`, with what became of each evaluation. */
export const averageOfService = (lines: readonly EvaluationLine[], subSubjects: readonly SubSubjectWeight[] = []): ServiceAverage => {
  if (subSubjects.length === 0) {
    const only = outcomeOf(undefined, lines);
    return { average: only.weighing.average, parts: [only], total: undefined };
  }
  const isUnder =
    ({ subSubjectId }: SubSubjectWeight) =>
    (line: EvaluationLine): boolean =>
      line.subSubjectId === subSubjectId;
  const apart = lines.filter((line) => !subSubjects.some((part) => isUnder(part)(line)));
  const parts = [
    ...subSubjects.map((part) => outcomeOf(part, lines.filter(isUnder(part)))),
    ...(apart.length === 0 ? [] : [outcomeOf(undefined, apart)]),
  ];
  const total = weigh(
    parts.flatMap(({ part, weighing: { average } }) =>
      average === undefined ? [] : [{ value: average, weight: ofDecimal(part?.coefficient ?? '1'), counting: 'compulsory' }],
    ),
  );
  return { average: total.average, parts, total };
};

/** The plain mean of averages; undefined of none at all. */
export const meanOf = (averages: readonly (Rational | undefined)[]): Rational | undefined => {
  const known = averages.filter((average) => average !== undefined);
  return known.length === 0 ? undefined : over(sumOf(known), rational(BigInt(known.length)));
};

/** What an annual average is made of, by setting of the school: the unrounded averages of its periods, each as much, or all the marks of the year. */
export const AnnualSetting = z.enum(['periods', 'marks']);
export type AnnualSetting = z.infer<typeof AnnualSetting>;

export const annualAverage = (
  setting: AnnualSetting,
  periods: readonly (readonly EvaluationLine[])[],
  subSubjects: readonly SubSubjectWeight[] = [],
): Rational | undefined =>
  setting === 'marks'
    ? averageOfService(periods.flat(), subSubjects).average
    : meanOf(periods.map((lines) => averageOfService(lines, subSubjects).average));

/** The average that a teacher entered by hand takes the place of the computed one, which stays to be read. */
export interface FinalAverage {
  readonly value: Rational | undefined;
  readonly computed: Rational | undefined;
  readonly isManual: boolean;
}

export const finalAverage = (computed: Rational | undefined, manual: Mark | undefined): FinalAverage => ({
  value: manual === undefined ? computed : ofDecimal(manual),
  computed,
  isManual: manual !== undefined,
});
