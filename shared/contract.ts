import type { AnyOperation } from './kernel/operation.ts';
import { attendanceOperations } from './attendance/api.ts';
import { directoryOperations } from './directory/api.ts';
import { identityOperations } from './identity/api.ts';
import { importsOperations } from './imports/api.ts';
import { operationsOperations } from './operations/api.ts';
import { timetableOperations } from './timetable/api.ts';

/** Every operation of every domain: routes, client, OpenAPI, fuzzing and the authorisation matrix are derived from this list. */
export const contract: readonly AnyOperation[] = [
  ...Object.values(attendanceOperations),
  ...Object.values(directoryOperations),
  ...Object.values(identityOperations),
  ...Object.values(importsOperations),
  ...Object.values(operationsOperations),
  ...Object.values(timetableOperations),
];
