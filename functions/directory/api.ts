import { attendanceDoor } from '../attendance/reads.ts';
import { homeworkDoor } from '../homework/reads.ts';
import { apiHandler } from '../runtime/api.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { tableName } from '../runtime/environment.ts';
import { timetableDoor } from '../timetable/reads.ts';
import { operations } from './operations.ts';
import { directoryReads } from './reads.ts';
import { directoryStore } from './store.ts';

const client = openDatabase();
const store = directoryStore(tableName('directory'), client);
const directory = directoryReads(store);
const { findActor } = directory;

export const handler = apiHandler(
  operations,
  {
    now: () => new Date().toISOString(),
    findActor,
    directory,
    store,
    timetable: timetableDoor(client),
    attendance: attendanceDoor(client),
    homework: homeworkDoor(client),
  },
  findActor,
);
