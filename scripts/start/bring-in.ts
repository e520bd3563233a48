import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { importsOperations } from '@preau/shared/imports/api.ts';
import type { ImportKind, ImportRecord } from '@preau/shared/imports/schema.ts';
import type { ImportId } from '@preau/shared/kernel/ids.ts';
import type { ApiClient } from './api-client.ts';

const STEP_MS = 150;
const LONGEST_MS = 120_000;

const settled = async (api: ApiClient, importId: ImportId, busy: readonly string[]): Promise<ImportRecord> => {
  const deadline = Date.now() + LONGEST_MS;
  while (Date.now() < deadline) {
    const { import: record } = await api.call(importsOperations.readImport, { path: { importId }, query: {} });
    if (!busy.includes(record.status)) return record;
    await pause(STEP_MS);
  }
  throw new Error(`L’import ${importId} ne se termine pas`);
};

const refused = (file: string, record: ImportRecord): Error =>
  new Error(`L’import de ${basename(file)} a échoué : ${record.refusal?.message ?? record.status}`);

/** Brings a file in as an operator does: sends it, has it examined, applies it, and waits for the end. */
export const bringIn = async (api: ApiClient, kind: ImportKind, file: string): Promise<ImportRecord> => {
  const content = await openAsBlob(file);
  const { import: started, upload } = await api.call(importsOperations.startUpload, {
    body: { kind, fileName: basename(file), bytes: content.size },
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', content, basename(file));
  const sent = await fetch(upload.url, { method: 'POST', body: form });
  if (!sent.ok) throw new Error(`L’envoi de ${basename(file)} a échoué : ${sent.status} ${await sent.text()}`);
  const { importId } = started;
  await api.call(importsOperations.requestPlan, { path: { importId } });
  const planned = await settled(api, importId, ['uploading', 'planning']);
  if (planned.status !== 'planned') throw refused(file, planned);
  await api.call(importsOperations.applyImport, { path: { importId }, body: {} });
  const applied = await settled(api, importId, ['planned', 'applying']);
  if (applied.status !== 'applied') throw refused(file, applied);
  return applied;
};
