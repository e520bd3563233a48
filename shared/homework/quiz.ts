import * as z from 'zod';

const Key = z.string().regex(/^[a-z0-9]{1,12}$/);
const Choice = z.strictObject({ key: Key, label: z.string().trim().min(1).max(300) });

const common = { key: Key, prompt: z.string().trim().min(1).max(1000), points: z.number().min(0.25).max(20).multipleOf(0.25) };
const choices = z
  .array(Choice)
  .min(2)
  .max(10)
  .refine((list) => new Set(list.map(({ key }) => key)).size === list.length, { message: 'Deux réponses portent la même clé.' });

const Question = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('single'), choices, right: Key }),
  z.strictObject({ ...common, kind: z.literal('multiple'), choices, right: z.array(Key).min(1).max(10) }),
  z.strictObject({ ...common, kind: z.literal('numeric'), right: z.number(), tolerance: z.number().min(0) }),
  /** Any of these words, without regard to capitals, accents and spaces. */
  z.strictObject({ ...common, kind: z.literal('text'), right: z.array(z.string().trim().min(1).max(120)).min(1).max(10) }),
]);
export type Question = z.infer<typeof Question>;

const isCoherent = (question: Question): boolean => {
  if (question.kind === 'single') return question.choices.some(({ key }) => key === question.right);
  if (question.kind !== 'multiple') return true;
  return question.right.every((key) => question.choices.some((choice) => choice.key === key));
};

/** Questions that mark themselves. */
export const Quiz = z
  .array(Question.refine(isCoherent, { message: 'La bonne réponse ne figure pas parmi les choix.' }))
  .min(1)
  .max(30)
  .refine((questions) => new Set(questions.map(({ key }) => key)).size === questions.length, {
    message: 'Deux questions portent la même clé.',
  });
export type Quiz = z.infer<typeof Quiz>;

/** What a pupil answered, by question; several keys for a multiple choice. */
export const QuizAnswers = z.record(Key, z.union([z.string().max(300), z.array(Key).max(10)]));
export type QuizAnswers = z.infer<typeof QuizAnswers>;

/** A question as a pupil reads it before the quiz is closed: what is right is not there. */
export const AskedQuestion = z.strictObject({
  ...common,
  kind: z.enum(['single', 'multiple', 'numeric', 'text']),
  choices: z.array(Choice).optional(),
});

export const asked = (question: Question): z.infer<typeof AskedQuestion> => ({
  key: question.key,
  prompt: question.prompt,
  points: question.points,
  kind: question.kind,
  ...('choices' in question ? { choices: question.choices } : {}),
});

/** Capitals, accents, spaces and the kind of apostrophe do not make an answer wrong. */
const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** French writes `3,5`. */
const numberOf = (text: string): number =>
  text.trim() === ''
    ? Number.NaN
    : Number(
        text
          .trim()
          .replaceAll(/[\s\u00A0\u202F]/g, '')
          .replace(',', '.'),
      );

const isRight = (question: Question, answer: QuizAnswers[string] | undefined): boolean => {
  if (answer === undefined) return false;
  if (question.kind === 'multiple') {
    const chosen = new Set(Array.isArray(answer) ? answer : [answer]);
    return chosen.size === new Set(question.right).size && question.right.every((key) => chosen.has(key));
  }
  if (Array.isArray(answer)) return false;
  if (question.kind === 'single') return answer === question.right;
  if (question.kind === 'text') return question.right.some((right) => plain(right) === plain(answer));
  return Math.abs(numberOf(answer) - question.right) <= question.tolerance + 1e-9;
};

/** The points of a quiz, question by question: all or nothing for each. */
export const scoreOf = (
  quiz: Quiz,
  answers: QuizAnswers,
): { readonly score: number; readonly outOf: number; readonly right: readonly string[] } => {
  const right = quiz.filter((question) => isRight(question, answers[question.key]));
  const sum = (questions: readonly Question[]): number => questions.reduce((total, { points }) => total + points, 0);
  return { score: sum(right), outOf: sum(quiz), right: right.map(({ key }) => key) };
};

/** What is right, in words, for whoever may read it once the quiz is closed. */
export const rightWords = (question: Question): string => {
  if (question.kind === 'numeric') return String(question.right).replace('.', ',');
  if (question.kind === 'text') return question.right.join(' ou ');
  const keys = question.kind === 'single' ? [question.right] : question.right;
  return question.choices.flatMap(({ key, label }) => (keys.includes(key) ? [label] : [])).join(', ');
};
