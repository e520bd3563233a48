import { expect, it } from 'vitest';
import { classFiguresOf, type MemberAverage } from './class-figures.ts';
import { decimalText } from './rounding.ts';
import { ofDecimal } from './rational.ts';

const period = { from: '2026-09-01', until: '2026-11-30' };
const member = (average: string | undefined, more: Partial<MemberAverage> = {}): MemberAverage => ({
  average: average === undefined ? undefined : ofDecimal(average),
  ...more,
});
const figures = (...members: readonly MemberAverage[]) => {
  const found = classFiguresOf(members, period);
  return found && [found.count, decimalText(found.mean), decimalText(found.median), decimalText(found.min), decimalText(found.max)];
};

it('are those of the pupils’ averages, those without one left out', () => {
  expect(figures(member('18'), member('6'), member(undefined), member('12'), member('10'), member('9'))).toEqual([
    5,
    '11',
    '10',
    '6',
    '18',
  ]);
  expect(figures(member('18'), member('6'), member('7'), member('12'), member('10'), member('9'))).toEqual([
    6,
    '10,3333…',
    '9,5',
    '6',
    '18',
  ]);
});

it('are hidden below five averages', () => {
  expect(figures(member('18'), member('6'), member('12'), member('10'), member(undefined))).toBeUndefined();
  expect(figures()).toBeUndefined();
});

it('count a pupil who left or arrived in the periods of which he spent a day in the class', () => {
  const four = ['10', '10', '10', '10'].map((average) => member(average));
  expect(figures(...four, member('20', { until: '2026-09-01' }))?.[1]).toBe('12');
  expect(figures(...four, member('20', { from: '2026-11-30' }))?.[1]).toBe('12');
  expect(figures(...four, member('20', { until: '2026-08-31' }))).toBeUndefined();
  expect(figures(...four, member('20', { from: '2026-12-01' }))).toBeUndefined();
});
