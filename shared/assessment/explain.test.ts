import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageOfService } from './average.ts';
import { explanationText, FORMULA_WORDS } from './explain-text.ts';
import { explainGeneral, explainService, type Explanation } from './explain.ts';
import type { ExplainedMean } from './explained-mean.ts';
import { averageOfSubjects, type SubjectLine } from './general.ts';
import { anyService, lines, twoSubSubjects } from './lines.testing.ts';
import { compare, fractionOf, minus, ofDecimal, ofFraction, over, plus, rational, times, ZERO, type Rational } from './rational.ts';
import { displayed, RoundingMode } from './rounding.ts';
import { seedOfRun } from '../kernel/seed.testing.ts';

const seed = seedOfRun();
const TEN = rational(10n);
const TWENTY = rational(20n);

const exact = (figure: { readonly exact: string } | undefined): Rational => (figure === undefined ? ZERO : ofFraction(figure.exact));

/** By hand, from nothing but the numbers that the reader has. */
const recompute = ({ lines: explained }: ExplainedMean): Rational | undefined => {
  let [points, weight] = [ZERO, ZERO];
  for (const line of explained) {
    if (line.effect === 'ignored') {
      expect([line.points.exact, line.weight.exact]).toEqual(['0/1', '0/1']);
      continue;
    }
    if (line.effect === 'counted') expect(times(exact(line.value), exact(line.weight))).toEqual(exact(line.points));
    else expect(compare(exact(line.value), TEN)).toBe(1);
    points = plus(points, exact(line.points));
    weight = plus(weight, exact(line.weight));
  }
  if (compare(weight, ZERO) === 0) return undefined;
  const mean = over(points, weight);
  return compare(mean, TWENTY) > 0 ? TWENTY : mean;
};

const isTrue = (explanation: Explanation, mode: RoundingMode): void => {
  for (const mean of [...explanation.parts, ...(explanation.total === undefined ? [] : [explanation.total])]) {
    const again = explanation.withheld === undefined ? recompute(mean) : undefined;
    expect(mean.average?.exact).toBe(again && fractionOf(again));
    expect(mean.formula === undefined).toBe(again === undefined);
    if (again !== undefined && !mean.isCapped) expect(minus(times(exact(mean.weight), again), exact(mean.points))).toEqual(ZERO);
  }
  for (const [index, line] of explanation.total?.lines.filter(({ value }) => value !== undefined).entries() ?? []) {
    const known = explanation.parts.filter(({ average }) => average !== undefined);
    expect(line.value?.exact).toBe(known[index]?.average?.exact);
  }
  const last = explanation.total ?? explanation.parts[0];
  if (explanation.withheld === undefined) expect(explanation.average?.exact).toBe(last?.average?.exact);
  expect(explanation.rounding?.shown).toBe(explanation.average && displayed(ofFraction(explanation.average.exact), mode));
};

