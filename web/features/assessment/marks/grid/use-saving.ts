import { useCallback, useEffect, useRef, useState } from 'react';
import type { CellConflict, CellRefusal } from '@preau/shared/assessment/marks-views.ts';
import type { CellValue } from '@preau/shared/assessment/schema.ts';
import { refreshGrid, saveMarks } from './actions.ts';
import type { Batch, Changed, GridColumn } from './state.ts';

const PAUSE_MS = 900;
const RETRY_MS = 5000;
const REFRESH_MS = 3000;

type Cells = Readonly<Record<string, CellValue>>;

export interface KnownColumn {
  readonly version: number;
  readonly cells: Cells;
}

export type Known = Readonly<Record<string, KnownColumn>>;

/** Somebody else's mark where ours was refused: nothing is overwritten before we choose. */
export interface OpenConflict extends CellConflict {
  readonly evaluationId: string;
}

export type SavingStatus =
  | { readonly step: 'saved'; readonly at?: Date; readonly visibleFrom?: string | undefined }
  | { readonly step: 'saving' }
  | { readonly step: 'cut' }
  | { readonly step: 'refused'; readonly message: string };

interface Saving {
  readonly known: Known;
  readonly averages: Readonly<Record<string, string>>;
  readonly status: SavingStatus;
  readonly conflicts: readonly OpenConflict[];
  readonly refused: readonly (CellRefusal & { readonly evaluationId: string })[];
  readonly canUndo: boolean;
  /** Keeps a cell to be sent with the others of its column, soon. */
  readonly change: (evaluationId: string, pupilId: string, value: CellValue) => void;
  readonly undo: () => void;
  readonly settle: (conflict: OpenConflict, mine: boolean) => void;
}

const withCells = (cells: Cells, changes: readonly Changed[]): Cells => ({
  ...cells,
  ...Object.fromEntries(changes.map(({ pupilId, value }) => [pupilId, value])),
});

const knownOf = (columns: readonly Pick<GridColumn, 'evaluationId' | 'version' | 'cells'>[]): Known =>
  Object.fromEntries(columns.map(({ evaluationId, version, cells }) => [evaluationId, { version, cells }]));

interface Place {
  readonly serviceId: string;
  readonly period: string;
  readonly columns: readonly GridColumn[];
  readonly averages: Readonly<Record<string, string>>;
}

/**
 * Saves what is entered by itself, a column at a time: what a lost connection kept back is sent again as it was, and what a colleague
 * changed meanwhile is shown, never overwritten.
 */
export const useSaving = ({ serviceId, period, columns, averages: first }: Place): Saving => {
  const [known, setKnown] = useState<Known>(() => knownOf(columns));
  const [averages, setAverages] = useState(first);
  const [status, setStatus] = useState<SavingStatus>({ step: 'saved' });
  const [conflicts, setConflicts] = useState<readonly OpenConflict[]>([]);
  const [refused, setRefused] = useState<Saving['refused']>([]);
  const [done, setDone] = useState<readonly { readonly evaluationId: string; readonly previous: readonly Changed[] }[]>([]);
  const latest = useRef(known);
  const waiting = useRef(new Map<string, Map<string, CellValue>>());
  const sending = useRef<Batch | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback((next: Known): void => {
    latest.current = next;
    setKnown(next);
  }, []);

  const refresh = useCallback(async (): Promise<void> => {
    const answer = await refreshGrid({ serviceId, period }).catch(() => undefined);
    if (answer?.ok !== true || waiting.current.size > 0 || sending.current !== undefined) return;
    keep({ ...latest.current, ...knownOf(answer.value.columns) });
    setAverages(answer.value.averages);
  }, [serviceId, period, keep]);

  const later = useCallback((run: () => void, ms: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(run, ms);
  }, []);

  const nextBatch = (): Batch | undefined => {
    const [first] = waiting.current;
    if (first === undefined) return undefined;
    const [evaluationId, cells] = first;
    waiting.current.delete(evaluationId);
    return {
      evaluationId,
      version: latest.current[evaluationId]?.version ?? 0,
      cells: [...cells].map(([pupilId, value]) => ({ pupilId, value })),
      requestId: crypto.randomUUID(),
    };
  };

  const flush = useCallback(async (): Promise<void> => {
    const batch = sending.current ?? nextBatch();
    if (batch === undefined) return;
    sending.current = batch;
    setStatus({ step: 'saving' });
    const answer = await saveMarks(batch).catch(() => undefined);
    if (answer === undefined) {
      setStatus({ step: 'cut' });
      later(() => void flush(), RETRY_MS);
      return;
    }
    sending.current = undefined;
    if (!answer.ok) {
      setStatus({ step: 'refused', message: answer.message });
      return;
    }
    const { evaluationId } = batch;
    const { version, saved, previous, conflicts: opposed, refused: left, visibleFrom } = answer.value;
    const before = latest.current[evaluationId] ?? { version, cells: {} };
    const theirs = opposed.map((one) => ({ pupilId: one.pupilId, value: one.theirs }));
    keep({ ...latest.current, [evaluationId]: { version, cells: withCells(before.cells, [...saved, ...theirs]) } });
    if (previous.length > 0) setDone((all) => [...all, { evaluationId, previous }]);
    setConflicts((all) => [
      ...all.filter((one) => one.evaluationId !== evaluationId || !batch.cells.some(({ pupilId }) => pupilId === one.pupilId)),
      ...opposed.map((one) => ({ ...one, evaluationId })),
    ]);
    setRefused((all) => [
      ...all.filter((one) => one.evaluationId !== evaluationId || !batch.cells.some(({ pupilId }) => pupilId === one.pupilId)),
      ...left.map((one) => ({ ...one, evaluationId })),
    ]);
    if (waiting.current.size > 0) {
      await flush();
      return;
    }
    setStatus({ step: 'saved', at: new Date(), visibleFrom });
    later(() => void refresh(), REFRESH_MS);
  }, [keep, later, refresh]);

  const change = useCallback(
    (evaluationId: string, pupilId: string, value: CellValue): void => {
      const cells = waiting.current.get(evaluationId) ?? new Map<string, CellValue>();
      cells.set(pupilId, value);
      waiting.current.set(evaluationId, cells);
      setStatus({ step: 'saving' });
      if (sending.current === undefined) later(() => void flush(), PAUSE_MS);
    },
    [flush, later],
  );

  const undo = (): void => {
    const last = done.at(-1);
    if (last === undefined) return;
    setDone(done.slice(0, -1));
    for (const { pupilId, value } of last.previous) change(last.evaluationId, pupilId, value);
  };

  const settle = (conflict: OpenConflict, mine: boolean): void => {
    setConflicts((all) => all.filter((one) => one !== conflict));
    if (mine) change(conflict.evaluationId, conflict.pupilId, conflict.yours);
  };

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (waiting.current.size > 0 || sending.current !== undefined) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      clearTimeout(timer.current);
    };
  }, []);

  return { known, averages, status, conflicts, refused, canUndo: done.length > 0, change, undo, settle };
};
