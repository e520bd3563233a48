import { attendanceTable } from '@preau/shared/attendance/table.ts';
import { directoryDoor } from '../directory/reads.ts';
import { documentClient, tableStore } from '../runtime/entity.ts';
import { tableName } from '../runtime/environment.ts';
import { timetableDoor } from '../timetable/reads.ts';
import type { DayServices } from './services.ts';
import { attendanceStore } from './store.ts';

/** What operations and reactions share in a real function: one client, the clock, the doors. */
export const realDayServices = () => {
  const client = documentClient();
  const directory = directoryDoor(client);
  const services = {
    now: () => new Date().toISOString(),
    store: attendanceStore(tableStore(attendanceTable, tableName(attendanceTable.domain), client)),
    directory,
    timetable: timetableDoor(client),
  } satisfies DayServices;
  return { ...services, client, findActor: directory.findActor };
};
