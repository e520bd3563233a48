import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, fractionOf, ofDecimal, sumOf, type Rational } from './rational.ts';
import { bacOf } from './simulation-bac.ts';
import { DNB, dnbYear } from './simulation-dnb.ts';
import { mocksOf, simulate, valuesOfMocks, type Exam } from './simulation.ts';
import { seedOfRun } from '../kernel/seed.testing.ts';

const seed = seedOfRun();
const exactly = (value: Rational | undefined) => value && fractionOf(value);
const weightOf = ({ components }: Exam) => fractionOf(sumOf(components.map(({ coefficient }) => ofDecimal(coefficient))));
const all = (exam: Exam, mark: string) => Object.fromEntries(exam.components.map(({ key }) => [key, ofDecimal(mark)]));
const subject = (average: string | undefined, isOptional = false) => ({
  average: average === undefined ? undefined : ofDecimal(average),
  isOptional,
});

describe('the brevet', () => {
  it('weighs the year 40 and the examinations 60', () => {
    expect(weightOf(DNB)).toBe('100/1');
    expect(exactly(simulate(DNB, { ...all(DNB, '10'), year: ofDecimal('15') }).result)).toBe('12/1');
  });

  it.each<[readonly ReturnType<typeof subject>[], string | undefined]>([
    [[subject('12'), subject('14'), subject(undefined)], '13/1'],
    [[subject('12'), subject('14'), subject('16', true)], '16/1'],
    [[subject('12'), subject('14'), subject('9', true)], '13/1'],
    [[subject('16', true)], undefined],
    [[], undefined],
  ])('its year is the mean of annual averages, an optional subject only above 10', (subjects, year) => {
    expect(exactly(dnbYear(subjects))).toBe(year);
  });

  it.each([
    ['9.99', 'Non admis'],
    ['10', 'Admis'],
    ['12', 'Admis, mention assez bien'],
    ['14', 'Admis, mention bien'],
    ['16', 'Admis, mention très bien'],
    ['18', 'Admis, mention très bien avec les félicitations du jury'],
  ])('at %s everywhere is: %s', (mark, label) => {
    expect(simulate(DNB, all(DNB, mark)).outcome?.label).toBe(label);
  });

  it('says what is still needed while something is missing, and gives no result', () => {
    const simulation = simulate(DNB, { year: ofDecimal('13') });
    expect(simulation.result).toBeUndefined();
    expect(simulation.outcome).toBeUndefined();
    expect(simulation.missing).toHaveLength(6);
    expect(simulation.needed.map(({ threshold, state, average }) => [threshold.from, state, exactly(average)])).toEqual([
      ['10', 'possible', '8/1'],
      ['12', 'possible', '34/3'],
      ['14', 'possible', '44/3'],
      ['16', 'possible', '18/1'],
      ['18', 'impossible', undefined],
    ]);
  });

  it('takes the latest mock exam of each subject, whatever its scale', () => {
    const values = valuesOfMocks(DNB, [
      { subject: 'FRANÇAIS', date: '2027-03-10', mark: '60', scale: '100' },
      { subject: 'Français', date: '2026-12-10', mark: '3', scale: '20' },
      { subject: 'PHYSIQUE-CHIMIE', date: '2026-12-10', mark: '14', scale: '20' },
      { subject: 'Sciences de la vie et de la terre', date: '2026-12-11', mark: '10', scale: '20' },
      { subject: 'LATIN', date: '2026-12-11', mark: '10', scale: '20' },
    ]);
    expect(Object.entries(values).map(([key, value]) => [key, exactly(value)])).toEqual([
      ['french', '12/1'],
      ['sciences', '12/1'],
    ]);
    const stands = mocksOf(DNB, [
      { subject: 'FRANÇAIS', date: '2027-03-10', mark: '60', scale: '100' },
      { subject: 'Français', date: '2026-12-10', mark: '3', scale: '20' },
    ]);
    expect(stands['french']?.map(({ date }) => date)).toEqual(['2027-03-10']);
  });
});

describe('the baccalauréat', () => {
  it.each(['general', 'technological'] as const)('%s weighs 100, each component once', (track) => {
    const exam = bacOf(track);
    expect(weightOf(exam)).toBe('100/1');
    expect(new Set(exam.components.map(({ key }) => key)).size).toBe(exam.components.length);
    expect(simulate(exam, all(exam, '8')).outcome?.label).toBe('Second groupe d’épreuves');
  });

  it('counts an option over the hundred', () => {
    const exam = bacOf('general', [{ key: 'latin', label: 'Latin, terminale' }]);
    expect(weightOf(exam)).toBe('102/1');
    expect(exactly(simulate(exam, { ...all(exam, '10'), 'option-latin': ofDecimal('20') }).result)).toBe('520/51');
  });
});

it.each([DNB, bacOf('general'), bacOf('technological')])('$name states what it assumes and what is to be verified', (exam) => {
  expect(exam.assumptions.some(({ toVerify }) => toVerify)).toBe(true);
  expect(exam.assumptions.every(({ text, source }) => text.endsWith('.') && source !== '')).toBe(true);
});

it(`what is needed, once obtained everywhere, is just enough (SEED=${seed})`, () => {
  const known = fc.dictionary(fc.constantFrom(...DNB.components.map(({ key }) => key)), fc.integer({ min: 0, max: 200 }));
  fc.assert(
    fc.property(known, (tenths) => {
      const values = Object.fromEntries(Object.entries(tenths).map(([key, value]) => [key, ofDecimal(String(value / 10))]));
      const { needed, missing } = simulate(DNB, values);
      for (const { threshold, state, average } of needed) {
        const filled = {
          ...values,
          ...Object.fromEntries(missing.map(({ key }) => [key, average ?? ofDecimal(state === 'reached' ? '0' : '20')])),
        };
        const { result } = simulate(DNB, filled);
        const reached = result && compare(result, ofDecimal(threshold.from));
        if (state === 'possible') expect(reached).toBe(0);
        else expect((reached ?? 0) >= 0).toBe(state === 'reached');
      }
    }),
    { seed },
  );
});
