import { readCells } from '../kernel/csv.ts';
import type { Scale } from './mark.ts';
import { readMark, type Typed } from './marks-text.ts';

/** One cell of a pasted block, counted from the cell where it was pasted. */
export interface PastedCell {
  readonly row: number;
  readonly column: number;
  readonly typed: Exclude<Typed, { readonly kind: 'empty' }>;
}

/** A block that fits, its empty cells left out: they change nothing. Or a block that does not: then nothing of it is taken, and it is told why. */
export type Pasted =
  | { readonly kind: 'block'; readonly cells: readonly PastedCell[] }
  | { readonly kind: 'refused'; readonly message: string; readonly extra: readonly string[] };

/** Where a block is pasted: the pupils from that row down, the evaluations from that column on. */
export interface PasteTarget {
  readonly pupils: number;
  readonly scales: readonly Scale[];
}

const NAMED_AT_MOST = 5;
const NOTHING = 'Rien n’a été collé.';

const refused = (message: string, extra: readonly string[] = []): Pasted => ({ kind: 'refused', message: `${message} ${NOTHING}`, extra });

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const withoutLastBlanks = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  rows.slice(0, rows.findLastIndex((cells) => !isBlank(cells)) + 1);

const plural = (count: number, word: string): string => `${count} ${word}${count > 1 ? 's' : ''}`;

/** Reads a block of cells copied from a spreadsheet: tabs between cells, lines between pupils. */
export const readPasted = (text: string, { pupils, scales }: PasteTarget): Pasted => {
  const read = readCells(text, '\t');
  if (read.kind === 'unclosed') return refused(`Un guillemet ouvert à la ligne ${read.line} n’est pas refermé.`);
  const rows = withoutLastBlanks(read.rows);
  if (rows.length === 0) return refused('Le presse-papiers ne contient aucune note.');
  if (rows.length > pupils) {
    const extra = rows.slice(pupils).map((cells, index) => `ligne ${pupils + index + 1} « ${cells.join(' ').trim()} »`);
    const named = extra.slice(0, NAMED_AT_MOST).join(', ') + (extra.length > NAMED_AT_MOST ? '…' : '');
    return refused(`Le bloc a ${plural(rows.length, 'ligne')} pour ${plural(pupils, 'élève')}. En trop : ${named}.`, extra);
  }
  const width = Math.max(...rows.map((cells) => cells.findLastIndex((cell) => cell.trim() !== '') + 1));
  if (width > scales.length) {
    return refused(
      `Le bloc a ${plural(width, 'colonne')} pour ${plural(scales.length, 'évaluation')}. Collez à partir d’une autre colonne, ou copiez seulement les notes.`,
    );
  }
  const cells = rows.flatMap((line, row) =>
    scales.slice(0, line.length).flatMap((scale, column) => {
      const typed = readMark(line[column] ?? '', scale);
      return typed.kind === 'empty' ? [] : [{ row, column, typed }];
    }),
  );
  return { kind: 'block', cells };
};
