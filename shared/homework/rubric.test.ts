import { expect, it } from 'vitest';
import { fits, totalOf, type Rubric } from './rubric.ts';

const level = (label: string, points: number) => ({ label, points });
const rubric: Rubric = [
  { key: 'c1', name: 'Argumentation', levels: [level('À revoir', 0), level('Solide', 4)] },
  { key: 'c2', name: 'Langue', levels: [level('Juste', 1.5), level('À revoir', 0)] },
];

it.each([
  [{}, 0, false],
  [{ c1: 1 }, 4, false],
  [{ c1: 1, c2: 0 }, 5.5, true],
  [{ c1: 0, c2: 1 }, 0, true],
])('%o is worth %s, complete: %s', (marks, points, isComplete) => {
  expect(totalOf(rubric, marks)).toEqual({ points, outOf: 5.5, isComplete });
});

it('knows a mark of another rubric', () => {
  expect(fits(rubric, { c1: 1 })).toBe(true);
  expect(fits(rubric, { c1: 2 })).toBe(false);
  expect(fits(rubric, { c9: 0 })).toBe(false);
  expect(fits(undefined, { c1: 0 })).toBe(false);
  expect(fits(undefined, {})).toBe(true);
});
