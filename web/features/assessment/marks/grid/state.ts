import type { CellConflict, CellRefusal } from '@preau/shared/assessment/marks-views.ts';
import type { CellValue } from '@preau/shared/assessment/schema.ts';

/** A pupil's line of the grid. */
export interface GridRow {
  readonly pupilId: string;
  readonly name: string;
  /** Said where pupils come from several classes, have left or may not be marked any more. */
  readonly note?: string;
  readonly closed: boolean;
  readonly average?: string;
}

/** An evaluation as the grid shows it and writes in it. */
export interface GridColumn {
  readonly evaluationId: string;
  readonly title: string;
  readonly href: string;
  /** « 23 nov. · coef. 2 ». */
  readonly detail: string;
  readonly state: string;
  readonly scale: string;
  readonly editable: boolean;
  readonly version: number;
  readonly cells: Readonly<Record<string, CellValue>>;
}

export interface Changed {
  readonly pupilId: string;
  readonly value: CellValue;
}

/** What is sent for one column; sent again as it is when the answer was lost. */
export interface Batch {
  readonly evaluationId: string;
  readonly version: number;
  readonly cells: readonly Changed[];
  readonly requestId: string;
}

export interface Saved {
  readonly version: number;
  readonly saved: readonly Changed[];
  readonly previous: readonly Changed[];
  readonly conflicts: readonly CellConflict[];
  readonly refused: readonly CellRefusal[];
  /** « mardi 24 novembre à 14 h »: of a published evaluation, when readers see what was changed. */
  readonly visibleFrom?: string;
}

/** A refusal that is passing, such as a session that ended, leaves what was entered to be sent again. */
export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly passing?: boolean };

/** What a colleague may have changed, and what follows from what was entered. */
export interface Refreshed {
  readonly columns: readonly Pick<GridColumn, 'evaluationId' | 'version' | 'cells'>[];
  readonly averages: Readonly<Record<string, string>>;
}
