import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annualAverage, averageOfService, finalAverage, meanOf, type EvaluationLine } from './average.ts';
import { aLine, anyService, decimalOf, lines, twoSubSubjects } from './lines.testing.ts';
import { compare, fractionOf, ofDecimal, ofFraction, type Rational } from './rational.ts';
import { displayed } from './rounding.ts';
import { secondAverage } from './second-average.testing.ts';
import { seedOfRun } from '../kernel/seed.testing.ts';

const seed = seedOfRun();

const exactly = (average: Rational | undefined): string | undefined => (average === undefined ? undefined : fractionOf(average));
const averageOf = (all: readonly EvaluationLine[]) => averageOfService(all).average;

/** Undefined is below everything. */
const isAtLeast = (one: Rational | undefined, other: Rational | undefined): boolean =>
  other === undefined || (one !== undefined && compare(one, other) >= 0);

describe('the average of a service', () => {
  it.each<[string, readonly string[], string, string]>([
    ['three scales, unticked', ['18/20', '3/10', '1/5'], '88/7', '12,6'],
    ['three scales, ticked', ['18/20 ticked', '3/10 ticked', '1/5 ticked'], '28/3', '9,3'],
    ['one ticked of two', ['18/20', '3/10 ticked c2'], '10/1', '10,0'],
    ['coefficients, unticked', ['12/20 c2', '15/20 c1', '7/10 c0.5'], '170/13', '13,1'],
    ['coefficients, ticked', ['12/20 c2 ticked', '15/20 c1 ticked', '7/10 c0.5 ticked'], '92/7', '13,1'],
    ['a coefficient of zero beside another', ['12/20 c0', '8/20'], '8/1', '8,0'],
    ['an absence that does not count', ['14', 'absent'], '14/1', '14,0'],
    ['an absence that counts zero', ['14', 'absentZero'], '7/1', '7,0'],
    ['decimal coefficients that floats get wrong', ['15 c0.5', '9 c0.3'], '51/4', '12,8'],
    ['a half that floats round down', ['12.4', '12.5'], '249/20', '12,5'],
    ['nothing but zeros', ['absentZero', 'notSubmittedZero'], '0/1', '0,0'],
  ])('%s: %j is %s, shown %s', (_, texts, exact, shown) => {
    const average = averageOf(lines(...texts));
    expect(exactly(average)).toBe(exact);
    expect(average && displayed(average, 'p1')).toBe(shown);
  });

  it.each<[string, readonly string[]]>([
    ['nothing', []],
    ['a coefficient of zero alone', ['12/20 c0']],
    ['nothing entered', ['-', '-']],
    ['reasons that do not count', ['absent', 'exempt', 'notGraded', 'unfit', 'notSubmitted']],
    ['optional marks alone', ['15 optional', '18 optional']],
    ['a bonus alone', ['15 bonus']],
    ['a bonus and an absence', ['15 bonus', 'absent']],
    ['a zero that weighs nothing', ['absentZero c0']],
  ])('is none, neither zero nor ten, of %s', (_, texts) => {
    expect(averageOf(lines(...texts))).toBeUndefined();
  });
});

describe('optional marks', () => {
  it.each<[readonly string[], string]>([
    [['10', '12 optional', '15 optional'], '25/2'],
    [['10', '15 optional', '12 optional'], '25/2'],
    [['10', '15 optional', '9.5 optional'], '25/2'],
    [['10', '15 optional', '10.5 optional'], '25/2'],
    [['10 c2', '9/10 optional', '14 optional'], '86/7'],
    [['14', '12 optional'], '14/1'],
    [['12', '12 optional'], '12/1'],
    [['10', 'absentZero optional'], '10/1'],
    [['10', '18 optional c0'], '10/1'],
  ])('%j is %s', (texts, exact) => {
    expect(exactly(averageOf(lines(...texts)))).toBe(exact);
  });
});

describe('a bonus', () => {
  it.each<[string, readonly string[], string]>([
    ['adds its points above half, without weight', ['16', '12 bonus'], '18/1'],
    ['is compared on its own scale', ['16', '6/10 bonus ticked'], '18/1'],
    ['follows its scale when it is unticked', ['16', '6/10 bonus'], '17/1'],
    ['never lowers', ['16', '9 bonus'], '16/1'],
    ['adds nothing at half', ['16', '10 bonus'], '16/1'],
    ['counts by its coefficient', ['16', '12 bonus c0.5'], '17/1'],
    ['is shared by the weight of the others', ['10', '14 c3', '14 bonus'], '14/1'],
    ['never passes twenty', ['19', '18 bonus'], '20/1'],
    ['leaves out an optional mark that it made useless', ['10', '18 bonus', '15 optional'], '18/1'],
  ])('%s: %j is %s', (_, texts, exact) => {
    expect(exactly(averageOf(lines(...texts)))).toBe(exact);
  });
});

describe('sub-subjects', () => {
  it('are averaged apart, then by their coefficients, those without an average left out', () => {
    const marks = lines('8 @oral', '14 @ecrit', '16 @ecrit');
    expect(exactly(averageOfService(marks, twoSubSubjects).average)).toBe('38/3');
    expect(exactly(averageOfService(lines('8 @oral', 'absent @ecrit'), twoSubSubjects).average)).toBe('8/1');
    expect(averageOfService(lines('absent @oral'), twoSubSubjects).average).toBeUndefined();
  });

  it('leave evaluations that are under none together, weighing 1', () => {
    expect(exactly(averageOfService(lines('10 @ecrit', '16', '19'), twoSubSubjects).average)).toBe('25/2');
    expect(exactly(averageOfService(lines('10 @removed', '12 @gone'), twoSubSubjects).average)).toBe('11/1');
  });

  it('that all weigh zero give no average', () => {
    const [oral] = twoSubSubjects;
    expect(averageOfService(lines('10 @oral'), [{ ...oral, coefficient: '0' }]).average).toBeUndefined();
  });
});

