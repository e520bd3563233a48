import { describe, expect, it } from 'vitest';
import { averageOfSubjects, type SubjectLine, type SubjectWeight } from './general.ts';
import { fractionOf, ofDecimal } from './rational.ts';
import { displayed, type RoundingPolicy } from './rounding.ts';

const exact: RoundingPolicy = { rounding: 'p1', generalFrom: 'exact' };
const fromDisplayed: RoundingPolicy = { rounding: 'p1', generalFrom: 'displayed' };

const said = (coefficient: string): SubjectWeight => ({ kind: 'said', coefficient });

const subject = (average: string | undefined, more: Partial<SubjectLine> = {}): SubjectLine => ({
  key: `s${average}`,
  label: 'Matière',
  average: average === undefined ? undefined : ofDecimal(average),
  weight: said('1'),
  ...more,
});

const shown = (lines: readonly SubjectLine[], policy: RoundingPolicy) => {
  const { average } = averageOfSubjects(lines, policy);
  return average === undefined ? undefined : displayed(average, policy.rounding);
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
    expect(shown([subject('10', { weight: said('3') }), subject('18'), subject(undefined, { weight: said('9') })], exact)).toBe('12,0');
    expect(shown([subject('10'), subject('18', { weight: said('0') })], exact)).toBe('10,0');
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
    const weight: SubjectWeight = { kind: 'conflict', ofClass: '2', ofService: '3' };
    const result = averageOfSubjects([subject('10'), subject('14', { weight })], exact);
    expect(result.average).toBeUndefined();
    expect(result.conflicts.map((line) => line.weight)).toEqual([weight]);
    const [ten] = averageOfSubjects([subject('10'), subject(undefined, { weight })], exact).lines;
    expect(ten?.use.kind).toBe('counted');
    const free = averageOfSubjects([subject('10'), subject(undefined, { weight })], exact).average;
    expect(free && fractionOf(free)).toBe('10/1');
  });
});
