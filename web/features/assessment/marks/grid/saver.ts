import type { CellConflict, CellRefusal } from '@preau/shared/assessment/marks-views.ts';
import type { CellValue } from '@preau/shared/assessment/schema.ts';
import type { Answered, Batch, Changed, GridColumn, Refreshed, Saved } from './state.ts';

const PAUSE_MS = 900;
const RETRY_MS = 5000;
const REFRESH_MS = 3000;

type Cells = Readonly<Record<string, CellValue>>;
type Known = Readonly<Record<string, { readonly version: number; readonly cells: Cells }>>;

/** Somebody else's mark where ours was refused: nothing is overwritten before we choose. */
export interface OpenConflict extends CellConflict {
  readonly evaluationId: string;
}

export interface RefusedCell {
  readonly evaluationId: string;
  readonly pupilId: string;
  /** `unsaved`: its whole column was refused. */
  readonly reason: CellRefusal['reason'] | 'unsaved';
}

export type SavingStatus =
  | { readonly step: 'saved'; readonly at?: Date; readonly visibleFrom?: string | undefined }
  | { readonly step: 'saving' }
  | { readonly step: 'cut' }
  | { readonly step: 'refused'; readonly message: string };

/** The grid as this page knows it: what is entered here first, what the server answered next. */
export interface Sheet {
  readonly known: Known;
  readonly averages: Readonly<Record<string, string>>;
  readonly status: SavingStatus;
  readonly conflicts: readonly OpenConflict[];
  readonly refused: readonly RefusedCell[];
  /** What each save replaced, the last at the end. */
  readonly done: readonly { readonly evaluationId: string; readonly cells: readonly Changed[] }[];
}

interface Door {
  /** Throws when the connection is cut: the same batch is then sent again. */
  readonly save: (batch: Batch) => Promise<Answered<Saved>>;
  readonly refresh: () => Promise<Answered<Refreshed>>;
  readonly newRequestId: () => string;
}

export interface Saver {
  readonly read: () => Sheet;
  readonly subscribe: (listener: () => void) => () => void;
  /** Keeps a cell to be sent with the others of its column, soon. */
  readonly change: (evaluationId: string, pupilId: string, value: CellValue) => void;
  readonly undo: () => void;
  readonly settle: (conflict: OpenConflict, mine: boolean) => void;
  readonly isBusy: () => boolean;
  readonly stop: () => void;
}

const withCells = (cells: Cells, changes: readonly Changed[]): Cells => ({
  ...cells,
  ...Object.fromEntries(changes.map(({ pupilId, value }) => [pupilId, value])),
});

const knownOf = (columns: readonly Pick<GridColumn, 'evaluationId' | 'version' | 'cells'>[]): Known =>
  Object.fromEntries(columns.map(({ evaluationId, version, cells }) => [evaluationId, { version, cells }]));

const isOf =
  ({ evaluationId, cells }: Batch) =>
  (one: { readonly evaluationId: string; readonly pupilId: string }): boolean =>
    one.evaluationId === evaluationId && cells.some(({ pupilId }) => pupilId === one.pupilId);

/** The sheet once a batch was answered. */
const answered = (
  sheet: Sheet,
  batch: Batch,
  isUndo: boolean,
  { version, saved, previous, conflicts, refused, visibleFrom }: Saved,
): Sheet => {
  const { evaluationId } = batch;
  const before = sheet.known[evaluationId]?.cells ?? {};
  const theirs = conflicts.map((one) => ({ pupilId: one.pupilId, value: one.theirs }));
  const concerned = isOf(batch);
  return {
    ...sheet,
    known: { ...sheet.known, [evaluationId]: { version, cells: withCells(before, [...saved, ...theirs]) } },
    status: { step: 'saved', at: new Date(), visibleFrom },
    conflicts: [...sheet.conflicts.filter((one) => !concerned(one)), ...conflicts.map((one) => ({ ...one, evaluationId }))],
    refused: [...sheet.refused.filter((one) => !concerned(one)), ...refused.map((one) => ({ ...one, evaluationId }))],
    done: isUndo || previous.length === 0 ? sheet.done : [...sheet.done, { evaluationId, cells: previous }],
  };
};

