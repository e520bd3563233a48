import { alertsOperations } from './alerts/api.ts';
import { assessmentOperations } from './assessment/api.ts';
import { attendanceOperations } from './attendance/api.ts';
import { directoryOperations } from './directory/api.ts';
import { filesOperations } from './files/api.ts';
import { homeworkOperations } from './homework/api.ts';
import { remindersOperations } from './alerts/reminders-api.ts';
import { catchUpOperations } from './homework/catch-up-api.ts';
import { handInOperations } from './homework/hand-in-api.ts';
import { identityOperations } from './identity/api.ts';
import { importsOperations } from './imports/api.ts';
import type { AnyOperation } from './kernel/operation.ts';
import { notebookOperations } from './notebook/api.ts';
import { operationsOperations } from './operations/api.ts';
import { reportsOperations } from './reports/api.ts';
import { timetableOperations } from './timetable/api.ts';

/** Every operation of every domain: routes, client, OpenAPI, fuzzing and the authorisation matrix are derived from this list. */
export const contract: readonly AnyOperation[] = [
  identityOperations,
  directoryOperations,
  timetableOperations,
  attendanceOperations,
  alertsOperations,
  filesOperations,
  homeworkOperations,
  notebookOperations,
  handInOperations,
  remindersOperations,
  catchUpOperations,
  assessmentOperations,
  reportsOperations,
  importsOperations,
  operationsOperations,
].flatMap((domain) => Object.values<AnyOperation>(domain));
