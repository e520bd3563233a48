import { basename } from 'node:path';
import type { ImportKind, ImportRecord } from '@preau/shared/imports/schema.ts';
import { apply, examine, sendFile } from '../import/deliver.ts';
import type { ApiClient } from './api-client.ts';

const QUIET = (): void => undefined;

const refused = (file: string, record: ImportRecord): Error =>
  new Error(`L’import de ${basename(file)} a échoué : ${record.refusal?.message ?? record.status}`);

/** Brings a file in as an operator does: sends it, has it examined, applies it, and waits for the end. */
export const bringIn = async (api: ApiClient, kind: ImportKind, file: string): Promise<void> => {
  const importId = await sendFile(api, kind, file);
  const planned = await examine(api, importId, QUIET);
  if (planned.status !== 'planned') throw refused(file, planned);
  // The demonstration's own files are what must be there, whatever an earlier start left.
  const confirmed = planned.plan?.confirmVanished === true ? planned.plan.vanished : undefined;
  const applied = await apply(api, importId, confirmed, QUIET);
  if (applied.status !== 'applied') throw refused(file, applied);
};
