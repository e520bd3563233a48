import { attendanceDoor } from '../attendance/reads.ts';
import { directoryDoor } from '../directory/reads.ts';
import { homeworkDoor, quizDoor } from '../homework/reads.ts';
import { apiHandler } from '../runtime/api.ts';
import { believing } from '../runtime/believing.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { timetableDoor } from '../timetable/reads.ts';
import { believed } from './believed.ts';
import { assessmentStoresFrom } from './environment.ts';
import { operations } from './operations.ts';

const client = openDatabase();
const directory = directoryDoor(client);
const timetable = timetableDoor(client);
const stores = assessmentStoresFrom(client);
const { findActor } = directory;

export const handler = apiHandler(
  operations,
  {
    now: () => new Date().toISOString(),
    findActor,
    directory,
    // A grid asks for it at each save, and it takes a query a weekday.
    timetable: { ...timetable, listServicesOfClass: believing(timetable.listServicesOfClass, Date.now) },
    attendance: attendanceDoor(client),
    homework: { ...homeworkDoor(client), ...quizDoor(client) },
    ...stores,
    believed: believed({ ...stores, directory }, Date.now),
  },
  findActor,
);
