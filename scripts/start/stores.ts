import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import { attendanceTable } from '@preau/shared/attendance/table.ts';
import { homeworkTable } from '@preau/shared/homework/table.ts';
import { notebookTable } from '@preau/shared/notebook/table.ts';
import { timetableTable } from '@preau/shared/timetable/table.ts';
import { assessmentStores } from '../../functions/assessment/stores.ts';
import { attendanceStore } from '../../functions/attendance/store.ts';
import { directoryReads } from '../../functions/directory/reads.ts';
import { directoryStore } from '../../functions/directory/store.ts';
import { handInStore } from '../../functions/homework/hand-in-store.ts';
import { homeworkStore } from '../../functions/homework/store.ts';
import { notebookStore } from '../../functions/notebook/store.ts';
import { tableStore } from '../../functions/runtime/entity.ts';
import { openDatabase } from '../../functions/runtime/database/database.ts';
import { timetableReads } from '../../functions/timetable/reads.ts';
import type { RunningAcademy } from '../../infra/local/academy.ts';

/** Stores over the running academy's tables, for what the demonstration writes that nobody would enter by hand; the engine is asked directly. */
export const storesOf = ({ engineUrl, region, tableName }: Pick<RunningAcademy, 'engineUrl' | 'region' | 'tableName'>) => {
  const client = openDatabase(
    new DynamoDBClient({ endpoint: engineUrl, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  );
  const directory = directoryStore(tableName('directory'), client);
  const homeworkItems = tableStore(homeworkTable, tableName('homework'), client);
  return {
    directory,
    people: directoryReads(directory),
    timetable: timetableReads(tableStore(timetableTable, tableName('timetable'), client)),
    attendance: attendanceStore(tableStore(attendanceTable, tableName('attendance'), client)),
    homework: homeworkStore(homeworkItems),
    handIns: handInStore(homeworkItems),
    notebook: notebookStore(tableStore(notebookTable, tableName('notebook'), client)),
    assessment: assessmentStores(tableStore(assessmentTable, tableName('assessment'), client)),
    close: () => client.destroy(),
  };
};
