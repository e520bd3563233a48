import { describe, expect, it } from 'vitest';
import { PersonId } from '../kernel/ids.ts';
import {
  accepting,
  countRemarks,
  FinalAverage,
  isBlank,
  isGiven,
  proofreading,
  saysTheSame,
  sendingBack,
  writing,
  type Remark,
} from './remarks.ts';
import { cleanText, lengthOf } from './written-text.ts';

const teacher = { by: PersonId.parse('per_teacher'), byName: 'M. Weber', at: '2026-11-23T10:00:00.000Z' };
const principal = { by: PersonId.parse('per_principal'), byName: 'Mme Roux', at: '2026-11-24T10:00:00.000Z' };
const aRemark = (change: Partial<Remark> = {}): Remark => ({
  ...writing(undefined, { text: 'Un trimestre sérieux.' }, 'written', teacher),
  ...change,
});

describe('the length of a remark', () => {
  it.each([
    ['', 0],
    ['  \n ', 0],
    ['Élève appliqué', 14],
    ['E\u0301le\u0300ve', 5],
    ['👏🏽 Bravo', 8],
    ['un\r\ndeux\rtrois', 13],
    ['a\u0000b\u000Bc', 3],
    ['\uD800x', 2],
    ['نجاح', 4],
  ])('%j counts %i', (text, length) => {
    expect(lengthOf(text)).toBe(length);
  });

  it('keeps markup as it is typed', () => {
    expect(cleanText('#set text(red) <b>&amp;</b>')).toBe('#set text(red) <b>&amp;</b>');
  });
});

describe('a remark', () => {
  it('is blank without text, position nor average', () => {
    expect([isBlank({ text: ' ' }), isBlank({ text: '', position: 2 }), isBlank({ text: '', finalAverage: '0' })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('without text is never taken for a written one', () => {
    expect(writing(undefined, { text: ' ', position: 3 }, 'written', teacher).state).toBe('draft');
  });

  it('without text still gives its position or its average once its teacher has finished, and never a draft of his', () => {
    const finished = writing(undefined, { text: ' ', position: 3 }, 'written', teacher);
    expect([finished.settled, isGiven(finished), isGiven(writing(undefined, { text: '', position: 3 }, 'draft', teacher))]).toEqual([
      true,
      true,
      false,
    ]);
    expect(isGiven(writing(finished, { text: 'Bien.', position: 3 }, 'draft', teacher))).toBe(false);
    expect(isGiven(writing(undefined, { text: '' }, 'written', teacher))).toBe(false);
  });

  it('takes the position that is suggested without a word of it changing, nor its proofreading', () => {
    const proofread = proofreading(aRemark(), 'Un trimestre sérieux.', principal);
    expect(accepting(proofread, 3, teacher)).toEqual({ ...proofread, position: 3, revision: 3 });
    expect(isGiven(accepting(undefined, 2, teacher))).toBe(true);
    expect(isGiven(accepting(writing(undefined, { text: 'En cours' }, 'draft', teacher), 2, teacher))).toBe(false);
  });

  it('is to be proofread again once its teacher changes it', () => {
    const proofread = proofreading(aRemark(), 'Un trimestre très sérieux.', principal);
    expect([proofread.state, proofread.byName, proofread.text]).toEqual(['proofread', 'M. Weber', 'Un trimestre très sérieux.']);
    const again = writing(proofread, { text: 'Autre chose.' }, 'written', teacher);
    expect([again.state, again.proofread, again.revision]).toEqual(['written', undefined, 3]);
  });

  it('says the same when only its line ends differ', () => {
    expect(saysTheSame(aRemark({ text: 'a\nb' }), { text: 'a\r\nb ' })).toBe(true);
    expect(saysTheSame(aRemark(), { text: 'Un trimestre sérieux.', position: 2 })).toBe(false);
    expect([saysTheSame(undefined, { text: '' }), saysTheSame(undefined, { text: '', position: 1 })]).toEqual([true, false]);
  });

  it('that is sent back is a draft with what is asked, until it is written again', () => {
    const back = sendingBack(aRemark(), 'Trop sec.', principal);
    expect([back.state, back.asked?.note]).toEqual(['draft', 'Trop sec.']);
    const draft = writing(back, { text: 'Un trimestre' }, 'draft', teacher);
    expect(draft.asked?.note).toBe('Trop sec.');
    expect(writing(draft, { text: 'Un bon trimestre.' }, 'written', teacher).asked).toBeUndefined();
  });
});

it.each([
  ['0', true],
  ['9.5', true],
  ['12.25', true],
  ['20', true],
  ['20.00', false],
  ['1000', false],
  ['20.5', false],
  ['12,5', false],
  ['12.345', false],
  ['-1', false],
  ['1e1', false],
  ['abs', false],
])('takes %s for a final average: %s', (typed, isOne) => {
  expect(FinalAverage.safeParse(typed).success).toBe(isOne);
});

it('counts those who have no remark among what is to be written', () => {
  expect(countRemarks([undefined, 'draft', 'written', 'written', 'proofread'])).toEqual({
    missing: 1,
    drafts: 1,
    toProofread: 2,
    proofread: 1,
  });
});
