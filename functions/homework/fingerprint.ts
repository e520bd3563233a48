import { createHash } from 'node:crypto';
import type { QuizAnswers } from '@preau/shared/homework/quiz.ts';
import type { HomeworkId, PersonId } from '@preau/shared/kernel/ids.ts';

interface Content {
  readonly homeworkId: HomeworkId;
  readonly members: readonly PersonId[];
  readonly text: string;
  readonly answers: QuizAnswers | undefined;
  /** Of the files, in their order. */
  readonly sha256: readonly string[];
}

/** One fingerprint of all that was handed in: whoever changes one letter gets another. */
export const fingerprintOf = ({ homeworkId, members, text, answers = {}, sha256 }: Content): string => {
  const sorted = Object.keys(answers)
    .toSorted()
    .map((key) => [key, answers[key]]);
  return createHash('sha256')
    .update(JSON.stringify([homeworkId, [...members].toSorted(), text, sorted, sha256]))
    .digest('hex');
};
