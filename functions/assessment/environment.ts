import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { Database } from '../runtime/database/database.ts';
import { tableStore } from '../runtime/entity.ts';
import { tableName } from '../runtime/environment.ts';
import { marksStore, type MarksStore } from './marks-store.ts';

/** The marks of the real table that the environment names. */
export const marksStoreFrom = (client: Database): MarksStore =>
  marksStore(tableStore(assessmentTable, tableName(assessmentTable.domain), client));
