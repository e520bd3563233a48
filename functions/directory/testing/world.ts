import { attendanceTable } from '@preau/shared/attendance/table.ts';
import type { PersonRecord } from '@preau/shared/directory/record.ts';
import { directoryTable } from '@preau/shared/directory/table.ts';
import { SlotId, type PersonId } from '@preau/shared/kernel/ids.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import { timetableTable } from '@preau/shared/timetable/table.ts';
import { attendanceReads } from '../../attendance/reads.ts';
import { attendanceStore } from '../../attendance/store.ts';
import { apiHandler } from '../../runtime/api.ts';
import { derivedId } from '../../runtime/derived-id.ts';
import { tableStore } from '../../runtime/entity.ts';
import type { HttpResponse } from '../../runtime/http.ts';
import { freshTable } from '../../testing/tables.ts';
import { timetableReads } from '../../timetable/reads.ts';
import { timetableStore } from '../../timetable/store.ts';
import { classIdOf, personIdOf, schoolIdOf } from '../ids.ts';
import { directoryImport } from '../import-people.ts';
import { operations } from '../operations.ts';
import { directoryReads } from '../reads.ts';
import { directoryStore } from '../store.ts';
import { aClass, aSchool } from './builders.ts';

/** A Monday, nine in the morning in Paris. */
export const NOW = '2026-11-23T08:00:00.000Z';

/** A school's directory, timetable and attendance on the real engine, behind the directory's API. */
export const directoryWorld = async (people: readonly PersonRecord[]) => {
  const [table, lessons, absences] = await Promise.all([
    freshTable(directoryTable),
    freshTable(timetableTable),
    freshTable(attendanceTable),
  ]);
  const store = directoryStore(table.name, table.client);
  const timetable = tableStore(timetableTable, lessons.name, lessons.client);
  const attendance = attendanceStore(tableStore(attendanceTable, absences.name, absences.client));
  const directory = directoryReads(store, () => NOW.slice(0, 10));
  await directoryImport(store).putAll([
    { type: 'school', record: aSchool() },
    { type: 'class', record: aClass() },
    ...people.map((record) => ({ type: 'person' as const, record, outbox: [] })),
  ]);
  const { findActor } = directory;
  const handler = apiHandler(
    operations,
    {
      now: () => NOW,
      findActor,
      directory,
      store,
      timetable: timetableReads(timetable),
      attendance: attendanceReads(attendance),
      homework: { listForPupil: async () => [], countDone: async () => 0 },
    },
    findActor,
  );
  const call = async (
    as: string,
    routeKey: string,
    over: { path?: Record<string, string>; query?: Record<string, string>; body?: unknown } = {},
  ) => {
    const response: HttpResponse = await handler(
      {
        routeKey,
        rawPath: '/',
        headers: { 'content-type': 'application/json' },
        pathParameters: over.path ?? {},
        queryStringParameters: over.query ?? {},
        ...(over.body === undefined ? {} : { body: JSON.stringify(over.body) }),
        requestContext: {
          requestId: 'r1',
          http: { method: 'GET', path: '/' },
          authorizer: { jwt: { claims: { username: personIdOf(`NANCY-METZ-${as}`), auth_time: '1790000000', token_use: 'access' } } },
        },
      },
      {} as never,
    );
    return { status: response.statusCode, body: JSON.parse(response.body) };
  };
  return {
    call,
    store,
    directory,
    attendance,
    timetable: timetableStore(timetable),
    meters: [table.meter, lessons.meter, absences.meter],
    table,
  };
};

export const id = (key: string): PersonId => personIdOf(`NANCY-METZ-${key}`);

export const aSlot = (className: string, start: string, over: Partial<Slot> = {}): Slot => ({
  slotId: SlotId.parse(derivedId('slo', `${className}${start}`)),
  schoolId: schoolIdOf('0540001A'),
  weekday: 1,
  start,
  end: `${start.slice(0, 3)}55`,
  from: '2026-09-01',
  until: '2027-07-02',
  except: [],
  subject: 'Mathématiques',
  room: 'B12',
  teachers: [{ personId: id('9'), name: 'Paul Lemoine' }],
  classes: [{ classId: classIdOf('0540001A', className), name: className }],
  groups: [],
  ...over,
});