/**
 * Saves what is entered by itself, a column at a time: what a lost connection kept back is sent again as it was, and what a colleague
 * changed meanwhile is shown, never overwritten.
 */
export const newSaver = (columns: readonly GridColumn[], averages: Sheet['averages'], door: Door): Saver => {
  let sheet: Sheet = { known: knownOf(columns), averages, status: { step: 'saved' }, conflicts: [], refused: [], done: [] };
  const waiting = new Map<string, Map<string, CellValue>>();
  const listeners = new Set<() => void>();
  /** Columns whose waiting cells only undo earlier ones. */
  const undone = new Set<string>();
  let sending: Batch | undefined;
  let isUndo = false;
  let isSending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (next: Partial<Sheet>): void => {
    sheet = { ...sheet, ...next };
    for (const listener of listeners) listener();
  };
  const isBusy = (): boolean => waiting.size > 0 || sending !== undefined;
  const later = (run: () => Promise<void>, ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), ms);
  };

  const nextBatch = (): Batch | undefined => {
    const [first] = waiting;
    if (first === undefined) return undefined;
    const [evaluationId, cells] = first;
    waiting.delete(evaluationId);
    isUndo = undone.delete(evaluationId);
    return {
      evaluationId,
      version: sheet.known[evaluationId]?.version ?? 0,
      cells: [...cells].map(([pupilId, value]) => ({ pupilId, value })),
      requestId: door.newRequestId(),
    };
  };

  const refresh = async (): Promise<void> => {
    const answer = await door.refresh().catch(() => undefined);
    if (answer?.ok !== true || isBusy()) return;
    show({ known: { ...sheet.known, ...knownOf(answer.value.columns) }, averages: answer.value.averages });
  };

  async function sendNext(): Promise<void> {
    sending ??= nextBatch();
    if (sending === undefined || isSending) return;
    isSending = true;
    const answer = await door.save(sending).catch(() => undefined);
    isSending = false;
    if (answer === undefined || (!answer.ok && answer.passing === true)) {
      show({ status: answer === undefined ? { step: 'cut' } : { step: 'refused', message: answer.message } });
      later(sendNext, RETRY_MS);
      return;
    }
    const batch = sending;
    sending = undefined;
    if (!answer.ok) {
      const { evaluationId, cells } = batch;
      const refused = cells.map(({ pupilId }) => ({ evaluationId, pupilId, reason: 'unsaved' as const }));
      show({ status: { step: 'refused', message: answer.message }, refused: [...sheet.refused, ...refused] });
      return;
    }
    show(answered(sheet, batch, isUndo, answer.value));
    if (waiting.size === 0) {
      later(refresh, REFRESH_MS);
      return;
    }
    show({ status: { step: 'saving' } });
    await sendNext();
  }

  const enter = (evaluationId: string, pupilId: string, value: CellValue): void => {
    const cells = waiting.get(evaluationId) ?? new Map<string, CellValue>();
    waiting.set(evaluationId, cells.set(pupilId, value));
    const column = sheet.known[evaluationId];
    show({
      status: { step: 'saving' },
      known: { ...sheet.known, [evaluationId]: { version: column?.version ?? 0, cells: { ...column?.cells, [pupilId]: value } } },
    });
    if (sending === undefined) later(sendNext, PAUSE_MS);
  };

  return {
    read: () => sheet,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (evaluationId, pupilId, value) => {
      undone.delete(evaluationId);
      enter(evaluationId, pupilId, value);
    },
    undo: () => {
      const last = sheet.done.at(-1);
      if (last === undefined) return;
      show({ done: sheet.done.slice(0, -1) });
      if (!waiting.has(last.evaluationId)) undone.add(last.evaluationId);
      for (const { pupilId, value } of last.cells) enter(last.evaluationId, pupilId, value);
    },
    settle: (conflict, mine) => {
      show({ conflicts: sheet.conflicts.filter((one) => one !== conflict) });
      if (mine) enter(conflict.evaluationId, conflict.pupilId, conflict.yours);
    },
    isBusy,
    stop: () => clearTimeout(timer),
  };
};
