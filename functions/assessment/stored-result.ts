import * as z from 'zod';
import { shortFraction } from '@preau/shared/assessment/figures.ts';
import { Coefficient, Mark, type Counting } from '@preau/shared/assessment/mark.ts';
import { Weight } from '@preau/shared/assessment/marks-views.ts';
import { Fraction, ofFraction, type Rational } from '@preau/shared/assessment/rational.ts';
import type { ResultMark, SubjectResult, TimedFigures } from '@preau/shared/assessment/results.ts';
import { CellValue, SubSubject, type EvaluationTerms } from '@preau/shared/assessment/schema.ts';
import type { Held } from '@preau/shared/assessment/seen.ts';
import { evaluationIdOf, partsOfEvaluationId } from '@preau/shared/assessment/service-id.ts';
import { SkillId, type PersonId, type ServiceId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';

/** Epoch seconds; a thousandth where it needs one. */
const Moment = z.number();

/** A short fraction, or the odd number of two-millionths that stands for a long one. */
const Amount = z.union([Fraction, z.int()]);

/** Title, date, scale, coefficient, how it counts; then what few evaluations have. */
const StoredTerms = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.int(),
  z.strictObject({ u: z.string().optional(), k: z.array(SkillId).optional() }).optional(),
]);

/** Since when, counted from the opening; of how many; mean, lowest, highest. */
const StoredFigures = z.tuple([Moment, z.int(), Amount, Amount, Amount]).or(z.tuple([Moment]));

/** Most cells hold a mark and nothing else. */
const StoredValue = z.union([Mark, CellValue]);

const StoredMark = z.strictObject({
  i: z.string(),
  t: StoredTerms,
  /** Pupils see it from; guardians, so much later. */
  p: Moment,
  g: Moment,
  v: StoredValue,
  c: z.array(z.tuple([Moment, StoredValue])).optional(),
  b: z.array(z.tuple([Moment, StoredTerms])).optional(),
  f: z.array(StoredFigures).optional(),
});

/** A pupil's subject in one text, in as few bytes as can be: all his subjects are read at once. */
const Body = z.strictObject({
  s: z.string(),
  t: z.array(z.string()),
  /** Most coefficients are said and disputed by nobody. */
  w: z.union([Coefficient, Weight]),
  u: z.array(SubSubject).optional(),
  m: z.array(StoredMark),
  p: z.array(StoredFigures).optional(),
  g: z.array(StoredFigures).optional(),
});

const TWO_MILLIONTHS = '2000000';
const COUNTINGS: readonly Counting[] = ['compulsory', 'optional', 'bonus'];

const momentOf = (instant: Instant): number => Date.parse(instant) / 1000;

const MOMENTS = 1000;
const instants = new Map<number, Instant>();

/** A class shares the instants of its evaluations, and each text of one costs a microsecond. */
const instantAt = (moment: number): Instant => {
  const known = instants.get(moment);
  if (known !== undefined) return known;
  if (instants.size >= MOMENTS) instants.clear();
  const instant = new Date(Math.round(moment * 1000)).toISOString();
  instants.set(moment, instant);
  return instant;
};

/** From one moment to another, to the millisecond. */
const since = (origin: number, moment: number): number => Math.round((moment - origin) * 1000) / 1000;

const storedAmount = (value: Rational): z.input<typeof Amount> => {
  const short = shortFraction(value);
  const [num = '', den = ''] = short.split('/');
  return den === TWO_MILLIONTHS ? Number(num) : short;
};

const amountFrom = (stored: z.output<typeof Amount>): Rational =>
  ofFraction(typeof stored === 'number' ? `${stored}/${TWO_MILLIONTHS}` : stored);

const storedValue = (value: CellValue): z.input<typeof StoredValue> => {
  const { given, levels, comment } = value;
  return given !== undefined && 'mark' in given && levels === undefined && comment === undefined ? given.mark : value;
};

const valueFrom = (stored: z.output<typeof StoredValue>): CellValue => (typeof stored === 'string' ? { given: { mark: stored } } : stored);

const someOf = <T>(list: readonly T[]): T[] | undefined => (list.length === 0 ? undefined : [...list]);

const storedTerms = (terms: EvaluationTerms): z.input<typeof StoredTerms> => {
  const { title, date, scale, coefficient, rescaled, mock, counting, subSubjectId, skillIds } = terms;
  const how = (rescaled ? 1 : 0) + (mock ? 2 : 0) + 4 * COUNTINGS.indexOf(counting);
  const more = { u: subSubjectId, k: someOf(skillIds) };
  return more.u === undefined && more.k === undefined
    ? [title, date, scale, coefficient, how]
    : [title, date, scale, coefficient, how, more];
};

