import { reportsTable } from '@preau/shared/reports/table.ts';
import type { Database } from '../runtime/database/database.ts';
import { tableStore } from '../runtime/entity.ts';
import { tableName } from '../runtime/environment.ts';
import { reportsStore, type ReportsStore } from './store.ts';

/** Reports over the real table that the environment names. */
export const reportsStoreFrom = (client: Database): ReportsStore =>
  reportsStore(tableStore(reportsTable, tableName(reportsTable.domain), client));
