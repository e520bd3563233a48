import { randomUUID } from 'node:crypto';
import { apiHandler } from '../runtime/api.ts';
import { optionalVariable, variable } from '../runtime/environment.ts';
import { realDayServices } from './environment.ts';
import { operations } from './operations.ts';
import { s3FileStore } from './s3-file-store.ts';

const { client, ...services } = realDayServices();

const files = s3FileStore({
  name: variable('BUCKET_FILES'),
  region: () => client.config.region(),
  endpoint: optionalVariable('AWS_ENDPOINT_URL_S3') ?? optionalVariable('AWS_ENDPOINT_URL'),
  credentials: () => client.config.credentials(),
  now: () => new Date(),
  fetch,
});

const randomName = (): string => randomUUID().replaceAll('-', '');

export const handler = apiHandler(operations, { ...services, files, webOrigin: variable('WEB_ORIGIN'), randomName }, services.findActor);