const termsFrom = ([title, date, scale, coefficient, how, more]: z.output<typeof StoredTerms>): EvaluationTerms => ({
  title,
  date,
  scale,
  coefficient,
  rescaled: how % 2 === 1,
  mock: how % 4 >= 2,
  counting: COUNTINGS[Math.floor(how / 4)] ?? 'compulsory',
  ...(more?.u === undefined ? {} : { subSubjectId: more.u }),
  skillIds: more?.k ?? [],
});

const storedFigures = (all: readonly TimedFigures[], origin = 0): z.input<typeof StoredFigures>[] | undefined =>
  someOf(
    all.map(({ from, figures }) => {
      const moment = since(origin, momentOf(from));
      if (figures === undefined) return [moment];
      const { pupils, mean, lowest, highest } = figures;
      return [moment, pupils, storedAmount(mean), storedAmount(lowest), storedAmount(highest)];
    }),
  );

/** Most figures hold from the opening on, whose text costs a microsecond to write. */
const figuresFrom = (
  stored: readonly z.output<typeof StoredFigures>[] = [],
  opening?: { readonly moment: number; readonly instant: Instant },
): readonly TimedFigures[] =>
  stored.map(([moment, pupils, mean, lowest, highest]) => {
    const from = opening !== undefined && moment === 0 ? opening.instant : instantAt((opening?.moment ?? 0) + moment);
    if (pupils === undefined || mean === undefined || lowest === undefined || highest === undefined) return { from };
    return { from, figures: { pupils, mean: amountFrom(mean), lowest: amountFrom(lowest), highest: amountFrom(highest) } };
  });

const storedMark = (mark: ResultMark): z.input<typeof StoredMark> => ({
  i: partsOfEvaluationId(mark.evaluationId)?.key ?? '',
  t: storedTerms(mark.terms),
  p: momentOf(mark.pupilFrom),
  g: since(momentOf(mark.pupilFrom), momentOf(mark.guardianFrom)),
  v: storedValue(mark.value),
  c: someOf(mark.changed.map(({ visibleFrom, before }) => [momentOf(visibleFrom), storedValue(before)])),
  b: someOf(mark.termsChanged.map(({ visibleFrom, before }) => [momentOf(visibleFrom), storedTerms(before)])),
  f: storedFigures(mark.figures, momentOf(mark.pupilFrom)),
});

const heldFrom = <S, T>(stored: readonly (readonly [number, S])[] | undefined, valueFrom: (value: S) => T): readonly Held<T>[] =>
  (stored ?? []).map(([moment, before]) => ({ visibleFrom: instantAt(moment), before: valueFrom(before) }));

export const toBody = ({ subject, teachers, weight, subSubjects, marks, figures }: SubjectResult): string =>
  JSON.stringify({
    s: subject,
    t: [...teachers],
    w: weight.kind === 'said' ? weight.coefficient : weight,
    u: someOf(subSubjects),
    m: marks.map(storedMark),
    p: storedFigures(figures.pupils),
    g: storedFigures(figures.guardians),
  } satisfies z.input<typeof Body>);

interface ResultKey {
  readonly pupilId: PersonId;
  readonly serviceId: ServiceId;
  readonly period: string;
}

export const fromBody = ({ pupilId, serviceId, period }: ResultKey, text: string): SubjectResult => {
  const { s, t, w, u = [], m, p, g } = Body.parse(JSON.parse(text));
  return {
    pupilId,
    serviceId,
    period,
    subject: s,
    teachers: t,
    weight: typeof w === 'string' ? { kind: 'said', coefficient: w } : w,
    subSubjects: u,
    figures: { pupils: figuresFrom(p), guardians: figuresFrom(g) },
    marks: m.map((mark) => {
      const pupilFrom = instantAt(mark.p);
      return {
        evaluationId: evaluationIdOf({ serviceId, period, key: mark.i }),
        terms: termsFrom(mark.t),
        termsChanged: heldFrom(mark.b, termsFrom),
        pupilFrom,
        guardianFrom: instantAt(mark.p + mark.g),
        value: valueFrom(mark.v),
        changed: heldFrom(mark.c, valueFrom),
        figures: figuresFrom(mark.f, { moment: mark.p, instant: pupilFrom }),
      };
    }),
  };
};
