import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { Database } from '../runtime/database/database.ts';
import { tableStore } from '../runtime/entity.ts';
import { tableName } from '../runtime/environment.ts';
import { assessmentStores, type AssessmentStores } from './stores.ts';

/** Everything that is kept in the real table that the environment names. */
export const assessmentStoresFrom = (client: Database): AssessmentStores =>
  assessmentStores(tableStore(assessmentTable, tableName(assessmentTable.domain), client));