describe('the year', () => {
  const year = [lines('10', '10', '10'), lines('16'), lines('absent')];

  it.each([
    ['periods', '13/1'],
    ['marks', '23/2'],
  ] as const)('by %s is %s', (setting, exact) => {
    expect(exactly(annualAverage(setting, year))).toBe(exact);
  });

  it('starts from unrounded periods', () => {
    const periods = [lines('12.4', '12.5'), lines('12.34')];
    const annual = annualAverage('periods', periods);
    expect(exactly(annual)).toBe('2479/200');
  });

  it('has no average without a mark', () => {
    expect(annualAverage('periods', [[], []])).toBeUndefined();
    expect(annualAverage('marks', [])).toBeUndefined();
  });
});

describe('a final average entered by hand', () => {
  it('takes the place of the computed one, which stays', () => {
    const computed = ofFraction('88/7');
    expect(finalAverage(computed, '13')).toEqual({ value: ofDecimal('13'), computed, isManual: true });
    expect(finalAverage(computed, undefined)).toEqual({ value: computed, computed, isManual: false });
    expect(finalAverage(undefined, '0')).toEqual({ value: ofDecimal('0'), computed: undefined, isManual: true });
  });
});

it('the mean of averages is not the mean of marks', () => {
  const averages = [averageOf(lines('18', '18', '18')), averageOf(lines('6')), averageOf(lines('absent'))];
  expect(exactly(meanOf(averages))).toBe('12/1');
});

describe(`any service (SEED=${seed})`, () => {
  const runs = { seed, numRuns: 2000 };
  const subSubjects = fc.constantFrom([], twoSubSubjects);

  it('has the same average and the same fates in any order', () => {
    const shuffled = anyService.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), subSubjects),
    );
    fc.assert(
      fc.property(shuffled, ([all, other, parts]) => {
        const [one, two] = [averageOfService(all, parts), averageOfService(other, parts)];
        expect(exactly(one.average)).toBe(exactly(two.average));
        const fates = (service: typeof one) => new Map(service.parts.flatMap((part) => part.lines.map(({ line, use }) => [line, use])));
        expect(fates(two)).toEqual(fates(one));
      }),
      runs,
    );
  });

  it('never falls when a mark rises', () => {
    const raised = anyService.chain((all) =>
      fc.tuple(fc.constant(all), fc.nat({ max: Math.max(0, all.length - 1) }), fc.double({ min: 0, max: 1, noNaN: true }), subSubjects),
    );
    fc.assert(
      fc.property(raised, ([all, index, part, parts]) => {
        const line = all[index];
        if (line?.given === undefined || !('mark' in line.given)) return;
        const [from, top] = [Math.round(Number(line.given.mark) * 100), Math.round(Number(line.scale) * 100)];
        const higher = { ...line, given: { mark: decimalOf(from + Math.floor((top - from) * part)) } };
        expect(isAtLeast(averageOfService(all.with(index, higher), parts).average, averageOfService(all, parts).average)).toBe(true);
      }),
      runs,
    );
  });

  it('is at least as high as with any choice of its optional marks and bonuses', () => {
    const chosen = anyService.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all), subSubjects));
    fc.assert(
      fc.property(chosen, ([all, kept, parts]) => {
        const fewer = all.flatMap((line) => {
          if (line.counting === 'compulsory') return [line];
          return kept.includes(line) ? [line.counting === 'optional' ? { ...line, counting: 'compulsory' as const } : line] : [];
        });
        const withoutAny = averageOf(all.filter(({ counting }) => counting === 'compulsory'));
        if (withoutAny === undefined || parts.length > 0) return;
        expect(isAtLeast(averageOf(all), averageOf(fewer))).toBe(true);
      }),
      runs,
    );
  });

  it('stays between zero and twenty', () => {
    fc.assert(
      fc.property(anyService, subSubjects, (all, parts) => {
        const { average } = averageOfService(all, parts);
        if (average === undefined) return;
        expect(compare(average, ofDecimal('0')) >= 0 && compare(average, ofDecimal('20')) <= 0).toBe(true);
      }),
      runs,
    );
  });

  it('equals brute force on 20,000 services', () => {
    fc.assert(
      fc.property(anyService, (all) => {
        const [average, second] = [averageOf(all), secondAverage(all)];
        if (average === undefined || second === undefined) return average === undefined && second === undefined;
        return average.num * second[1] === second[0] * average.den;
      }),
      { seed, numRuns: 20_000 },
    );
  });
});

it('an evaluation keeps what became of it', () => {
  const [part] = averageOfService([
    aLine('10'),
    aLine('15 optional'),
    aLine('8 optional'),
    aLine('14 bonus'),
    aLine('9 bonus'),
    aLine('absent'),
    aLine('-'),
    aLine('12 c0'),
  ]).parts;
  expect(part?.lines.map(({ use }) => (use.kind === 'ignored' ? use.reason : use.kind))).toEqual([
    'counted',
    'counted',
    'notBetter',
    'bonus',
    'belowHalf',
    'absent',
    'nothingEntered',
    'noCoefficient',
  ]);
});
