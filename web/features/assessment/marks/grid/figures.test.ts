import { expect, it } from 'vitest';
import type { Given } from '@preau/shared/assessment/mark.ts';
import { columnFigures } from './figures.ts';

const marks = (...texts: readonly string[]): readonly Given[] => texts.map((mark) => ({ mark }));

it.each([
  ['one mark', marks('12.5'), { count: 1, mean: '12,5', median: '12,5', lowest: '12,5', highest: '12,5' }],
  ['an even number of marks', marks('8', '10', '11', '20'), { count: 4, mean: '12,25', median: '10,5', lowest: '8', highest: '20' }],
  ['thirds', marks('10', '10', '11'), { count: 3, mean: '10,33', median: '10', lowest: '10', highest: '11' }],
  ['halves of hundredths, which go up', marks('0.01', '0.02'), { count: 2, mean: '0,02', median: '0,02', lowest: '0,01', highest: '0,02' }],
])('tells the figures of %s', (_, givens, figures) => {
  expect(columnFigures(givens)).toEqual(figures);
});

it('counts as zero only what says so, and knows nothing without a mark', () => {
  expect(columnFigures([{ mark: '10' }, { none: 'absentZero' }, { none: 'absent' }, undefined])).toMatchObject({ count: 2, mean: '5' });
  expect(columnFigures([{ none: 'exempt' }, undefined])).toBeUndefined();
});
