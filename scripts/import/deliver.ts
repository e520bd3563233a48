import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { importsOperations } from '@preau/shared/imports/api.ts';
import type { Anomaly, ImportKind, ImportRecord, ImportStatus } from '@preau/shared/imports/schema.ts';
import type { ImportId } from '@preau/shared/kernel/ids.ts';
import type { ApiClient } from '../start/api-client.ts';

const STEP_MS = 200;
const BUSY: readonly ImportStatus[] = ['planning', 'applying'];

export type OnProgress = (record: ImportRecord) => void;

/** Announces a file and sends it straight to the bucket. */
export const sendFile = async (api: ApiClient, kind: ImportKind, file: string): Promise<ImportId> => {
  const content = await openAsBlob(file);
  const { import: record, upload } = await api.call(importsOperations.startUpload, {
    body: { kind, fileName: basename(file), bytes: content.size },
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', content, basename(file));
  // The bucket leads browsers to the page of the import: here the answer itself is enough.
  const sent = await fetch(upload.url, { method: 'POST', body: form, redirect: 'manual' });
  if (!sent.ok && sent.status !== 303) throw new Error(`Le fichier n’a pas pu être envoyé (${sent.status}). Recommencez.`);
  return record.importId;
};

const settled = async (api: ApiClient, importId: ImportId, onProgress: OnProgress): Promise<ImportRecord> => {
  for (;;) {
    const { import: record } = await api.call(importsOperations.readImport, { path: { importId }, query: {} });
    if (!BUSY.includes(record.status)) return record;
    onProgress(record);
    await pause(STEP_MS);
  }
};

/** Asks for the dry run and waits for it. */
export const examine = async (api: ApiClient, importId: ImportId, onProgress: OnProgress): Promise<ImportRecord> => {
  await api.call(importsOperations.requestPlan, { path: { importId } });
  return settled(api, importId, onProgress);
};

/** Applies what was examined and waits for the end. */
export const apply = async (
  api: ApiClient,
  importId: ImportId,
  confirmVanished: number | undefined,
  onProgress: OnProgress,
): Promise<ImportRecord> => {
  await api.call(importsOperations.applyImport, { path: { importId }, body: confirmVanished === undefined ? {} : { confirmVanished } });
  return settled(api, importId, onProgress);
};

/** All the anomalies of an import, page after page. */
export const listAnomalies = async (api: ApiClient, importId: ImportId): Promise<Anomaly[]> => {
  const found: Anomaly[] = [];
  let after: string | undefined;
  do {
    const page = await api.call(importsOperations.readImport, { path: { importId }, query: after === undefined ? {} : { after } });
    found.push(...page.anomalies);
    after = page.next;
  } while (after !== undefined);
  return found;
};
