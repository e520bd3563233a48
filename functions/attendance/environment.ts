import { attendanceTable } from '@preau/shared/attendance/table.ts';
import { directoryDoor } from '../directory/reads.ts';
import { tableStore } from '../runtime/entity.ts';
import { openDatabase, type Database } from '../runtime/database/database.ts';
import { tableName } from '../runtime/environment.ts';
import { timetableDoor } from '../timetable/reads.ts';
import type { DayServices } from './services.ts';
import { attendanceStore } from './store.ts';

/** What every function of attendance has: the clock, its own table and the directory's door. */
export const realRowServices = (client: Database = openDatabase()) => ({
  now: () => new Date().toISOString(),
  store: attendanceStore(tableStore(attendanceTable, tableName(attendanceTable.domain), client)),
  directory: directoryDoor(client),
});

/** What operations and the fold also need: the timetable's door, over the same client. */
export const realDayServices = (client: Database = openDatabase()) =>
  ({ ...realRowServices(client), timetable: timetableDoor(client) }) satisfies DayServices;
