import { describe, expect, it } from 'vitest';
import { dateOf, FEW_LESSONS, linkOf, mobileOf, needsVanishConfirmation, oneLinkEach, staffFunctionOf } from './rules.ts';

const FULL = { informed: true, decides: true };
const NONE = { informed: false, decides: false };

/** The golden lines: every guardian's right comes from one of these. */
const LINES = [
  ['4167253$10$1$1$1$0', 'mother', { ...FULL, contact: true, payer: false }],
  ['4167254$20$0$1$0$0', 'father', { ...FULL, contact: false, payer: false }],
  ['4167255$2$1$1$0$0', 'mother', { ...FULL, contact: false, payer: false }],
  ['4167256$1$0$2$0$0', 'father', { ...FULL, contact: false, payer: false }],
  ['4167257$37$0$2$1$0', 'sibling', { ...NONE, contact: true, payer: false }],
  ['4167258$39$0$0$1$0', 'family', { ...NONE, contact: true, payer: false }],
  ['4105692$70$1$1$0$0', 'self', { ...FULL, contact: false, payer: false }],
  ['2867253$2$0$2$0$0', 'mother', { ...FULL, contact: false, payer: false }],
  ['2867253$10$0$2$0$0', 'mother', { ...NONE, contact: false, payer: false }],
  ['1$7$1$1$0$0', 'self', FULL],
  ['1$3$1$1$0$1', 'tutor', { ...FULL, payer: true }],
  ['1$5$0$0$1$0', 'childWelfare', NONE],
  ['1$38$0$1$1$0', 'ascendant', FULL],
  ['1$41$0$1$1$0', 'educator', FULL],
  ['1$42$0$1$1$0', 'fosterCarer', FULL],
  ['1$43$0$0$1$0', 'childMinder', NONE],
  ['1$50$0$1$1$0', 'tutor', FULL],
  ['1$51$0$1$1$0', 'childWelfare', FULL],
  ['1$90$0$2$1$0', 'other', NONE],
  ['1$6$0$2$1$0', 'other', FULL],
] as const;

describe('a guardian’s link', () => {
  it.each(LINES)('reads %s as %s with the rights of the code table', (line, relationship, rights) => {
    expect(linkOf(line)).toMatchObject({ guardianKey: line.split('$')[0], relationship, rights });
  });

  it.each(['4167259$10$1$1$1', '1$10$1$1$1$0$9', '$10$1$1$1$0', '1$99$1$1$1$0', '1$10$1$3$1$0', '1$10$1$$1$0', ''])(
    'drops %s, which is not of the table',
    (line) => {
      expect(linkOf(line)).toBeUndefined();
    },
  );

  it('keeps one line of a person who appears twice: not the default one', () => {
    const links = ['91$1$1$1$1$0', '91$20$0$1$0$0', '92$10$1$1$1$0'].map(linkOf).filter((link) => link !== undefined);
    expect(oneLinkEach(links).map((link) => [link.guardianKey, link.relationship])).toEqual([
      ['91', 'father'],
      ['92', 'mother'],
    ]);
  });
});

it('reads days before months, and no day that does not exist', () => {
  expect(['03/12/2010', '29/02/2012', '29/02/2011', '31/04/2012', '2012-04-01', '1/1/2012'].map(dateOf)).toEqual([
    '2010-12-03',
    '2012-02-29',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('keeps only numbers that a text can reach', () => {
  expect(['06 12 34 56 78', '07.12.34.56.78', '+33 6 12 34 56 78', '0033612345678', '+352 621 123 456'].map(mobileOf)).toEqual([
    '+33612345678',
    '+33712345678',
    '+33612345678',
    '+33612345678',
    '+352621123456',
  ]);
  expect(['03 83 12 34 56', '+33383123456', '0612', 'sans', ''].map(mobileOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('gives an unknown function no access to the office', () => {
  expect(['DIR', 'EDU', 'cpe', 'SUR', 'AED', 'ENS', 'DOC', 'AESH', 'COL', ''].map(staffFunctionOf)).toEqual([
    'DIR',
    'CPE',
    'CPE',
    'AED',
    'AED',
    'ENS',
    'DOC',
    'ETA',
    'ETA',
    'ETA',
  ]);
});

it('asks for a confirmation above one person in twenty, never for a first import', () => {
  expect(
    [
      [5, 100],
      [6, 100],
      [1, 19],
      [0, 0],
      [1, 20],
    ].map(([vanished = 0, known = 0]) => needsVanishConfirmation(vanished, known)),
  ).toEqual([false, true, true, false, false]);
});

it('lets a few lessons end in a school that has few, and asks beyond', () => {
  expect(
    [
      [10, 12],
      [11, 12],
      [22, 450],
      [23, 450],
    ].map(([vanished = 0, known = 0]) => needsVanishConfirmation(vanished, known, FEW_LESSONS)),
  ).toEqual([false, true, false, true]);
});
