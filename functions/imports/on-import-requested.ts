import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { S3Client } from '@aws-sdk/client-s3';
import { ImportRequested } from '@preau/shared/imports/events.ts';
import { directoryImportDoor } from '../directory/import-people.ts';
import { directoryDoor } from '../directory/reads.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { tableName, variable } from '../runtime/environment.ts';
import { errorFields, log } from '../runtime/log.ts';
import { on, reactionHandler } from '../runtime/reaction.ts';
import { lessonsImportDoor } from '../timetable/import-door.ts';
import { bucketDownload } from './download-delivery.ts';
import type { WorkerServices } from './services.ts';
import { importsStore } from './store.ts';
import { runImport } from './worker.ts';

interface Context {
  readonly getRemainingTimeInMillis: () => number;
}

const client = openDatabase();
const shared: Omit<WorkerServices, 'remaining' | 'runId'> = {
  now: () => new Date().toISOString(),
  imports: importsStore(tableName('imports'), client),
  download: bucketDownload(variable('BUCKET_DELIVERIES'), new S3Client()),
  directory: directoryImportDoor(client),
  reads: directoryDoor(client),
  timetable: lessonsImportDoor(tableName('timetable'), client),
  academyNumbers: variable('ACADEMY_NUMBERS').split(','),
  scratch: tmpdir(),
  onError: (error, importId) => log({ level: 'error', message: 'import failed', importId, ...errorFields(error) }),
};

/** Reads a delivery from the bucket, plans or applies it; near the end of its time it hands the rest over to its next run. */
export const handler = (event: Parameters<ReturnType<typeof reactionHandler>>[0], context: Context) =>
  reactionHandler([
    on(ImportRequested, (request) =>
      runImport(request, { ...shared, runId: randomUUID(), remaining: () => context.getRemainingTimeInMillis() }),
    ),
  ])(event);
