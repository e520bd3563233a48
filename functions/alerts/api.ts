import { apiHandler } from '../runtime/api.ts';
import { doorsFromEnvironment } from './doors.ts';
import { operations } from './operations.ts';

const { store, reminders, directory } = doorsFromEnvironment();
const now = () => new Date().toISOString();

export const handler = apiHandler(operations, { store, reminders, directory, now, findActor: directory.findActor }, directory.findActor);
