import { homeworkTable } from '@preau/shared/homework/table.ts';
import type { Database } from '../runtime/database/database.ts';
import { tableStore } from '../runtime/entity.ts';
import { tableName } from '../runtime/environment.ts';
import { handInStore, type HandInStore } from './hand-in-store.ts';
import { homeworkStore, type HomeworkStore } from './store.ts';

/** The store over the real table that the environment names. */
export const homeworkStoreFrom = (client: Database): HomeworkStore =>
  homeworkStore(tableStore(homeworkTable, tableName(homeworkTable.domain), client));

/** The hand-ins of the same table. */
export const handInStoreFrom = (client: Database): HandInStore =>
  handInStore(tableStore(homeworkTable, tableName(homeworkTable.domain), client));
