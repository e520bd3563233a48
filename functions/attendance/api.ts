import { randomUUID } from 'node:crypto';
import { apiHandler } from '../runtime/api.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { variable } from '../runtime/environment.ts';
import { bucketFileStore } from '../runtime/s3-file-store.ts';
import { realDayServices } from './environment.ts';
import { operations } from './operations.ts';

const client = openDatabase();
const services = realDayServices(client);
const { findActor } = services.directory;

const files = bucketFileStore('BUCKET_FILES', client.config);

const randomName = (): string => randomUUID().replaceAll('-', '');

export const handler = apiHandler(operations, { ...services, findActor, files, webOrigin: variable('WEB_ORIGIN'), randomName }, findActor);
