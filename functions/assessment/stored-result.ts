import * as z from 'zod';
import { shortFraction, type Figures } from '@preau/shared/assessment/figures.ts';
import type { Counting } from '@preau/shared/assessment/mark.ts';
import { Weight } from '@preau/shared/assessment/marks-views.ts';
import { Fraction, ofFraction } from '@preau/shared/assessment/rational.ts';
import type { ResultMark, SubjectResult, TimedFigures } from '@preau/shared/assessment/results.ts';
import { CellValue, SubSubject, type EvaluationTerms } from '@preau/shared/assessment/schema.ts';
import type { Held } from '@preau/shared/assessment/seen.ts';
import { evaluationIdOf, partsOfEvaluationId } from '@preau/shared/assessment/service-id.ts';
import { SkillId, type PersonId, type ServiceId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';

const Moment = z.int();
const ZERO_MOMENT = 0;

/** Title, date, scale, coefficient, how it counts; then what few evaluations have. */
const StoredTerms = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.int(),
  z.strictObject({ u: z.string().optional(), k: z.array(SkillId).optional() }).optional(),
]);

const StoredFigures = z.tuple([Moment, z.int(), Fraction, Fraction, Fraction]).or(z.tuple([Moment]));

const StoredMark = z.strictObject({
  i: z.string(),
  t: StoredTerms,
  /** Pupils see it from, guardians see it from. */
  p: Moment,
  g: Moment,
  v: CellValue,
  c: z.array(z.tuple([Moment, CellValue])).optional(),
  b: z.array(z.tuple([Moment, StoredTerms])).optional(),
  f: z.array(StoredFigures).optional(),
});

/** A pupil's subject in one text, in as few bytes as can be: all his subjects are read at once. */
const Body = z.strictObject({
  s: z.string(),
  t: z.array(z.string()),
  w: Weight,
  u: z.array(SubSubject).optional(),
  m: z.array(StoredMark),
  p: z.array(StoredFigures).optional(),
  g: z.array(StoredFigures).optional(),
});

const COUNTINGS: readonly Counting[] = ['compulsory', 'optional', 'bonus'];

const momentOf = (instant: Instant): number => Date.parse(instant);
const instantAt = (moment: number): Instant => new Date(moment).toISOString();

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

const storedFigures = (all: readonly TimedFigures[]): z.input<typeof StoredFigures>[] | undefined =>
  someOf(
    all.map(({ from, figures }) =>
      figures === undefined
        ? [momentOf(from)]
        : [momentOf(from), figures.pupils, shortFraction(figures.mean), shortFraction(figures.lowest), shortFraction(figures.highest)],
    ),
  );

const figuresFrom = (stored: readonly z.output<typeof StoredFigures>[] = []): readonly TimedFigures[] =>
  stored.map(([from = ZERO_MOMENT, pupils, mean, lowest, highest]) => {
    if (pupils === undefined || mean === undefined || lowest === undefined || highest === undefined) return { from: instantAt(from) };
    const figures: Figures = { pupils, mean: ofFraction(mean), lowest: ofFraction(lowest), highest: ofFraction(highest) };
    return { from: instantAt(from), figures };
  });

const storedMark = (mark: ResultMark): z.input<typeof StoredMark> => ({
  i: partsOfEvaluationId(mark.evaluationId)?.key ?? '',
  t: storedTerms(mark.terms),
  p: momentOf(mark.pupilFrom),
  g: momentOf(mark.guardianFrom),
  v: mark.value,
  c: someOf(mark.changed.map(({ visibleFrom, before }) => [momentOf(visibleFrom), before])),
  b: someOf(mark.termsChanged.map(({ visibleFrom, before }) => [momentOf(visibleFrom), storedTerms(before)])),
  f: storedFigures(mark.figures),
});

const heldFrom = <S, T>(stored: readonly (readonly [number, S])[] | undefined, valueFrom: (value: S) => T): readonly Held<T>[] =>
  (stored ?? []).map(([moment, before]) => ({ visibleFrom: instantAt(moment), before: valueFrom(before) }));

export const toBody = ({ subject, teachers, weight, subSubjects, marks, figures }: SubjectResult): string =>
  JSON.stringify({
    s: subject,
    t: [...teachers],
    w: weight,
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
    weight: w,
    subSubjects: u,
    figures: { pupils: figuresFrom(p), guardians: figuresFrom(g) },
    marks: m.map((mark) => ({
      evaluationId: evaluationIdOf({ serviceId, period, key: mark.i }),
      terms: termsFrom(mark.t),
      termsChanged: heldFrom(mark.b, termsFrom),
      pupilFrom: instantAt(mark.p),
      guardianFrom: instantAt(mark.g),
      value: mark.v,
      changed: heldFrom(mark.c, (value) => value),
      figures: figuresFrom(mark.f),
    })),
  };
};
