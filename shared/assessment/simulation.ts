import type { LocalDate } from '../kernel/school-time.ts';
import { meanOf } from './average.ts';
import type { Coefficient, Mark, Scale } from './mark.ts';
import { compare, isPositive, minus, ofDecimal, over, plus, sumOf, times, ZERO, type Rational } from './rational.ts';

/** What a simulation takes for granted, told to the reader; `toVerify`: not yet confirmed on the official text. */
export interface Assumption {
  readonly text: string;
  readonly source: string;
  readonly toVerify: boolean;
}

/** A result from so many points out of twenty on: « Admis, mention bien ». */
export interface Threshold {
  readonly from: Mark;
  readonly label: string;
}

/** One thing that an exam's result is made of. */
export interface Component {
  readonly key: string;
  readonly label: string;
  readonly coefficient: Coefficient;
  /** How the names of its subjects begin, in plain lower case: a mock exam of one of them stands for it. */
  readonly subjects: readonly string[];
}

export interface Exam {
  readonly name: string;
  readonly components: readonly Component[];
  readonly thresholds: readonly Threshold[];
  readonly assumptions: readonly Assumption[];
}

export type SimulatedValues = Readonly<Partial<Record<string, Rational>>>;

/** What a threshold still asks of what is not known yet, on average and out of twenty. */
export interface Needed {
  readonly threshold: Threshold;
  readonly state: 'reached' | 'possible' | 'impossible';
  /** Present when it is possible. */
  readonly average?: Rational | undefined;
}

export interface Simulation {
  readonly lines: readonly { readonly component: Component; readonly value: Rational | undefined }[];
  /** Out of twenty, once everything is known: a part that is missing is never a zero. */
  readonly result: Rational | undefined;
  readonly outcome: Threshold | undefined;
  readonly missing: readonly Component[];
  readonly needed: readonly Needed[];
  readonly assumptions: readonly Assumption[];
}

const TOP = ofDecimal('20');
const weightOf = ({ coefficient }: Component): Rational => ofDecimal(coefficient);

const neededFor = (threshold: Threshold, points: Rational, missing: Rational, weight: Rational): Needed => {
  const lacking = minus(times(ofDecimal(threshold.from), weight), points);
  if (!isPositive(lacking)) return { threshold, state: 'reached' };
  if (!isPositive(missing) || compare(lacking, times(TOP, missing)) > 0) return { threshold, state: 'impossible' };
  return { threshold, state: 'possible', average: over(lacking, missing) };
};

/** What an exam would give with these values, and what each threshold still asks. */
export const simulate = (exam: Exam, values: SimulatedValues): Simulation => {
  const lines = exam.components.map((component) => ({ component, value: values[component.key] }));
  const missing = lines.filter(({ value }) => value === undefined).map(({ component }) => component);
  const weight = sumOf(exam.components.map(weightOf));
  const points = lines.reduce(
    (sum, { component, value }) => (value === undefined ? sum : plus(sum, times(value, weightOf(component)))),
    ZERO,
  );
  const result = missing.length === 0 && isPositive(weight) ? over(points, weight) : undefined;
  const missingWeight = sumOf(missing.map(weightOf));
  return {
    lines,
    result,
    missing,
    outcome: result && exam.thresholds.findLast(({ from }) => compare(result, ofDecimal(from)) >= 0),
    needed: exam.thresholds.slice(1).map((threshold) => neededFor(threshold, points, missingWeight, weight)),
    assumptions: exam.assumptions,
  };
};

/** A mark of a mock exam (*épreuve blanche*). */
export interface MockMark {
  readonly subject: string;
  readonly date: LocalDate;
  readonly mark: Mark;
  readonly scale: Scale;
}

const simplified = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The mock exams that stand for each component: the latest of each of its subjects. */
export const mocksOf = (exam: Exam, mocks: readonly MockMark[]): Readonly<Partial<Record<string, readonly MockMark[]>>> => {
  const latest = new Map(
    mocks.toSorted((one, other) => one.date.localeCompare(other.date)).map((mock) => [simplified(mock.subject), mock]),
  );
  return Object.fromEntries(
    exam.components.flatMap(({ key, subjects }) => {
      const found = [...latest].flatMap(([subject, mock]) => (subjects.some((start) => subject.startsWith(start)) ? [mock] : []));
      return found.length === 0 ? [] : [[key, found]];
    }),
  );
};

/** Each component by its mock exams; their mean when there are several subjects. */
export const valuesOfMocks = (exam: Exam, mocks: readonly MockMark[]): SimulatedValues =>
  Object.fromEntries(
    Object.entries(mocksOf(exam, mocks)).flatMap(([key, found = []]) => {
      const value = meanOf(found.map(({ mark, scale }) => over(times(ofDecimal(mark), TOP), ofDecimal(scale))));
      return value === undefined ? [] : [[key, value]];
    }),
  );
