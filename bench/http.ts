import { setTimeout as pause } from 'node:timers/promises';
import type { LessonId } from '@preau/shared/kernel/ids.ts';
import { calibrate } from './calib.ts';
import { anOrdinaryWork, weekOf } from './homework.ts';
import { runLoad, type Journey, type Load, type Outcome, type Shot } from './load.ts';
import { marksJourneys } from './marks-journeys.ts';
import { anOrdinarySubmit, closeStreams, copyLesson, findRollCall, type RollCall } from './registers.ts';
import type { Line, Metric } from './report.ts';
import { startMeasured, type MeasuredSystem } from './running-system.ts';
import { signIn } from '../scripts/start/sign-in.ts';
import { PARENT, PUPIL, sessionCookies, TEACHER } from './sign-in.ts';

const CONNECTIONS = [1, 4];
/** Requests before the measure: a function that serves a term-time peak has long been compiled, on each of its environments. */
const WARM_UP = 1500;
const REQUESTS = 1000;

const percentile = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

const line = (journey: string, metric: Metric, value: number, unit: string, budget?: number): Line => ({
  journey,
  metric,
  value,
  unit,
  kind: 'measured',
  ...(budget === undefined ? {} : { budget }),
});

interface Measured {
  readonly outcome: Outcome;
  /** Milliseconds of processor a request, divided by k, by part of the system. */
  readonly cost: Readonly<Record<string, number>>;
}

/** The machine's speed changes under our feet: k is taken on both sides of the load. */
const measure = async (system: MeasuredSystem, load: Load): Promise<Measured> => {
  const before = calibrate();
  const start = system.processor();
  const outcome = await runLoad(load);
  const end = system.processor();
  const k = (before + calibrate()) / 2;
  const perRequest = (role: string): number => ((end[role] ?? 0) - (start[role] ?? 0)) / outcome.requests / k;
  return { outcome, cost: Object.fromEntries(Object.keys(end).map((role) => [role, perRequest(role)])) };
};

const total = (cost: Measured['cost']): number => Object.values(cost).reduce((sum, one) => sum + one, 0);

const runJourney = async (system: MeasuredSystem, journey: Journey): Promise<readonly Line[]> => {
  const lines: Line[] = [];
  for (const connections of CONNECTIONS) {
    const load = { origin: journey.origin, shoot: journey.shoot, connections };
    await runLoad({ ...load, requests: WARM_UP });
    const { outcome, cost } = await measure(system, { ...load, requests: REQUESTS });
    const at = (metric: Metric, value: number, unit: string, budget?: number): Line =>
      line(`${journey.name}`, metric, value, `${unit} c=${connections}`, budget);
    process.stderr.write(`${journey.name} c=${connections}: ${total(cost).toFixed(2)} ms/k\n`);
    lines.push(
      at('cpu_ms', total(cost), 'ms/k', journey.budget),
      ...Object.entries(cost)
        .filter(([, ms]) => ms >= 0.01)
        .map(([role, ms]) => line(`${journey.name}.${role}`, 'cpu_ms', ms, `ms/k c=${connections}`)),
      at('req_per_s', outcome.requests / outcome.seconds, '/s'),
      at('p50_ms', percentile(outcome.times, 0.5), 'ms'),
      at('p99_ms', percentile(outcome.times, 0.99), 'ms'),
    );
  }
  return lines;
};

const parentHome = async (system: MeasuredSystem): Promise<Journey> => {
  const cookie = (await sessionCookies(system, PARENT)).map(({ name, value }) => `${name}=${value}`).join('; ');
  const shot: Shot = { method: 'GET', path: '/accueil', headers: { cookie, accept: 'text/html' } };
  return { name: 'home.parent', origin: system.webOrigin, shoot: () => shot, budget: 8.6 };
};

/** One submit in so many corrects the one before: the others are the first of their lesson, as in a school. */
const CORRECTED = 10;

