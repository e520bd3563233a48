import * as z from 'zod';

const Key = z.string().regex(/^[a-z0-9]{1,12}$/);

const Level = z.strictObject({ label: z.string().trim().min(1).max(80), points: z.number().min(0).max(100).multipleOf(0.25) });

const Criterion = z.strictObject({ key: Key, name: z.string().trim().min(1).max(120), levels: z.array(Level).min(2).max(6) });

/** What a work is judged on: criteria, each with its levels. */
export const Rubric = z
  .array(Criterion)
  .min(1)
  .max(10)
  .refine((criteria) => new Set(criteria.map(({ key }) => key)).size === criteria.length, {
    message: 'Deux critères portent la même clé.',
  });
export type Rubric = z.infer<typeof Rubric>;

/** The level reached, by criterion; a criterion that is not there was not judged. */
export const RubricMarks = z.record(Key, z.int().min(0).max(5));
export type RubricMarks = z.infer<typeof RubricMarks>;

export const Total = z.strictObject({
  points: z.number(),
  outOf: z.number(),
  /** True once every criterion is judged. */
  isComplete: z.boolean(),
});
export type Total = z.infer<typeof Total>;

/** What the levels reached are worth, over the best of each criterion. */
export const totalOf = (rubric: Rubric, marks: RubricMarks): Total => {
  const reached = rubric.map(({ key, levels }) => levels[marks[key] ?? -1]);
  return {
    points: reached.reduce((sum, level) => sum + (level?.points ?? 0), 0),
    outOf: rubric.reduce((sum, { levels }) => sum + Math.max(...levels.map(({ points }) => points)), 0),
    isComplete: reached.every((level) => level !== undefined),
  };
};

/** False when a mark names a criterion or a level that the rubric does not have. */
export const fits = (rubric: Rubric | undefined, marks: RubricMarks): boolean =>
  Object.entries(marks).every(([key, level]) => rubric?.find((criterion) => criterion.key === key)?.levels[level] !== undefined);
