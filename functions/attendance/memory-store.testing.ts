import type { OpenDay, PupilDay } from '@preau/shared/attendance/schema.ts';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import type { AttendanceStore } from './store.ts';

type FoldStore = Pick<AttendanceStore, 'findDay' | 'putDay' | 'putRows'>;

/** The fold's access patterns without an engine, with the same conditions: for thousands of random histories. */
export const memoryStore = (pause: () => Promise<void>) => {
  const days = new Map<string, PupilDay>();
  const rows = new Map<string, OpenDay>();
  const events: Envelope[] = [];
  const rowKey = (row: Pick<OpenDay, 'guardianId' | 'date' | 'pupilId'>): string => `${row.guardianId} ${row.date} ${row.pupilId}`;
  const store: FoldStore = {
    findDay: async (pupilId, date) => {
      await pause();
      return days.get(`${pupilId} ${date}`);
    },
    putDay: async (day, read, outbox) => {
      await pause();
      if (days.get(`${day.pupilId} ${day.date}`)?.revision !== read) return false;
      days.set(`${day.pupilId} ${day.date}`, day);
      events.push(...outbox);
      return true;
    },
    putRows: async ({ put, remove }) => {
      for (const row of put) {
        await pause();
        rows.set(rowKey(row), row);
      }
      for (const row of remove) {
        await pause();
        rows.delete(rowKey(row));
      }
    },
  };
  return { store, days, rows, events };
};
