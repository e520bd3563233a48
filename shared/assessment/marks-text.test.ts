import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf } from './lines.testing.ts';
import { Given, NonMark, Scale } from './mark.ts';
import { readMark, writeMark } from './marks-text.ts';
import { readPasted } from './marks-paste.ts';
import { seedOfRun } from '../kernel/seed.testing.ts';

const seed = seedOfRun();

describe('what is typed in a cell out of 20', () => {
  it.each([
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    [' 12,50 ', '12.5'],
    ['\u00A012\u202F', '12'],
    ['012', '12'],
    ['0', '0'],
    ['00', '0'],
    ['0,0', '0'],
    [',5', '0.5'],
    ['20', '20'],
    ['20,000', '20'],
    ['12,05', '12.05'],
    ['12/20', '12'],
    ['12,5 / 20', '12.5'],
    ['7/20,0', '7'],
  ])('%j is the mark %s', (text, mark) => {
    expect(readMark(text, '20')).toEqual({ kind: 'given', given: { mark } });
  });

  it.each<[string, NonMark]>([
    ['abs', 'absent'],
    ['ABS.', 'absent'],
    ['Absente', 'absent'],
    ['A', 'absent'],
    ['Disp', 'exempt'],
    ['dispensée', 'exempt'],
    ['E', 'exempt'],
    ['N.Not', 'notGraded'],
    ['n not', 'notGraded'],
    ['NN', 'notGraded'],
    ['NE', 'notGraded'],
    ['Inap.', 'unfit'],
    ['inapte', 'unfit'],
    ['N.Rdu', 'notSubmitted'],
    ['non rendu', 'notSubmitted'],
    ['S', 'notSubmitted'],
    ['Z', 'absentZero'],
    ['abs0', 'absentZero'],
    ['w', 'notSubmittedZero'],
  ])('%j is %s', (text, none) => {
    expect(readMark(text, '20')).toEqual({ kind: 'given', given: { none } });
  });

  it.each([
    ['20,5/20', 'Maximum 20.'],
    ['20.01', 'Maximum 20.'],
    ['999999999', 'Maximum 20.'],
    ['-1', 'Une note ne peut pas être négative : minimum 0.'],
    ['−0,5', 'Une note ne peut pas être négative : minimum 0.'],
    ['12,345', 'Deux décimales au plus.'],
    ['7/10', 'Cette évaluation est sur 20 : écrivez la note sur 20, ou changez le barème.'],
  ])('%j is refused: %s', (text, message) => {
    expect(readMark(text, '20')).toEqual({ kind: 'fault', text, message });
  });

  it.each([
    '1e9',
    'NaN',
    'Infinity',
    '0x10',
    '12,5,3',
    '12 13',
    '1 000',
    '--',
    '/',
    '/20',
    '+12',
    '١٢',
    '１２',
    '½',
    '=1+1',
    '12a',
    '.',
    'x',
    'constructor',
  ])('%j is no mark', (text) => {
    expect(readMark(text, '20')).toMatchObject({ kind: 'fault', text });
  });

  it.each(['', '  ', '\u00A0', '\t'])('%j is nothing, never a zero', (text) => {
    expect(readMark(text, '20')).toEqual({ kind: 'empty' });
  });

  it('is bounded by its own scale', () => {
    expect(readMark('14', '10')).toMatchObject({ message: 'Maximum 10.' });
    expect(readMark('7.5', '7.5')).toMatchObject({ given: { mark: '7.5' } });
    expect(readMark('7,51', '7.5')).toMatchObject({ message: 'Maximum 7,5.' });
  });

  it(`is read again as it was shown (SEED=${seed})`, () => {
    const given = fc.oneof(
      fc.integer({ min: 0, max: 100_000 }).map((hundredths) => ({ mark: decimalOf(hundredths) })),
      fc.constantFrom(...NonMark.options).map((none) => ({ none })),
    );
    fc.assert(
      fc.property(given, (one) => {
        expect(readMark(writeMark(one), '1000')).toEqual({ kind: 'given', given: one });
      }),
      { seed },
    );
    expect(writeMark(undefined)).toBe('');
  });

  it(`never makes anything that the contract refuses, nor passes its scale (SEED=${seed})`, () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[-+0-9.,/ eE]{0,8}$/), fc.stringMatching(/^[A-Za-z.0-9]{0,6}$/));
    const scale = fc.integer({ min: 1, max: 100_000 }).map((hundredths) => Scale.parse(decimalOf(hundredths)));
    fc.assert(
      fc.property(text, scale, (typed, outOf) => {
        const read = readMark(typed, outOf);
        if (read.kind !== 'given') return;
        const given = Given.parse(read.given);
        if ('mark' in given) expect(Number(given.mark)).toBeLessThanOrEqual(Number(outOf));
      }),
      { seed, numRuns: 5000 },
    );
  });
});

describe('a block pasted from a spreadsheet', () => {
  const target = { pupils: 3, scales: ['20', '10'] };
  const given = (row: number, column: number, mark: string) => ({ row, column, typed: { kind: 'given', given: { mark } } });

  it('goes to the pupils below and the evaluations beside, its empty cells changing nothing', () => {
    expect(readPasted('12,5\t7\r\n\t"8"\r\nAbs\t\r\n', target)).toEqual({
      kind: 'block',
      cells: [
        given(0, 0, '12.5'),
        given(0, 1, '7'),
        given(1, 1, '8'),
        { row: 2, column: 0, typed: { kind: 'given', given: { none: 'absent' } } },
      ],
    });
  });

  it('keeps what cannot be a mark, to be shown in its cell', () => {
    expect(readPasted('12\n14\tx', { pupils: 2, scales: ['10', '10'] })).toEqual({
      kind: 'block',
      cells: [
        { row: 0, column: 0, typed: { kind: 'fault', text: '12', message: 'Maximum 10.' } },
        { row: 1, column: 0, typed: { kind: 'fault', text: '14', message: 'Maximum 10.' } },
        { row: 1, column: 1, typed: expect.objectContaining({ kind: 'fault', text: 'x' }) },
      ],
    });
  });

  it('of 31 lines for 30 pupils is refused whole, and names the line too many', () => {
    const block = Array.from({ length: 31 }, (_, index) => (index === 30 ? '17' : '12')).join('\r\n');
    expect(readPasted(block, { pupils: 30, scales: ['20'] })).toEqual({
      kind: 'refused',
      message: 'Le bloc a 31 lignes pour 30 élèves. En trop : ligne 31 « 17 ». Rien n’a été collé.',
      extra: ['ligne 31 « 17 »'],
    });
    expect(readPasted(`${block}\r\n\r\n\t\r\n`, { pupils: 31, scales: ['20'] }).kind).toBe('block');
  });

  it('with more columns than evaluations is refused whole', () => {
    expect(readPasted('1\t2\t3', target)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('3 colonnes pour 2 évaluations'),
    });
    expect(readPasted('1\t2\t', target).kind).toBe('block');
  });

  it('that holds nothing or leaves a quote open is refused', () => {
    expect(readPasted('\r\n\t\r\n', target)).toMatchObject({ kind: 'refused' });
    expect(readPasted('"12\r\n13', target)).toMatchObject({ message: expect.stringContaining('ligne 1') });
  });
});
