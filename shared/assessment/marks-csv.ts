import { readCsv, writeCsv } from '../kernel/csv.ts';
import type { Given, Scale } from './mark.ts';
import { frenchDecimal } from './rounding.ts';
import { readMark, writeMark } from './marks-text.ts';

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

const PUPIL = 'Élève';
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

/** A line that was not taken, or one cell of it. */
export interface CsvFault {
  readonly line: number;
  readonly message: string;
}

export interface CsvMarks {
  readonly marks: readonly CsvMark[];
  readonly faults: readonly CsvFault[];
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s’'-]+/g, ' ')
    .trim();

const only = (faults: readonly CsvFault[]): CsvMarks => ({ marks: [], faults });

/** Reads such a file: lines in any order, empty cells change nothing, what cannot be taken is told line by line. */
export const readMarksCsv = (text: string, evaluations: readonly CsvEvaluation[], names: readonly string[]): CsvMarks => {
  const read = readCsv(text);
  if (read.kind === 'unclosed') return only([{ line: read.line, message: 'Un guillemet ouvert n’est pas refermé.' }]);
  const [header = [], ...rows] = read.rows;
  const titles = header.map((cell) => cell.trim());
  const pupilColumn = titles.findIndex((title) => folded(title) === folded(PUPIL));
  if (pupilColumn < 0) return only([{ line: 1, message: `Il manque la colonne « ${PUPIL} ». Partez du fichier exporté de cette page.` }]);
  const columns = headersOf(evaluations).map((title) => titles.findIndex((other) => folded(other) === folded(title)));
  const faults: CsvFault[] = titles.flatMap((title, index) =>
    index === pupilColumn || columns.includes(index) || title === '' || folded(title) === folded(AVERAGE)
      ? []
      : [{ line: 1, message: `La colonne « ${title} » n’est pas une évaluation de cette page : elle n’est pas lue.` }],
  );
  const byName = Map.groupBy(names.keys(), (index) => folded(names[index] ?? ''));
  const done = new Set<number>();
  const marks = rows.flatMap((cells, index) => {
    const line = index + 2;
    const name = (cells[pupilColumn] ?? '').trim();
    if (cells.every((cell) => cell.trim() === '')) return [];
    const [pupil, homonym] = byName.get(folded(name)) ?? [];
    const fault = (message: string): readonly CsvMark[] => {
      faults.push({ line, message });
      return [];
    };
    if (pupil === undefined) return fault(`« ${name} » n’est pas dans la liste : sa ligne n’est pas lue.`);
    if (homonym !== undefined) return fault(`Deux élèves portent le nom « ${name} » : saisissez leurs notes dans le tableau.`);
    if (done.has(pupil)) return fault(`« ${name} » figure déjà plus haut : cette ligne n’est pas lue.`);
    done.add(pupil);
    return evaluations.flatMap(({ title, scale }, evaluation) => {
      const typed = readMark(cells[columns[evaluation] ?? -1] ?? '', scale);
      if (typed.kind === 'empty') return [];
      return typed.kind === 'given'
        ? [{ pupil, evaluation, given: typed.given }]
        : fault(`${name}, ${title} : « ${typed.text} ». ${typed.message}`);
    });
  });
  return { marks, faults };
};
