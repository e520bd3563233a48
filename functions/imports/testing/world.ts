import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { directoryTable } from '@preau/shared/directory/table.ts';
import { importsTable } from '@preau/shared/imports/table.ts';
import { ImportId } from '@preau/shared/kernel/ids.ts';
import { timetableTable } from '@preau/shared/timetable/table.ts';
import { directoryImport } from '../../directory/import-people.ts';
import { directoryReads } from '../../directory/reads.ts';
import { directoryStore } from '../../directory/store.ts';
import { scratchFolder } from '../../testing/scratch-folder.ts';
import { freshTable } from '../../testing/tables.ts';
import { lessonsImportDoor } from '../../timetable/import-door.ts';
import type { Deliveries } from '../deliveries.ts';
import type { WorkerServices } from '../services.ts';
import { importsStore, type StoredImport } from '../store.ts';
import { runImport } from '../worker.ts';
import { writeTgz, type Files } from './deliveries.ts';

let count = 0;

/** An academy's directory on the real engine, and a worker whose deliveries are files on disk. */
export const importWorld = async (over: Partial<WorkerServices> = {}) => {
  const [directory, imports, timetable] = await Promise.all([
    freshTable(directoryTable),
    freshTable(importsTable),
    freshTable(timetableTable),
  ]);
  const scratch = scratchFolder();
  const store = directoryStore(directory.name, directory.client);
  const importStore = importsStore(imports.name, imports.client);
  const files = new Map<string, string>();
  let now = '2026-11-22T08:00:00.000Z';
  const errors: unknown[] = [];
  const services: WorkerServices = {
    now: () => now,
    imports: importStore,
    download: async (importId, path) => copyFile(files.get(importId) ?? '', path),
    directory: directoryImport(store),
    reads: directoryReads(store, () => now.slice(0, 10)),
    timetable: lessonsImportDoor(timetable.name, timetable.client),
    academyNumbers: ['12', '98'],
    remaining: () => 900_000,
    scratch,
    runId: 'run-1',
    onError: (error) => errors.push(error),
    ...over,
  };

  const deliveries: Deliveries = {
    prepareUpload: async () => ({ url: '', fields: {}, maxBytes: 1 }),
    hasArrived: async (importId) => files.has(importId),
  };

  const addArchive = async (path: string, kind: 'aaf' | 'lessons' = 'aaf'): Promise<StoredImport> => {
    count += 1;
    const record: StoredImport = {
      importId: ImportId.parse(`imp_test${String(count).padStart(6, '0')}`),
      kind,
      fileName: 'livraison.tgz',
      bytes: 1,
      status: 'awaitingFile',
      createdAt: now,
      createdBy: 'Opérateur',
      updatedAt: now,
      attempt: 0,
      started: false,
      written: 0,
      anomalyCount: 0,
      anomaliesOf: 0,
    };
    files.set(record.importId, path);
    await importStore.addImport(record);
    return record;
  };

  const ask = async (
    record: StoredImport,
    action: 'plan' | 'apply',
    change: Partial<StoredImport> = {},
    using: Partial<WorkerServices> = {},
  ): Promise<StoredImport> => {
    const before = await importStore.findImport(record.importId);
    if (before === undefined) throw new Error('No such import');
    const next: StoredImport = { ...before, ...change, attempt: before.attempt + 1, status: action === 'plan' ? 'planning' : 'applying' };
    await importStore.putImport(next, before);
    await runImport({ importId: record.importId, action, attempt: next.attempt }, { ...services, ...using });
    if (errors.length > 0) throw errors[0];
    return (await importStore.findImport(record.importId)) ?? next;
  };

  return {
    services,
    deliveries,
    store,
    table: directory,
    imports: importStore,
    reads: services.reads,
    errors,
    setNow: (instant: string) => {
      now = instant;
    },
    addArchive,
    ask,
    add: async (delivery: Files): Promise<StoredImport> => {
      const path = join(scratch, `d${count}.tgz`);
      await writeTgz(path, delivery);
      return addArchive(path);
    },
    /** Plans, then applies what was planned. */
    run: async (delivery: Files, change: Partial<StoredImport> = {}): Promise<StoredImport> => {
      const path = join(scratch, `d${count}.tgz`);
      await writeTgz(path, delivery);
      const record = await addArchive(path);
      const planned = await ask(record, 'plan');
      return planned.status === 'planned' ? ask(record, 'apply', change) : planned;
    },
    anomaliesOf: async (record: StoredImport) => (await importStore.listAnomalies(record.importId, record.anomaliesOf)).items,
  };
};
