import { randomUUID } from 'node:crypto';
import { directoryDoor } from '../directory/reads.ts';
import { apiHandler } from '../runtime/api.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { tableName, variable } from '../runtime/environment.ts';
import { bucketFileStore } from '../runtime/s3-file-store.ts';
import { bucketDeliveries } from './deliveries.ts';
import { operations } from './operations.ts';
import { importsStore } from './store.ts';

const client = openDatabase();
const { findActor } = directoryDoor(client);

export const handler = apiHandler(
  operations,
  {
    now: () => new Date().toISOString(),
    findActor,
    imports: importsStore(tableName('imports'), client),
    deliveries: bucketDeliveries(bucketFileStore('BUCKET_DELIVERIES', client.config), variable('WEB_ORIGIN')),
    newId: () => randomUUID().replaceAll('-', ''),
  },
  findActor,
);
