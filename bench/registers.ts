import { randomUUID } from 'node:crypto';
import { DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import { LessonId } from '@preau/shared/kernel/ids.ts';
import type { RequestOf } from '@preau/shared/kernel/operation.ts';
import { openDatabase } from '../functions/runtime/database/database.ts';
import type { ApiClient } from '../scripts/start/api-client.ts';
import type { MeasuredSystem } from './running-system.ts';

export type Submit = RequestOf<typeof attendanceOperations.takeRegister>;
type Called = Submit['body']['called'];

export interface RollCall {
  readonly lessonId: LessonId;
  readonly called: Called;
}

/** The lesson that a teacher has now, and whom its roll calls. */
export const findRollCall = async (teacher: ApiClient): Promise<RollCall> => {
  const home = await teacher.call(directoryOperations.readHome, {});
  const open = home.role === 'teacher' ? home.lessons.findLast((lesson) => lesson.phase === 'open') : undefined;
  if (open === undefined) throw new Error('The teacher has no lesson now');
  const { pupils } = await teacher.call(attendanceOperations.readRegister, { path: { lessonId: open.lessonId } });
  return { lessonId: open.lessonId, called: pupils.map((pupil) => pupil.pupilId) };
};

/** An ordinary roll: two absent, one late; `turn` says who. */
export const anOrdinarySubmit = ({ lessonId, called }: RollCall, turn: number, baseVersion: number): Submit => {
  const pupil = (offset: number) => called[(turn * 3 + offset) % called.length] ?? called[0];
  const [first, second, third] = [pupil(0), pupil(1), pupil(2)];
  if (first === undefined || second === undefined || third === undefined) throw new Error('The roll calls nobody');
  return {
    path: { lessonId },
    body: {
      baseVersion,
      called: [...called],
      marks: [
        { pupilId: first, kind: 'absent' },
        { pupilId: second, kind: 'absent' },
        { pupilId: third, kind: 'late', minutesLate: 5 },
      ],
      requestId: randomUUID(),
    },
  };
};

/** The engine itself, for what the bench writes that nobody would enter by hand. */
export const engineOf = ({ engineUrl, region }: MeasuredSystem) =>
  new DynamoDBClient({ endpoint: engineUrl, region, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });

/**
 * The local engine's write of a table with a stream costs 0.3 ms more for each thousand of records that the stream keeps, which DynamoDB's
 * does not: once nobody reads them, the streams are closed.
 */
export const closeStreams = async (system: MeasuredSystem): Promise<void> => {
  const client = engineOf(system);
  for (const TableName of [system.attendance, system.homework, system.assessment])
    await client.send(new UpdateTableCommand({ TableName, StreamSpecification: { StreamEnabled: false } }));
  client.destroy();
};

const BATCH = 25;

/** The same lesson under many names, written in the engine: each can be called for the first time. Its places in the week are left alone. */
export const copyLesson = async (system: MeasuredSystem, lessonId: LessonId, count: number): Promise<readonly LessonId[]> => {
  const client = openDatabase(engineOf(system));
  const [slot = '', date = ''] = lessonId.replace('les_', '').split(/-(?=\d{8}$)/);
  const { Item } = await client.get({ TableName: system.timetable, Key: { pk: `SLOT#slo_${slot}`, sk: 'SLOT' } });
  const { gsi1pk: _pk, gsi1sk: _sk, ...kept } = Item ?? {};
  const names = Array.from({ length: count }, (_, index) => `${slot}bench${String(index).padStart(5, '0')}`);
  for (let start = 0; start < count; start += BATCH) {
    const puts = names
      .slice(start, start + BATCH)
      .map((name) => ({ PutRequest: { Item: { ...kept, pk: `SLOT#slo_${name}`, slotId: `slo_${name}` } } }));
    await client.batchWrite({ RequestItems: { [system.timetable]: puts } });
  }
  client.destroy();
  return names.map((name) => LessonId.parse(`les_${name}-${date}`));
};
