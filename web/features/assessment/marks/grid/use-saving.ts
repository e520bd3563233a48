import { useEffect, useState, useSyncExternalStore } from 'react';
import { refreshGrid, saveMarks } from './actions.ts';
import { newSaver, type Saver, type Sheet } from './saver.ts';
import type { GridColumn } from './state.ts';

interface Place {
  readonly serviceId: string;
  readonly period: string;
  readonly columns: readonly GridColumn[];
  readonly averages: Sheet['averages'];
}

/** The sheet that this page fills in, and what saves it; leaving before everything is saved asks first. */
export const useSaving = ({ serviceId, period, columns, averages }: Place): Sheet & Pick<Saver, 'change' | 'undo' | 'settle'> => {
  const [saver] = useState(() =>
    newSaver(columns, averages, {
      save: saveMarks,
      refresh: () => refreshGrid({ serviceId, period }),
      newRequestId: () => crypto.randomUUID(),
    }),
  );
  const sheet = useSyncExternalStore(saver.subscribe, saver.read, saver.read);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (saver.isBusy()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      saver.stop();
    };
  }, [saver]);
  const { change, undo, settle } = saver;
  return { ...sheet, change, undo, settle };
};
