import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { Socle } from '@preau/shared/assessment/socle.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { Database } from '../runtime/database/database.ts';
import { tableStore } from '../runtime/entity.ts';
import { tableName } from '../runtime/environment.ts';
import { socleStore } from './socle-store.ts';

/** The LSU: what the team decided of the ends of cycles of a pupil, without the rest of assessment and its weight. */
export const socleDoor = (client: Database): { readonly listSocle: (pupilId: PersonId) => Promise<readonly Socle[]> } => {
  const { listSocle } = socleStore(tableStore(assessmentTable, tableName(assessmentTable.domain), client));
  return { listSocle };
};
