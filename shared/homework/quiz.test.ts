import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asked, Quiz, rightWords, scoreOf, type Question } from './quiz.ts';

const choices = [
  { key: 'a', label: 'Lyon' },
  { key: 'b', label: 'Paris' },
  { key: 'c', label: 'Metz' },
];
const single: Question = { key: 'q1', kind: 'single', prompt: 'Capitale ?', points: 1, choices, right: 'b' };
const multiple: Question = {
  key: 'q2',
  kind: 'multiple',
  prompt: 'En Lorraine ou en Île-de-France ?',
  points: 2,
  choices,
  right: ['b', 'c'],
};
const numeric: Question = { key: 'q3', kind: 'numeric', prompt: '7 / 2 ?', points: 1.5, right: 3.5, tolerance: 0.01 };
const text: Question = { key: 'q4', kind: 'text', prompt: 'Auteur ?', points: 1, right: ['Molière', 'Jean-Baptiste Poquelin'] };

describe('a question marks itself', () => {
  it.each([
    [single, 'b', true],
    [single, 'a', false],
    [single, ['b'], false],
    [single, undefined, false],
    [multiple, ['c', 'b'], true],
    [multiple, ['b'], false],
    [multiple, ['a', 'b', 'c'], false],
    [multiple, 'b', false],
    [numeric, '3,5', true],
    [numeric, ' 3.505 ', true],
    [numeric, '3.6', false],
    [numeric, '', false],
    [numeric, 'trois et demi', false],
    [text, '  moliere ', true],
    [text, 'JEAN-BAPTISTE   POQUELIN', true],
    [text, 'Corneille', false],
  ])('%o answered %j: %s', (question, answer, isRight) => {
    const { score } = scoreOf([question], answer === undefined ? {} : { [question.key]: answer });
    expect(score).toBe(isRight ? question.points : 0);
  });

  it('never gives more than its points, whatever is answered', () => {
    const answer = fc.oneof(fc.string({ maxLength: 300 }), fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 10 }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('q1', 'q2', 'q3', 'q4'), answer), (answers) => {
        const { score, outOf } = scoreOf([single, multiple, numeric, text], answers);
        expect(outOf).toBe(5.5);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(outOf);
      }),
    );
  });
});

it('is asked without what is right', () => {
  for (const question of [single, multiple, numeric, text])
    expect(JSON.stringify(asked(question))).not.toMatch(/right|tolerance|Molière|3\.5/);
});

it('says what is right in words', () => {
  expect([single, multiple, numeric, text].map(rightWords)).toEqual(['Paris', 'Paris, Metz', '3,5', 'Molière ou Jean-Baptiste Poquelin']);
});

it.each([
  ['a right answer that is no choice', [{ ...single, right: 'z' }]],
  ['the same key twice', [single, { ...numeric, key: 'q1' }]],
  ['no question', []],
])('refuses %s', (_what, quiz) => {
  expect(Quiz.safeParse(quiz).success).toBe(false);
});
