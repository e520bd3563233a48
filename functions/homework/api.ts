import { attendanceDoor } from '../attendance/reads.ts';
import { directoryDoor } from '../directory/reads.ts';
import { filesDoor } from '../files/reads.ts';
import { notebookDoor } from '../notebook/reads.ts';
import { apiHandler } from '../runtime/api.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { timetableDoor } from '../timetable/reads.ts';
import { handInStoreFrom, homeworkStoreFrom } from './environment.ts';
import { operations } from './operations.ts';

const client = openDatabase();
const directory = directoryDoor(client);
const { findActor } = directory;

export const handler = apiHandler(
  operations,
  {
    now: () => new Date().toISOString(),
    findActor,
    directory,
    timetable: timetableDoor(client),
    files: filesDoor(client),
    attendance: attendanceDoor(client),
    notebook: notebookDoor(client),
    store: homeworkStoreFrom(client),
    handIns: handInStoreFrom(client),
  },
  findActor,
);
