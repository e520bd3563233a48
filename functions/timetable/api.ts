import { directoryDoor } from '../directory/reads.ts';
import { apiHandler } from '../runtime/api.ts';
import { documentClient } from '../runtime/entity.ts';
import { operations } from './operations.ts';
import { timetableDoor } from './reads.ts';

const client = documentClient();
const directory = directoryDoor(client);

export const handler = apiHandler(
  operations,
  { now: () => new Date().toISOString(), findActor: directory.findActor, timetable: timetableDoor(client), directory },
  directory.findActor,
);
