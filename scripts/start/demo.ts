import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOperations } from '@preau/shared/identity/api.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { localPersonId } from '../../functions/identity/local-account.ts';
import type { RunningAcademy } from '../../infra/local/academy.ts';
import { rebuildResults } from '../../functions/assessment/rebuild-results.ts';
import { believing } from '../../functions/runtime/believing.ts';
import { hashPassword, newUser } from '../../infra/local/cognito/users.ts';
import { DEMO_PUPILS } from '../demo/generate.ts';
import { writeLocalDecisions } from '../demo/local-decisions.ts';
import { enterLessonChanges } from '../demo/lesson-changes.ts';
import { writePastAttendance } from '../demo/past-attendance.ts';
import { writePastHandIns } from '../demo/past-hand-ins.ts';
import { writePastHomework } from '../demo/past-homework.ts';
import { writePastMarks } from '../demo/past-marks.ts';
import { writePastNotebook } from '../demo/past-notebook.ts';
import { localAccounts } from '../demo/personas.ts';
import { mainPopulation } from '../demo/population.ts';
import { writeVisitors } from '../demo/visitors.ts';
import { writeDemo } from '../demo/write.ts';
import { apiClient, type ApiClient } from './api-client.ts';
import { bringIn } from './bring-in.ts';
import { signIn } from './sign-in.ts';
import { storesOf } from './stores.ts';

const SEED = 1;
const PAST_SCHOOL_DAYS = 10;

export interface DemoFiles {
  readonly now: string;
  readonly pupils: number;
  readonly aaf: string;
  readonly lessons: readonly string[];
  readonly remove: () => void;
}

/** Writes the demonstration academy as the files that an operator would receive. */
export const demoFiles = async (now: string, pupils: number = DEMO_PUPILS): Promise<DemoFiles> => {
  const folder = mkdtempSync(join(tmpdir(), 'preau-demo-'));
  const files = await writeDemo(folder, { now, seed: SEED, pupils });
  return { ...files, now, pupils, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** Creates the local accounts, in the directory and in the pool: operators are in no feed. */
export const createLocalAccounts = async (academy: RunningAcademy): Promise<void> => {
  const stores = storesOf(academy);
  await writeLocalDecisions(stores.directory);
  stores.close();
  for (const { login, password } of localAccounts()) {
    const personId = localPersonId(login);
    if (academy.users.find(personId) !== undefined) continue;
    academy.users.save({ ...newUser(personId, {}), passwordHash: hashPassword(password), status: 'CONFIRMED' });
  }
};

const asOperator = async (academy: RunningAcademy): Promise<ApiClient> => {
  const [account] = localAccounts();
  if (account === undefined) throw new Error('The demonstration has no operator');
  const api = apiClient(academy.apiOrigin);
  const { accessToken } = await api.call(identityOperations.signInLocally, { body: { login: account.login, password: account.password } });
  return api.withToken(accessToken);
};

/** Some weeks of lessons' contents, homework, marks, roll calls and absences, written as the school would have left them; nobody is alerted about the past. */
export const writePast = async (academy: RunningAcademy, { now, pupils }: DemoFiles): Promise<void> => {
  const { assessment, attendance, close, handIns, homework, notebook, people, timetable } = storesOf(academy);
  const today = localDateOf(now);
  const main = mainPopulation({ seed: SEED, today, pupils });
  await writePastHomework({ main, seed: SEED, now, today, store: homework, people, timetable });
  await writePastHandIns({ main, seed: SEED, today, store: homework, handIns, people, timetable });
  await writePastNotebook({ main, seed: SEED, today, store: notebook, timetable });
  const remembered = { ...timetable, listServicesOfClass: believing(timetable.listServicesOfClass, Date.now) };
  const doors = { now: () => now, ...assessment, directory: people, timetable: remembered };
  const rebuild = rebuildResults(doors);
  const rebuildClass = rebuildResults({ ...doors, results: { ...assessment.results, putResult: async () => false } });
  await writePastMarks({ main, seed: SEED, now, today, store: assessment.store, people, timetable, rebuild, rebuildClass });
  await writePastAttendance({
    main,
    seed: SEED,
    today,
    days: PAST_SCHOOL_DAYS,
    services: { now: () => now, store: attendance, directory: people, timetable },
    speakers: people,
  });
  close();
};

/** What the office of the college changed of lessons today and this week, as its CPE enters it; what was changed at an earlier start stays. */
export const changeLessons = async ({ apiOrigin }: RunningAcademy, { now }: DemoFiles): Promise<void> => {
  const api = apiClient(apiOrigin);
  const { accessToken } = await signIn({ api, apiOrigin }, { guichet: 'agents', persona: 'cpe' });
  await enterLessonChanges(api.withToken(accessToken), localDateOf(now));
};

const markerOf = (dataDir: string | undefined): string | undefined =>
  dataDir === undefined ? undefined : join(dataDir, 'demonstration.json');

/** True when the folder of data already holds the demonstration, its past included. */
export const isKept = (dataDir: string | undefined): boolean => {
  const marker = markerOf(dataDir);
  return marker !== undefined && existsSync(marker);
};

/** Says that the demonstration is whole: written last, so that a start that was interrupted begins again, and nothing is doubled. */
export const markKept = (dataDir: string | undefined, now: string): void => {
  const marker = markerOf(dataDir);
  if (marker !== undefined) writeFileSync(marker, JSON.stringify({ importedAt: now }));
};

/** Imports the demonstration by the real import: the directory once, the lessons at each start, for they are around the present hour. */
export const importDemo = async (academy: RunningAcademy, files: DemoFiles, isNew: boolean): Promise<void> => {
  const api = await asOperator(academy);
  if (isNew) await bringIn(api, 'aaf', files.aaf);
  for (const lessons of files.lessons) await bringIn(api, 'lessons', lessons);
  const { directory, close } = storesOf(academy);
  await writeVisitors(directory, localDateOf(files.now));
  close();
  files.remove();
};
