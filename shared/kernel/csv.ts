/** A spreadsheet runs a cell that begins like this as a formula. @see OWASP, CSV Injection */
const FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

const BYTE_ORDER_MARK = '\uFEFF';
const SEPARATORS = [';', '\t', ','] as const;
type Separator = (typeof SEPARATORS)[number];

/** What begins like a formula is kept a text by an apostrophe, which `readCsv` takes away. */
const defused = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
const plain = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

const quoted = (cell: string): string => (/[";,\t\r\n']|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table for a French spreadsheet: semicolons, CRLF, marked as UTF-8; no cell can run as a formula. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((cells) => `${cells.map((cell) => quoted(defused(cell))).join(';')}\r\n`).join('');

/** Rows of cells, or the line where a quote is opened and never closed. */
export type CsvRows =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'unclosed'; readonly line: number };

interface Reading {
  readonly cell: string;
  readonly next: number;
}

/** A quoted cell runs to its closing quote, whatever it holds; what follows until the separator is kept too. */
const readQuoted = (text: string, from: number, ends: RegExp): Reading | undefined => {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const closing = text.indexOf('"', at);
    if (closing < 0) return undefined;
    cell += text.slice(at, closing);
    if (text[closing + 1] !== '"') {
      const rest = readBare(text, closing + 1, ends);
      return { cell: cell + rest.cell, next: rest.next };
    }
    cell += '"';
    at = closing + 2;
  }
};

const readBare = (text: string, from: number, ends: RegExp): Reading => {
  const searched = new RegExp(ends, 'g');
  searched.lastIndex = from;
  const next = searched.exec(text)?.index ?? text.length;
  return { cell: text.slice(from, next), next };
};

/** Cells as a spreadsheet copies or saves them: quotes, line ends inside quotes, CRLF, LF or CR; the end of the last line opens no new one. */
export const readCells = (text: string, separator: Separator): CsvRows => {
  const ends = new RegExp(`[\r\n${separator}]`);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  while (at < text.length) {
    const reading = text[at] === '"' ? readQuoted(text, at, ends) : readBare(text, at, ends);
    if (reading === undefined) return { kind: 'unclosed', line: text.slice(0, at).split(/\r\n|\r|\n/).length };
    row.push(reading.cell);
    at = reading.next;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return { kind: 'rows', rows: row.length > 0 ? [...rows, row] : rows };
};

/** The separator that cuts the first line in the most cells. */
const separatorOf = (text: string): Separator => {
  const [first = ''] = text.split(/\r|\n/, 1);
  return SEPARATORS.toSorted((one, other) => first.split(other).length - first.split(one).length)[0] ?? ';';
};

/** A table saved by a spreadsheet, or by `writeCsv`: semicolons, tabs or commas. */
export const readCsv = (text: string): CsvRows => {
  const read = readCells(text, separatorOf(text));
  return read.kind === 'rows' ? { kind: 'rows', rows: read.rows.map((row) => row.map(plain)) } : read;
};
