import { randomUUID } from 'node:crypto';
import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import type { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import type { HandInRow } from '@preau/shared/homework/hand-in-views.ts';
import { paragraphOf } from '@preau/shared/homework/content.ts';
import type { HomeworkId, PersonId } from '@preau/shared/kernel/ids.ts';
import type { RequestOf } from '@preau/shared/kernel/operation.ts';
import { isSchoolDay } from '@preau/shared/kernel/school-calendar.ts';
import { addDays, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { openDatabase } from '../functions/runtime/database/database.ts';
import type { ApiClient } from '../scripts/start/api-client.ts';
import { engineOf } from './registers.ts';
import type { MeasuredSystem } from './running-system.ts';

type Giving = RequestOf<typeof homeworkOperations.giveWork>['body'];

/** A school of the demonstration's zone and of Moselle, which keeps every public holiday. */
const UAI = '0570001A';
const DAYS = 100;
/** By then whatever is published has been seen for an evening. */
const FIRST_DAY = 4;

const schoolDaysAfter = (today: LocalDate): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = addDays(today, FIRST_DAY); days.length < DAYS; day = addDays(day, 1)) if (isSchoolDay(day, UAI)) days.push(day);
  return days;
};

/** What an ordinary teacher gives his classes: a sentence, for each of the school days to come in turn, so that no day is fuller than in a school. */
export const anOrdinaryWork = async (teacher: ApiClient): Promise<() => Giving> => {
  const { audiences, today } = await teacher.call(homeworkOperations.readComposer, { query: {} });
  const places = audiences.flatMap(({ classId }) =>
    classId === undefined ? [] : schoolDaysAfter(today).map((date) => ({ audience: { kind: 'class' as const, classId }, date })),
  );
  let turn = 0;
  return () => {
    const place = places[turn++ % places.length];
    if (place === undefined) throw new Error('The teacher has no class');
    return {
      audience: place.audience,
      due: { kind: 'date', date: place.date },
      subject: 'Mathématiques',
      kind: 'do',
      minutes: 20,
      body: paragraphOf('Exercices 12, 14 et 17 page 87. Revoir la leçon avant.'),
      links: [],
      files: [],
      as: 'publish',
      requestId: randomUUID(),
    };
  };
};

/** The last seven days, all of whose work is known. */
export const weekOf = async (reader: ApiClient): Promise<{ readonly from: string; readonly until: string }> => {
  const { date } = await reader.call(directoryOperations.readHome, {});
  return { from: addDays(date, -6), until: date };
};

type Submitted = RequestOf<typeof handInOperations.handInWork>['body'];

/** What a pupil writes in place of a file: files are uploads of their own. */
export const anOrdinaryHandIn = (): Submitted => ({
  text: 'Je rends mon devoir : les exercices 41 et 52 sont faits, je n’ai pas réussi la dernière question.',
  files: [],
  with: [],
  requestId: randomUUID(),
});

/** Work that a pupil may hand in at once, whatever the hour: the head opens the school's window first. */
export const giveWorkToHandIn = async (head: ApiClient, teacher: ApiClient, pupil: ApiClient): Promise<HomeworkId> => {
  const home = await head.call(directoryOperations.readHome, {});
  const his = await pupil.call(directoryOperations.readHome, {});
  if (home.role !== 'head' || home.schools[0] === undefined || his.role !== 'pupil') throw new Error('Not the people of the demonstration');
  const path = { schoolId: home.schools[0].schoolId };
  const { decided, version } = await head.call(directoryOperations.readSchoolSettings, { path });
  const always = { ...decided, opens: '00:00', closes: '23:59', weekdays: [1, 2, 3, 4, 5, 6, 7], closures: [] };
  await head.call(directoryOperations.changeSchoolSettings, { path, body: { decided: always, version } });
  const { classId } = his.self;
  if (classId === undefined) throw new Error('The pupil has no class');
  const work = (await anOrdinaryWork(teacher))();
  const given = await teacher.call(homeworkOperations.giveWork, {
    body: { ...work, audience: { kind: 'class', classId }, kind: 'handIn' },
  });
  return given.row.homeworkId;
};

/** Every pupil of the list has handed in what one of them did, written in the engine. */
export const copyHandIn = async (system: MeasuredSystem, homeworkId: HomeworkId, rows: readonly HandInRow[]): Promise<void> => {
  const client = openDatabase(engineOf(system));
  const done = rows.find(({ handedInAt }) => handedInAt !== undefined);
  const key = (pupilId: PersonId) => ({ pk: `HOMEWORK#${homeworkId}`, sk: `HANDIN#${pupilId}` });
  if (done === undefined) throw new Error('Nobody has handed in');
  const { Item } = await client.get({ TableName: system.homework, Key: key(done.pupilId) });
  for (const { pupilId } of rows) await client.put({ TableName: system.homework, Item: { ...Item, ...key(pupilId) } });
  client.destroy();
};
