import { filesDoor } from '../files/reads.ts';
import { apiHandler } from '../runtime/api.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { realFollowServices } from './environment.ts';
import { operations } from './operations.ts';

const client = openDatabase();
const services = realFollowServices(client);
const { findActor } = services.directory;

export const handler = apiHandler(operations, { ...services, findActor, files: filesDoor(client) }, findActor);
