/** A place in the grid or a step over it: lines, then columns. */
export type Step = readonly [lines: number, columns: number];

interface Typing {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

interface Caret {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** Enter and the vertical arrows change line; the horizontal ones change column only from the edge of the text, or when all of it is selected. */
export const stepOf = ({ key, shiftKey, ctrlKey, metaKey, altKey }: Typing, { start, end, length }: Caret): Step | undefined => {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === 'Enter') return shiftKey ? [-1, 0] : [1, 0];
  if (shiftKey) return undefined;
  if (key === 'ArrowDown') return [1, 0];
  if (key === 'ArrowUp') return [-1, 0];
  const isAll = start === 0 && end === length;
  if (key === 'ArrowLeft' && (isAll || end === 0)) return [0, -1];
  if (key === 'ArrowRight' && (isAll || start === length)) return [0, 1];
  return undefined;
};

/** The cell at a line and a column, when it can be written in. */
export const cellAt = (table: HTMLElement, [line, column]: Step): HTMLInputElement | null =>
  table.querySelector<HTMLInputElement>(`input[data-line="${line}"][data-column="${column}"]`);

/** Goes on in the same direction over what cannot be written in; stays where there is nothing more. */
export const moveFrom = (table: HTMLElement, from: Step, [lines, columns]: Step, size: Step): void => {
  let [line, column] = [from[0] + lines, from[1] + columns];
  while (line >= 0 && column >= 0 && line < size[0] && column < size[1]) {
    const cell = cellAt(table, [line, column]);
    if (cell !== null) {
      cell.focus();
      cell.select();
      return;
    }
    line += lines;
    column += columns;
  }
};
