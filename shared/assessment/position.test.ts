import { expect, it } from 'vitest';
import { positionOfAverage } from './position.ts';
import { rational } from './rational.ts';

it.each([
  [0n, 1n, 1],
  [499n, 100n, 1],
  [5n, 1n, 2],
  [9_999n, 1_000n, 2],
  [10n, 1n, 3],
  [1_499n, 100n, 3],
  [15n, 1n, 4],
  [20n, 1n, 4],
])('%s/%s out of 20 suggests %i', (num, den, position) => {
  expect(positionOfAverage(rational(num, den))).toBe(position);
});
