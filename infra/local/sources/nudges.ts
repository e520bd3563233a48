import { setTimeout as pause } from 'node:timers/promises';

export interface Nudges {
  /** Says that something was written to a table. */
  readonly nudge: (table: string) => void;
  /** Waits for the next write to a table, or for the delay. */
  readonly wait: (table: string, ms: number, signal: AbortSignal) => Promise<void>;
}

/** Lets stream readers sleep while nobody writes, and wake at once when somebody does. */
export const openNudges = (): Nudges => {
  const sleeping = new Map<string, Set<AbortController>>();
  const pending = new Set<string>();
  return {
    nudge: (tables) => {
      for (const table of tables.split(',')) {
        const sleepers = sleeping.get(table);
        if (sleepers === undefined || sleepers.size === 0) pending.add(table);
        else for (const sleeper of sleepers) sleeper.abort();
      }
    },
    wait: async (table, ms, signal) => {
      if (pending.delete(table)) return;
      const sleepers = sleeping.get(table) ?? new Set();
      sleeping.set(table, sleepers);
      const sleeper = new AbortController();
      sleepers.add(sleeper);
      await pause(ms, undefined, { signal: AbortSignal.any([sleeper.signal, signal]), ref: false }).catch(() => undefined);
      sleepers.delete(sleeper);
    },
  };
};
