import { ImportRequested } from '@preau/shared/imports/events.ts';
import { happened, type Envelope } from '@preau/shared/kernel/event.ts';
import type { StoredImport } from './store.ts';

/** The event that hands the work to a next run; its id is the attempt, so that it is done once. */
export const requestOf = (record: Pick<StoredImport, 'importId' | 'attempt'>, action: 'plan' | 'apply', at: string): Envelope =>
  happened(ImportRequested, {
    id: `${record.importId}#${action}#${record.attempt}`,
    at,
    data: { importId: record.importId, action, attempt: record.attempt },
  });
