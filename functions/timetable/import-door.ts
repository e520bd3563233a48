import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { timetableTable } from '@preau/shared/timetable/table.ts';
import { tableStore } from '../runtime/entity.ts';
import { timetableStore, type TimetableStore } from './store.ts';

/** The timetable's door for imports, which alone write slots. */
export const lessonsImportDoor = (tableName: string, client: DynamoDBDocumentClient): Pick<TimetableStore, 'listAllSlots' | 'putSlots'> =>
  timetableStore(tableStore(timetableTable, tableName, client));
