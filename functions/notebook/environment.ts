import { notebookTable } from '@preau/shared/notebook/table.ts';
import { directoryDoor } from '../directory/reads.ts';
import { openDatabase, type Database } from '../runtime/database/database.ts';
import { tableStore } from '../runtime/entity.ts';
import { tableName } from '../runtime/environment.ts';
import { timetableDoor } from '../timetable/reads.ts';
import { preparationStore } from './preparation-store.ts';
import { notebookStore } from './store.ts';

/** What the notebook's functions share, named by their environment. */
export const realFollowServices = (client: Database = openDatabase()) => {
  const table = tableStore(notebookTable, tableName('notebook'), client);
  return {
    now: () => new Date().toISOString(),
    store: notebookStore(table),
    preparation: preparationStore(table),
    directory: directoryDoor(client),
    timetable: timetableDoor(client),
  };
};
