import { randomUUID } from 'node:crypto';
import { apiHandler } from '../runtime/api.ts';
import { documentClient } from '../runtime/entity.ts';
import { optionalVariable, variable } from '../runtime/environment.ts';
import { realDayServices } from './environment.ts';
import { operations } from './operations.ts';
import { s3FileStore } from './s3-file-store.ts';

const client = documentClient();
const services = realDayServices(client);
const { findActor } = services.directory;

const files = s3FileStore({
  name: variable('BUCKET_FILES'),
  region: () => client.config.region(),
  endpoint: optionalVariable('AWS_ENDPOINT_URL_S3') ?? optionalVariable('AWS_ENDPOINT_URL'),
  credentials: () => client.config.credentials(),
  now: () => new Date(),
  fetch,
});

const randomName = (): string => randomUUID().replaceAll('-', '');

export const handler = apiHandler(operations, { ...services, findActor, files, webOrigin: variable('WEB_ORIGIN'), randomName }, findActor);
