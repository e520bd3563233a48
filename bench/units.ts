import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { identityOperations } from '@preau/shared/identity/api.ts';
import { DEMO_PUPILS } from '../scripts/demo/generate.ts';
import { costOf, spent } from './cost-page.ts';
import { anOrdinaryHandIn, anOrdinaryWork, copyHandIn, giveWorkToHandIn, weekOf } from './homework.ts';
import { marksLines } from './marks-units.ts';
import { anOrdinarySubmit, findRollCall } from './registers.ts';
import type { Line } from './report.ts';
import { startMeasured, type MeasuredSystem } from './running-system.ts';
import { signIn } from '../scripts/start/sign-in.ts';
import { HEAD, PARENT, PUPIL, TEACHER } from './sign-in.ts';
import { as, leastReads, line, sum, writesOf } from './unit-lines.ts';

/** What the start's own import of the demonstration wrote, a pupil and whoever belongs to him. */
const importLines = async (system: MeasuredSystem): Promise<readonly Line[]> => {
  const start = spent(await costOf(system));
  return [line('import.aaf', 'wru', (writesOf(start, 'directory') + writesOf(start, 'imports')) / DEMO_PUPILS, 6)];
};

/** Handing in, and a teacher's list once his whole class has handed in. */
const handInLines = async (system: MeasuredSystem): Promise<readonly Line[]> => {
  const [teacher, pupil] = [await as(system, TEACHER), await as(system, PUPIL)];
  const path = { homeworkId: await giveWorkToHandIn(await as(system, HEAD), teacher, pupil) };
  await pupil.call(handInOperations.handInWork, { path, body: anOrdinaryHandIn() });
  const again = spent(await costOf(system, () => pupil.call(handInOperations.handInWork, { path, body: anOrdinaryHandIn() })));
  const { rows } = await teacher.call(handInOperations.listHandIns, { path });
  await copyHandIn(system, path.homeworkId, rows);
  const read = () => teacher.call(handInOperations.listHandIns, { path });
  const list = await leastReads(system, read, 'homework');
  const classList = await leastReads(system, read, 'directory');
  const actor = await leastReads(system, () => teacher.call(identityOperations.readSession, {}));
  return [
    line('homework.handin', 'wru', writesOf(again, 'homework'), 4),
    line('homework.handin', 'rru', sum(again.rru)),
    line('homework.list', 'rru', list, 2),
    line('homework.list.class', 'rru', classList - actor),
  ];
};

/** Giving, a pupil's week and a family's, each less what reading the actor costs. */
const homeworkLines = async (system: MeasuredSystem): Promise<readonly Line[]> => {
  const [teacher, pupil, parent] = [await as(system, TEACHER), await as(system, PUPIL), await as(system, PARENT)];
  const work = await anOrdinaryWork(teacher);
  await teacher.call(homeworkOperations.giveWork, { body: work() });
  const week = { query: await weekOf(pupil) };
  const give = spent(await costOf(system, () => teacher.call(homeworkOperations.giveWork, { body: work() })));
  const least = (read: () => Promise<unknown>): Promise<number> => leastReads(system, read);
  const actorOf = (client: MeasuredSystem['api']) => least(() => client.call(identityOperations.readSession, {}));
  const own = await least(() => pupil.call(homeworkOperations.listDue, week));
  const family = await least(() => parent.call(homeworkOperations.listDue, week));
  return [
    line('homework.give', 'wru', writesOf(give, 'homework'), 3),
    line('homework.give', 'rru', sum(give.rru)),
    line('homework.week', 'rru', own - (await actorOf(pupil)), 2),
    line('homework.family', 'rru', family - (await actorOf(parent)), 4),
  ];
};

const measureUnits = async (system: MeasuredSystem): Promise<readonly Line[]> => {
  const imported = await importLines(system);
  // A first turn of each: what an environment reads once in its life is no part of a journey.
  await signIn(system, PARENT);
  const teacher = system.api.withToken((await signIn(system, TEACHER)).accessToken);
  const roll = await findRollCall(teacher);

  const signedIn = await costOf(system, () => signIn(system, PARENT));
  const parent = system.api.withToken((await signIn(system, PARENT)).accessToken);
  const me = spent(await costOf(system, () => parent.call(identityOperations.readSession, {})));
  const home = spent(await costOf(system, () => parent.call(directoryOperations.readHome, {})));
  const page = spent(await costOf(system, () => teacher.call(attendanceOperations.readRegister, { path: { lessonId: roll.lessonId } })));
  const take = spent(await costOf(system, () => teacher.call(attendanceOperations.takeRegister, anOrdinarySubmit(roll, 0, 0))));
  return [
    line('signin', 'rru', sum(spent(signedIn).rru), 3),
    line('signin', 'wru', sum(spent(signedIn).wru)),
    line('home.parent', 'rru', sum(home.rru) - sum(me.rru), 1.5),
    line('home.parent.actor', 'rru', sum(me.rru)),
    line('register.page', 'rru', sum(page.rru)),
    line('register.take', 'wru', writesOf(take, 'attendance'), 13),
    line('register.take', 'rru', sum(take.rru)),
    line('register.alert', 'wru', writesOf(take, 'alerts')),
    ...(await homeworkLines(system)),
    ...(await handInLines(system)),
    ...(await marksLines(system)),
    ...imported,
  ];
};

/** Request units of each journey by DynamoDB's rules, as the local cloud's meter counts them, indexes and reactions included. */
export const units = async (): Promise<readonly Line[]> => {
  const system = await startMeasured();
  try {
    return await measureUnits(system);
  } finally {
    await system.stop();
  }
};
