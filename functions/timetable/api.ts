import { timetableTable } from '@preau/shared/timetable/table.ts';
import { directoryDoor } from '../directory/reads.ts';
import { apiHandler } from '../runtime/api.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { tableStore } from '../runtime/entity.ts';
import { tableName } from '../runtime/environment.ts';
import { operations } from './operations.ts';
import { readsOf } from './reads.ts';
import { timetableStore } from './store.ts';

const client = openDatabase();
const directory = directoryDoor(client);
const store = timetableStore(tableStore(timetableTable, tableName(timetableTable.domain), client));

export const handler = apiHandler(
  operations,
  { now: () => new Date().toISOString(), findActor: directory.findActor, timetable: readsOf(store), store, directory },
  directory.findActor,
);
