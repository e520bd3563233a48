import { readCsv } from '../kernel/csv.ts';

export const PUPIL = 'Élève';

/** A line that was not taken, or one cell of it. */
export interface CsvFault {
  readonly line: number;
  readonly message: string;
}

/** The cells of one person, one for each column that was asked for; empty where the file has none. */
interface CsvRow {
  readonly line: number;
  /** His rank in the list. */
  readonly person: number;
  readonly cells: readonly string[];
}

interface CsvSheet {
  /** As their first line names them. */
  readonly columns: readonly string[];
  /** Written for whoever reads the file, not read again. */
  readonly ignored: readonly string[];
  readonly names: readonly string[];
  /** What a column must be: « une évaluation de cette page ». */
  readonly what: string;
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s’'-]+/g, ' ')
    .trim();

/** Reads a sheet with one line for each person: lines and columns in any order, and what cannot be taken is told line by line. */
export const readPeopleCsv = (
  text: string,
  { columns, ignored, names, what }: CsvSheet,
): { readonly rows: readonly CsvRow[]; readonly faults: readonly CsvFault[] } => {
  const only = (line: number, message: string) => ({ rows: [], faults: [{ line, message }] });
  const read = readCsv(text);
  if (read.kind === 'unclosed') return only(read.line, 'Un guillemet ouvert n’est pas refermé.');
  const [header = [], ...lines] = read.rows;
  const titles = header.map((cell) => folded(cell));
  const personColumn = titles.indexOf(folded(PUPIL));
  if (personColumn < 0) return only(1, `Il manque la colonne « ${PUPIL} ». Partez du fichier exporté de cette page.`);
  const found = columns.map((title) => titles.indexOf(folded(title)));
  const unread = new Set(['', ...ignored.map(folded)]);
  const faults: CsvFault[] = header.flatMap((title, index) =>
    index === personColumn || found.includes(index) || unread.has(folded(title))
      ? []
      : [{ line: 1, message: `La colonne « ${title.trim()} » n’est pas ${what} : elle n’est pas lue.` }],
  );
  const byName = Map.groupBy(names.keys(), (index) => folded(names[index] ?? ''));
  const done = new Set<number>();
  const rows = lines.flatMap((cells, index): readonly CsvRow[] => {
    const line = index + 2;
    if (cells.every((cell) => cell.trim() === '')) return [];
    const name = (cells[personColumn] ?? '').trim();
    const [person, homonym] = byName.get(folded(name)) ?? [];
    const fault = (message: string): readonly CsvRow[] => {
      faults.push({ line, message });
      return [];
    };
    if (person === undefined) return fault(`« ${name} » n’est pas dans la liste : sa ligne n’est pas lue.`);
    if (homonym !== undefined) return fault(`Deux élèves portent le nom « ${name} » : saisissez leurs lignes dans la page.`);
    if (done.has(person)) return fault(`« ${name} » figure déjà plus haut : cette ligne n’est pas lue.`);
    done.add(person);
    return [{ line, person, cells: found.map((column) => cells[column] ?? '') }];
  });
  return { rows, faults };
};
