import { apiHandler } from '../runtime/api.ts';
import { doorsFromEnvironment } from './environment.ts';
import { operations } from './operations.ts';

const { store, directory } = doorsFromEnvironment();
const now = () => new Date().toISOString();

export const handler = apiHandler(operations, { store, directory, now, findActor: directory.findActor }, directory.findActor);
