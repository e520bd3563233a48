import { writeCsv } from '../kernel/csv.ts';
import type { Given, Scale } from './mark.ts';
import { frenchDecimal } from './rounding.ts';
import { readMark, writeMark } from './marks-text.ts';
import { PUPIL, readPeopleCsv, type CsvFault } from './people-csv.ts';

/** A column of the file. */
export interface CsvEvaluation {
  readonly title: string;
  /** As it is written: `12/11/2026`. */
  readonly date: string;
  readonly scale: Scale;
}

/** A line of the file: a pupil by his name. */
export interface CsvPupil {
  readonly name: string;
  readonly given: readonly (Given | undefined)[];
  /** As it is displayed. */
  readonly average: string;
}

const AVERAGE = 'Moyenne';

/** Each column by its title, date and scale; the same again bears its rank. */
const headersOf = (evaluations: readonly CsvEvaluation[]): readonly string[] => {
  const names = evaluations.map(({ title, date, scale }) => `${title} (${date}, sur ${frenchDecimal(scale)})`);
  return names.map((name, index) => {
    const rank = names.slice(0, index).filter((other) => other === name).length;
    return rank === 0 ? name : `${name} n° ${rank + 1}`;
  });
};

/** The grid as a file, which can be filled in and read again. */
export const writeMarksCsv = (evaluations: readonly CsvEvaluation[], pupils: readonly CsvPupil[]): string =>
  writeCsv([
    [PUPIL, ...headersOf(evaluations), AVERAGE],
    ...pupils.map(({ name, given, average }) => [name, ...evaluations.map((_, index) => writeMark(given[index])), average]),
  ]);

/** One mark of the file, for the pupil and the evaluation of those ranks. */
export interface CsvMark {
  readonly pupil: number;
  readonly evaluation: number;
  readonly given: Given;
}

export interface CsvMarks {
  readonly marks: readonly CsvMark[];
  readonly faults: readonly CsvFault[];
}

/** Reads such a file: lines in any order, empty cells change nothing, what cannot be taken is told line by line. */
export const readMarksCsv = (text: string, evaluations: readonly CsvEvaluation[], names: readonly string[]): CsvMarks => {
  const { rows, faults } = readPeopleCsv(text, {
    columns: headersOf(evaluations),
    ignored: [AVERAGE],
    names,
    what: 'une évaluation de cette page',
  });
  const wrong: CsvFault[] = [];
  const marks = rows.flatMap(({ line, person: pupil, cells }) =>
    evaluations.flatMap(({ title, scale }, evaluation): readonly CsvMark[] => {
      const typed = readMark(cells[evaluation] ?? '', scale);
      if (typed.kind === 'empty') return [];
      if (typed.kind === 'given') return [{ pupil, evaluation, given: typed.given }];
      wrong.push({ line, message: `${names[pupil] ?? ''}, ${title} : « ${typed.text} ». ${typed.message}` });
      return [];
    }),
  );
  return { marks, faults: [...faults, ...wrong].toSorted((one, other) => one.line - other.line) };
};
