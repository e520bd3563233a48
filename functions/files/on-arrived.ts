import { FileArrived } from '@preau/shared/files/events.ts';
import { bucketOf } from '../runtime/bucket.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { optionalVariable, tableName } from '../runtime/environment.ts';
import { on, reactionHandler } from '../runtime/reaction.ts';
import { s3ObjectStore } from '../runtime/s3-object-store.ts';
import { judgeFile } from './judge-file.ts';
import { providerScanner } from './provider-scanner.ts';
import { filesStore } from './store.ts';
import { structuralScanner } from './structural-scanner.ts';

const client = openDatabase();
const objects = s3ObjectStore(bucketOf('BUCKET_FILES', client.config));

const judge = judgeFile({
  now: () => new Date().toISOString(),
  store: filesStore(tableName('files'), client),
  objects,
  scanners: [structuralScanner, ...(optionalVariable('FILE_SCANNING') === 'guardDuty' ? [providerScanner(objects)] : [])],
});

export const handler = reactionHandler([on(FileArrived, ({ fileId }) => judge(fileId))]);
