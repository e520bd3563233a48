import { attendanceDoor } from '../attendance/reads.ts';
import { directoryDoor } from '../directory/reads.ts';
import { apiHandler } from '../runtime/api.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { timetableDoor } from '../timetable/reads.ts';
import { assessmentStoresFrom } from './environment.ts';
import { operations } from './operations.ts';
import { remembering } from './remembering.ts';

const client = openDatabase();
const directory = directoryDoor(client);
const { findActor } = directory;

export const handler = apiHandler(
  operations,
  {
    now: () => new Date().toISOString(),
    findActor,
    directory,
    timetable: remembering(timetableDoor(client), Date.now),
    attendance: attendanceDoor(client),
    ...assessmentStoresFrom(client),
  },
  findActor,
);