describe(`any explanation (SEED=${seed})`, () => {
  const mode = fc.constantFrom(...RoundingMode.options);

  it('of a service computes again, from its own numbers, to the average that is shown', () => {
    fc.assert(
      fc.property(anyService, fc.constantFrom([], twoSubSubjects), mode, (all, parts, rounding) => {
        const service = averageOfService(all, parts);
        const explanation = explainService(service, rounding);
        isTrue(explanation, rounding);
        expect(explanation.average?.exact).toBe(service.average && fractionOf(service.average));
        expect(explanation.parts.flatMap((part) => part.lines)).toHaveLength(all.length);
        expect(explanation.parts.flatMap((part) => part.lines).every(({ why, given }) => why !== '' && given !== '')).toBe(true);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('of a general average too', () => {
    const subject: fc.Arbitrary<SubjectLine> = fc.record({
      key: fc.string(),
      label: fc.constant('Matière'),
      average: fc.option(
        fc.nat({ max: 200_000 }).map((value) => rational(BigInt(value), 10_000n)),
        { nil: undefined },
      ),
      weight: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom('0', '1', '2', '0.5').map((coefficient) => ({ kind: 'said' as const, coefficient })) },
        { weight: 1, arbitrary: fc.constant({ kind: 'conflict' as const, ofClass: '1', ofService: '2' }) },
      ),
      counting: fc.constantFrom('compulsory', 'optional', 'bonus'),
    });
    fc.assert(
      fc.property(fc.array(subject, { maxLength: 12 }), mode, fc.constantFrom('exact', 'displayed'), (subjects, rounding, generalFrom) => {
        isTrue(explainGeneral(averageOfSubjects(subjects, { rounding, generalFrom }), rounding), rounding);
      }),
      { seed, numRuns: 1000 },
    );
  });
});

describe('an explanation as a text', () => {
  it('says each mark, its weight, what was left out and why, and the rounding', () => {
    const marks = lines('18/20', '3/10', 'absent', '9 optional', '14 bonus', '16/40 ticked');
    expect(explanationText(explainService(averageOfService(marks), 'p1'))).toEqual([
      FORMULA_WORDS,
      '- 18/20 (18/20) : Coefficient 1. 18 × 1 = 18 points.',
      '- 3/10 (3/10) : Coefficient 1 × barème 10 ÷ 20. 6 × 0,5 = 3 points.',
      '- absent (Absent) : Ne compte pas.',
      '- 9 optional (9/20) : Note facultative qui n’améliorerait pas la moyenne : ne compte pas.',
      '- 14 bonus (14/20) : Coefficient 1 : bonus, seuls les points au-dessus de 10 sur 20 s’ajoutent, sans poids. + 4 points.',
      '- 16/40 ticked (16/40) : Coefficient 1, note ramenée sur 20. 8 × 1 = 8 points.',
      'Moyenne = (18 + 3 + 4 + 8) ÷ (1 + 0,5 + 1) = 33 ÷ 2,5 = 13,2',
      '13,2, arrondie au dixième le plus proche : 13,2.',
    ]);
  });

  it('tells sub-subjects apart, then together', () => {
    const text = explanationText(explainService(averageOfService(lines('8 @oral', '14 @ecrit', '16 @ecrit'), twoSubSubjects), 'se'));
    expect(text).toContain('Oral :');
    expect(text.slice(-5)).toEqual([
      'Ensemble :',
      '- Oral (8) : Coefficient 1. 8 × 1 = 8 points.',
      '- Écrit (15) : Coefficient 2. 15 × 2 = 30 points.',
      'Moyenne = (8 + 30) ÷ (1 + 2) = 38 ÷ 3 = 12,6666…',
      '12,6666…, arrondie à l’entier supérieur : 13.',
    ]);
  });

  it('never says zero for nothing', () => {
    const text = explanationText(explainService(averageOfService(lines('15 optional')), 'p1'));
    expect(text.at(-1)).toBe('Rien ne compte encore : pas de moyenne.');
  });

  it('keeps the computed average beside the one entered by hand', () => {
    const text = explanationText(explainService(averageOfService(lines('12')), 'p1', '13.5'));
    expect(text.slice(-2)).toEqual([
      '12, arrondie au dixième le plus proche : 12,0.',
      'L’enseignant a saisi 13,5 à la main : c’est cette moyenne qui compte.',
    ]);
  });

  it('says why a general average is withheld, and who settles it', () => {
    const subjects: readonly SubjectLine[] = [
      { key: 'a', label: 'Maths', average: ofDecimal('12'), weight: { kind: 'said', coefficient: '1' } },
      { key: 'b', label: 'Latin', average: ofDecimal('15'), weight: { kind: 'conflict', ofClass: '2', ofService: '3' } },
    ];
    const explanation = explainGeneral(averageOfSubjects(subjects, { rounding: 'p1', generalFrom: 'exact' }), 'p1');
    expect(explanation.average).toBeUndefined();
    expect(explanationText(explanation).join('\n')).toContain('La classe dit coefficient 2 et le groupe 3 : à régler par l’établissement.');
    expect(explanationText(explanation).at(-1)).toContain('Pas de moyenne générale');
  });

  it('says that a bonus stops at twenty', () => {
    const [part] = explainService(averageOfService(lines('19', '18 bonus')), 'p1').parts;
    expect(part?.formula).toBe('(19 + 8) ÷ 1 = 27 ÷ 1 = plus de 20, ramené à 20');
  });
});
