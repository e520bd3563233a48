import { describe, expect, it } from 'vitest';
import { averageOfSubjects, coefficientOf, type SubjectLine } from './general.ts';
import { fractionOf, ofDecimal } from './rational.ts';
import { displayed, type RoundingPolicy } from './rounding.ts';

const exact: RoundingPolicy = { mode: 'p1', from: 'exact' };
const fromDisplayed: RoundingPolicy = { mode: 'p1', from: 'displayed' };

const subject = (average: string | undefined, more: Partial<SubjectLine> = {}): SubjectLine => ({
  key: `s${average}`,
  label: 'Matière',
  average: average === undefined ? undefined : ofDecimal(average),
  coefficient: '1',
  ...more,
});

const shown = (lines: readonly SubjectLine[], policy: RoundingPolicy) => {
  const { average } = averageOfSubjects(lines, policy);
  return average === undefined ? undefined : displayed(average, policy.mode);
};

describe('the general average', () => {
  const three = [subject('12.45'), subject('13.45'), subject('11.3')];

  it('starts from exact averages, or from those displayed when the school says so', () => {
    expect(shown(three, exact)).toBe('12,4');
    expect(shown(three, fromDisplayed)).toBe('12,4');
    const rule = [subject('12.45'), subject('13.45'), subject('11.4')];
    expect(shown(rule, exact)).toBe('12,4');
    expect(shown(rule, fromDisplayed)).toBe('12,5');
  });

  it('weighs each subject by its coefficient and leaves out those without an average', () => {
    expect(shown([subject('10', { coefficient: '3' }), subject('18'), subject(undefined, { coefficient: '9' })], exact)).toBe('12,0');
    expect(shown([subject('10'), subject('18', { coefficient: '0' })], exact)).toBe('10,0');
    expect(shown([subject(undefined)], exact)).toBeUndefined();
    expect(shown([], exact)).toBeUndefined();
  });

  it('takes the average entered by hand', () => {
    expect(shown([subject('10', { manual: '14' }), subject(undefined, { manual: '12' })], exact)).toBe('13,0');
  });

  it('counts a subject that is a bonus by its points above half', () => {
    expect(shown([subject('12'), subject('12'), subject('16', { counting: 'bonus' })], exact)).toBe('15,0');
    expect(shown([subject('12'), subject('8', { counting: 'bonus' })], exact)).toBe('12,0');
  });

  it('is withheld while the coefficient of a subject that counts is in conflict', () => {
    const conflict = { byClass: '2', byService: '3' };
    const result = averageOfSubjects([subject('10'), subject('14', { coefficient: conflict })], exact);
    expect(result.average).toBeUndefined();
    expect(result.conflicts.map(({ coefficient }) => coefficient)).toEqual([conflict]);
    const [ten] = averageOfSubjects([subject('10'), subject(undefined, { coefficient: conflict })], exact).lines;
    expect(ten?.use.kind).toBe('counted');
    const free = averageOfSubjects([subject('10'), subject(undefined, { coefficient: conflict })], exact).average;
    expect(free && fractionOf(free)).toBe('10/1');
  });
});

it.each([
  [undefined, undefined, '1'],
  ['2', undefined, '2'],
  [undefined, '3', '3'],
  ['2', '2', '2'],
  ['2', '3', { byClass: '2', byService: '3' }],
  ['0', '1', { byClass: '0', byService: '1' }],
])('a class that says %s and a service that says %s weigh %j', (byClass, byService, expected) => {
  expect(coefficientOf(byClass, byService)).toEqual(expected);
});
