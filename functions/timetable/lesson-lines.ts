import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { decodeText } from './decode-text.ts';

const LESSON_COLUMNS = [
  'uai',
  'jour',
  'debut',
  'fin',
  'classes',
  'groupes',
  'matiere',
  'enseignants',
  'salle',
  'du',
  'au',
  'sauf',
] as const;
type LessonColumn = (typeof LESSON_COLUMNS)[number];

const REQUIRED: readonly LessonColumn[] = ['uai', 'jour', 'debut', 'fin', 'matiere', 'du', 'au'];

/** A line of the file whose text is not understood, or is but deserves a look; an `error` line is left out, the others are imported. */
export interface LessonAnomaly {
  readonly line: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export interface LessonLine {
  readonly line: number;
  readonly cells: Readonly<Record<LessonColumn, string>>;
}

export interface LessonLines {
  readonly lines: readonly LessonLine[];
  readonly anomalies: readonly LessonAnomaly[];
}

const MAX_BYTES = 20 * 1024 * 1024;
const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));
type CsvRecord = z.infer<typeof Records>[number];

export const error = (line: number, message: string): LessonAnomaly => ({ line, severity: 'error', message });
export const warning = (line: number, message: string): LessonAnomaly => ({ line, severity: 'warning', message });

/** Case, accents and spaces do not tell two names apart. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s'’_-]+/g, ' ')
    .trim();

const SEPARATORS = [';', '\t', ','] as const;

/** The separator that cuts the header in the most cells. */
const separatorOf = (text: string): string => {
  const header = text.split(/\r?\n|\r/).find((line) => line.trim() !== '') ?? '';
  return SEPARATORS.toSorted((a, b) => header.split(b).length - header.split(a).length)[0] ?? ';';
};

/** Spreadsheets write `="0541234A"` to keep a text as it is: it is that text. */
const plain = (cell: string): string => {
  const text = cell.replace(/^="(?<text>[^"]*)"$/, '$<text>').trim();
  return text === '-' ? '' : text;
};

const isFormula = (cell: string): boolean => /^[=@+]/.test(cell) || /^-[\d(=A-Z]/i.test(cell);

const readRecords = (text: string): readonly CsvRecord[] | LessonAnomaly => {
  try {
    return Records.parse(
      parse(text, {
        delimiter: separatorOf(text),
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        trim: true,
        info: true,
      }),
    );
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    return error(
      Number(cause['lines'] ?? 0),
      'Un guillemet ouvert n’est pas refermé : la suite du fichier est illisible. Corrigez ce guillemet, puis recommencez.',
    );
  }
};

const readLine = ({ record, info }: CsvRecord, columns: readonly (LessonColumn | undefined)[]): LessonLine | LessonAnomaly => {
  if (record.length > columns.length && record.slice(columns.length).some((cell) => cell !== '')) {
    return error(
      info.lines,
      `La ligne a ${record.length} cellules pour ${columns.length} colonnes : vérifiez les séparateurs et les guillemets.`,
    );
  }
  const cells: Record<LessonColumn, string> = {
    uai: '',
    jour: '',
    debut: '',
    fin: '',
    classes: '',
    groupes: '',
    matiere: '',
    enseignants: '',
    salle: '',
    du: '',
    au: '',
    sauf: '',
  };
  for (const [index, column] of columns.entries()) {
    if (column === undefined) continue;
    cells[column] = plain(record[index] ?? '');
    if (isFormula(cells[column])) return error(info.lines, `La colonne « ${column} » contient une formule : remplacez-la par sa valeur.`);
  }
  const empty = REQUIRED.filter((column) => cells[column] === '');
  return empty.length > 0 ? error(info.lines, `Il manque : ${empty.join(', ')}.`) : { line: info.lines, cells };
};

const columnsOf = (header: readonly string[]): readonly (LessonColumn | undefined)[] =>
  header.map((name) => LESSON_COLUMNS.find((column) => column === folded(name)));

const nothing = (anomaly: LessonAnomaly): LessonLines => ({ lines: [], anomalies: [anomaly] });

/** The lines of a lessons file, whatever its encoding, its separator and the order of its columns; each line that cannot be read is an anomaly and the others remain. */
export const readLessonLines = (file: Uint8Array): LessonLines => {
  if (file.length > MAX_BYTES) return nothing(error(0, 'Le fichier dépasse 20 Mo. Envoyez un fichier par établissement.'));
  const records = readRecords(decodeText(file));
  if ('message' in records) return nothing(records);
  const [header, ...rest] = records;
  if (header === undefined) return nothing(error(0, 'Le fichier est vide. Exportez l’emploi du temps, puis recommencez.'));
  const columns = columnsOf(header.record);
  const missing = REQUIRED.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    return nothing(error(header.info.lines, `La première ligne doit nommer les colonnes. Il manque : ${missing.join(', ')}.`));
  }
  if (rest.length === 0) return nothing(error(header.info.lines, 'Le fichier ne contient aucun cours sous ses titres de colonnes.'));
  const read = rest.map((record) => readLine(record, columns));
  const unknown = header.record.filter((_, index) => columns[index] === undefined);
  return {
    lines: read.flatMap((one) => ('cells' in one ? one : [])),
    anomalies: [
      ...(unknown.length === 0 ? [] : [warning(header.info.lines, `Colonnes inconnues, ignorées : ${unknown.join(', ')}.`)]),
      ...read.flatMap((one) => ('cells' in one ? [] : one)),
    ],
  };
};
