import { randomUUID } from 'node:crypto';
import { directoryDoor } from '../directory/reads.ts';
import { apiHandler } from '../runtime/api.ts';
import { bucketOf } from '../runtime/bucket.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { tableName, variable } from '../runtime/environment.ts';
import { s3FileStore } from '../runtime/s3-file-store.ts';
import { s3ObjectStore } from '../runtime/s3-object-store.ts';
import { operations } from './operations.ts';
import { filesStore } from './store.ts';

const client = openDatabase();
const bucket = bucketOf('BUCKET_FILES', client.config);
const { findActor } = directoryDoor(client);

export const handler = apiHandler(
  operations,
  {
    now: () => new Date().toISOString(),
    findActor,
    store: filesStore(tableName('files'), client),
    files: s3FileStore(bucket),
    objects: s3ObjectStore(bucket),
    webOrigin: variable('WEB_ORIGIN'),
    randomName: () => randomUUID().replaceAll('-', ''),
  },
  findActor,
);
