import { Quiz, type Question } from './quiz.ts';

/** The line of a questionnaire that cannot be read, for its author. */
export interface QuizFault {
  readonly line: number;
  readonly message: string;
}

interface Draft {
  readonly prompt: string;
  readonly points: number;
  readonly line: number;
  readonly right: string[];
  readonly choices: { readonly label: string; readonly isRight: boolean }[];
}

const POINTS = /\s*\((?<points>\d+(?:[.,]\d+)?)\s*points?\)\s*$/i;
const NUMBER = /^(?<value>-?\d+(?:[.,]\d+)?)(?:\s*(?:±|\+\/-|\+-)\s*(?<tolerance>\d+(?:[.,]\d+)?))?$/;

const numberOf = (text: string): number => Number(text.replace(',', '.'));
const letterOf = (index: number): string => String.fromCharCode(97 + index);

const draftOf = (text: string, line: number): Draft => {
  const points = POINTS.exec(text)?.groups?.['points'];
  return { prompt: text.replace(POINTS, '').trim(), points: points === undefined ? 1 : numberOf(points), line, right: [], choices: [] };
};

const questionOf = ({ prompt, points, right, choices }: Draft, index: number): Question | undefined => {
  const common = { key: `q${index + 1}`, prompt, points };
  if (choices.length > 0) {
    const listed = choices.map(({ label }, at) => ({ key: letterOf(at), label }));
    const keys = choices.flatMap(({ isRight }, at) => (isRight ? [letterOf(at)] : []));
    const [only] = keys;
    if (only === undefined) return undefined;
    return keys.length === 1
      ? { ...common, kind: 'single', choices: listed, right: only }
      : { ...common, kind: 'multiple', choices: listed, right: keys };
  }
  const [first] = right;
  if (first === undefined) return undefined;
  const number = NUMBER.exec(first)?.groups;
  if (right.length === 1 && number !== undefined) {
    return { ...common, kind: 'numeric', right: numberOf(number['value'] ?? ''), tolerance: numberOf(number['tolerance'] ?? '0') };
  }
  return { ...common, kind: 'text', right };
};

/** Reads a questionnaire typed in a plain field: `?` asks, `+` is right, `-` is wrong, `=` is the number or the words awaited. */
export const readQuizText = (text: string): Quiz | QuizFault | undefined => {
  const drafts: Draft[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    const draft = drafts.at(-1);
    const rest = line.slice(1).trim();
    if (line === '') continue;
    if (line.startsWith('?')) drafts.push(draftOf(rest, index + 1));
    else if (draft === undefined) return { line: index + 1, message: 'Commencez par une question : une ligne qui débute par « ? ».' };
    else if (line.startsWith('+') || line.startsWith('-')) draft.choices.push({ label: rest, isRight: line.startsWith('+') });
    else if (line.startsWith('='))
      draft.right.push(
        ...rest
          .split('|')
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      );
    else return { line: index + 1, message: 'Une ligne débute par « ? », « + », « - » ou « = ».' };
  }
  if (drafts.length === 0) return undefined;
  const questions = drafts.map(questionOf);
  const missing = questions.indexOf(undefined);
  if (missing >= 0) return { line: drafts[missing]?.line ?? 1, message: 'Indiquez la bonne réponse : une ligne « + » ou « = ».' };
  const parsed = Quiz.safeParse(questions);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path[0];
  return {
    line: (typeof at === 'number' ? drafts[at]?.line : undefined) ?? 1,
    message: 'Cette question est incomplète ou trop longue : deux choix au moins, dix au plus, 20 points au plus.',
  };
};

const written = (value: number): string => String(value).replace('.', ',');

const answersOf = (question: Question): readonly string[] => {
  if (question.kind === 'numeric')
    return [`= ${written(question.right)}${question.tolerance === 0 ? '' : ` ± ${written(question.tolerance)}`}`];
  if (question.kind === 'text') return [`= ${question.right.join(' | ')}`];
  const right = question.kind === 'single' ? [question.right] : question.right;
  return question.choices.map(({ key, label }) => `${right.includes(key) ? '+' : '-'} ${label}`);
};

/** The same questionnaire as it is typed. */
export const writeQuizText = (quiz: Quiz): string =>
  quiz
    .map((question) =>
      [`? ${question.prompt} (${written(question.points)} point${question.points >= 2 ? 's' : ''})`, ...answersOf(question)].join('\n'),
    )
    .join('\n\n');
