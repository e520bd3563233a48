import type { PersonId } from '../kernel/ids.ts';
import type { LocalDate } from '../kernel/school-time.ts';
import { isAbove } from './entering.ts';
import type { Evaluation, EvaluationTerms } from './schema.ts';

/** The points of a quiz as its pupils got them: multiples of a quarter. */
export interface QuizPoints {
  readonly outOf: number;
  readonly scores: ReadonlyMap<PersonId, number>;
}

/** An evaluation out of the points of a quiz, on the day it was due. */
export const quizTerms = ({ outOf }: QuizPoints, dueOn: LocalDate): EvaluationTerms => {
  const [, month = '', day = ''] = dueOn.split('-');
  return {
    title: `Questionnaire du ${day}/${month}`,
    date: dueOn,
    scale: String(outOf),
    coefficient: '1',
    rescaled: true,
    counting: 'compulsory',
    skillIds: [],
    mock: false,
  };
};

/** The marks of those who answered and are taught there: whoever did not answer has an empty cell, never a zero; so has a score that passes a quiz made shorter since. */
export const quizCells = (
  { scores }: QuizPoints,
  { scale }: EvaluationTerms,
  isTaught: (pupilId: PersonId) => boolean,
): Evaluation['cells'] =>
  Object.fromEntries(
    [...scores].flatMap(([pupilId, score]) => {
      const value = { given: { mark: String(score) } };
      return isTaught(pupilId) && !isAbove(value, scale) ? [[pupilId, { ...value, version: 1, changed: [] }]] : [];
    }),
  );