const rollCallShots = (lessons: readonly LessonId[], roll: RollCall, headers: Shot['headers']): Load['shoot'] => {
  const latest = new Map<number, LessonId>();
  let next = 0;
  let turn = 0;
  return (connection) => {
    turn += 1;
    const last = latest.get(connection);
    const corrects = turn % CORRECTED === 0 && last !== undefined;
    const lessonId = corrects ? last : lessons[next++];
    if (lessonId === undefined) throw new Error('No lesson is left to call');
    if (corrects) latest.delete(connection);
    else latest.set(connection, lessonId);
    const { body } = anOrdinarySubmit({ ...roll, lessonId }, turn, corrects ? 1 : 0);
    return { method: 'POST', path: `/lessons/${lessonId}/register`, headers, body: JSON.stringify(body) };
  };
};

const rollCall = async (system: MeasuredSystem): Promise<Readonly<Record<'floor' | 'page' | 'take', Journey>>> => {
  const { accessToken } = await signIn(system, TEACHER);
  const roll = await findRollCall(system.api.withToken(accessToken));
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  const lessons = await copyLesson(system, roll.lessonId, CONNECTIONS.length * (WARM_UP + REQUESTS));
  const read: Shot = { method: 'GET', path: `/lessons/${roll.lessonId}/register`, headers };
  const origin = system.apiOrigin;
  return {
    // What any operation costs: who asks is read, nothing else is.
    floor: { name: 'session.read', origin, shoot: () => ({ method: 'GET', path: '/me', headers }) },
    page: { name: 'register.page', origin, shoot: () => read },
    take: {
      name: 'register.take',
      origin,
      shoot: rollCallShots(lessons, roll, headers),
      budget: 2,
    },
  };
};

const homeworkJourneys = async (system: MeasuredSystem): Promise<readonly Journey[]> => {
  const headersOf = async (who: typeof TEACHER) => ({
    authorization: `Bearer ${(await signIn(system, who)).accessToken}`,
    'content-type': 'application/json',
  });
  const [teacher, pupil, parent] = [await headersOf(TEACHER), await headersOf(PUPIL), await headersOf(PARENT)];
  const work = await anOrdinaryWork(system.api.withToken(teacher.authorization.slice('Bearer '.length)));
  const week = new URLSearchParams(await weekOf(system.api.withToken(pupil.authorization.slice('Bearer '.length))));
  const read = (headers: Shot['headers']): Shot => ({ method: 'GET', path: `/homework?${week.toString()}`, headers });
  const [own, family] = [read(pupil), read(parent)];
  const give = (): Shot => ({ method: 'POST', path: '/homework', headers: teacher, body: JSON.stringify(work()) });
  const origin = system.apiOrigin;
  return [
    // Reading first: what is given afterwards would lengthen the week.
    { name: 'homework.week', origin, shoot: () => own },
    { name: 'homework.family', origin, shoot: () => family },
    { name: 'homework.give', origin, shoot: give, budget: 2 },
  ];
};

const LOOK_MS = 500;
const IDLE_SHARE = 0.15;
const IDLE_LOOKS = 4;
const LONGEST_LOOKS = 60;

/** What a start sets off goes on after it: it is over when the system has all but stopped working for two seconds. */
const untilIdle = async (system: MeasuredSystem): Promise<void> => {
  let idle = 0;
  for (let look = 0; look < LONGEST_LOOKS && idle < IDLE_LOOKS; look += 1) {
    const start = total(system.processor());
    await pause(LOOK_MS);
    idle = total(system.processor()) - start <= LOOK_MS * IDLE_SHARE ? idle + 1 : 0;
  }
};

const measureHttp = async (system: MeasuredSystem): Promise<readonly Line[]> => {
  const home = await parentHome(system);
  const { floor, page, take } = await rollCall(system);
  const homework = await homeworkJourneys(system);
  const marks = await marksJourneys(system, CONNECTIONS.length * (WARM_UP + REQUESTS));
  await untilIdle(system);
  await system.stopEvents();
  await closeStreams(system);
  const lines: Line[] = [];
  for (const journey of [floor, take, page, home, ...homework, ...marks]) lines.push(...(await runJourney(system, journey)));
  return lines;
};

/** What requests cost in processor, open sessions, on the whole local system: front door, functions, engine, web; the load generator apart. */
export const http = async (): Promise<readonly Line[]> => {
  const system = await startMeasured('web', 'direct');
  try {
    return await measureHttp(system);
  } finally {
    await system.stop();
  }
};
