import type { Database } from '../runtime/database/database.ts';
import { timetableTable } from '@preau/shared/timetable/table.ts';
import { tableStore } from '../runtime/entity.ts';
import { timetableStore, type TimetableStore } from './store.ts';

/** The timetable's door for imports, which alone write slots. */
export const lessonsImportDoor = (tableName: string, client: Database): Pick<TimetableStore, 'listAllSlots' | 'putSlots'> =>
  timetableStore(tableStore(timetableTable, tableName, client));
