import { expect, it } from 'vitest';
import { readQuizText, writeQuizText } from './quiz-text.ts';
import { readRubricText, writeRubricText } from './rubric-text.ts';

const TEXT = `? Capitale de la France (1 point)
- Lyon
+ Paris

? Nombres pairs (2 points)
+ 2
- 3
+ 4

? Sept demis (1,5 point)
= 3,5 ± 0,1

? Auteur de L’Avare (1 point)
= Molière | Jean-Baptiste Poquelin`;

it('reads a questionnaire as it is typed, and writes it back', () => {
  const quiz = readQuizText(TEXT);
  if (!Array.isArray(quiz)) throw new Error('Not read');
  expect(quiz.map(({ kind, points }) => [kind, points])).toEqual([
    ['single', 1],
    ['multiple', 2],
    ['numeric', 1.5],
    ['text', 1],
  ]);
  expect(writeQuizText(quiz)).toBe(TEXT);
});

it.each([
  ['', undefined],
  ['Capitale ?', { line: 1, message: expect.stringContaining('Commencez') }],
  ['? Capitale\nParis', { line: 2, message: expect.stringContaining('débute') }],
  ['? Capitale\n- Lyon\n- Metz', { line: 1, message: expect.stringContaining('bonne réponse') }],
  ['? Un\n= 1\n? Capitale\n+ Paris', { line: 3, message: expect.stringContaining('incomplète') }],
])('%j gives %o', (text, expected) => {
  expect(readQuizText(text)).toEqual(expected);
});

it('reads a rubric as it is typed, and writes it back', () => {
  const text = 'Argumentation : À revoir 0 / Solide 4\nLangue : Fautive 0 / Juste 1,5';
  const rubric = readRubricText(text);
  if (!Array.isArray(rubric)) throw new Error('Not read');
  expect(writeRubricText(rubric)).toBe(text);
});

it.each([
  ['', undefined],
  ['Langue', { line: 1 }],
  ['Langue : Juste 2', { line: 1 }],
  ['Langue : Juste 2 / Fautive 0\nStyle : bien / mal', { line: 2 }],
])('%j is no rubric: %o', (text, expected) => {
  expect(readRubricText(text)).toEqual(expected);
});
