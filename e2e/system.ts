import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '../infra/local/process/ports.ts';
import { startSystem } from '../scripts/start/system.ts';
import { WEB_LOG } from '../scripts/start/web.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly web: string;
    readonly api: string;
    /** Everything that the functions logged. */
    readonly functionLog: string;
    /** Everything that the web said. */
    readonly webLog: string;
    /** Every address that a browser of these journeys asked for. */
    readonly addressLog: string;
  }
}

const provideLogs = (project: TestProject, functionLog: string): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'preau-e2e-'));
  const addressLog = join(folder, 'addresses.log');
  writeFileSync(addressLog, '');
  project.provide('functionLog', functionLog);
  project.provide('webLog', WEB_LOG);
  project.provide('addressLog', addressLog);
  return () => rmSync(folder, { recursive: true, force: true });
};

/** Starts one whole demonstration academy for all the journeys; `PREAU_WEB`, `PREAU_API` and `PREAU_LOG` use one that runs already. */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { PREAU_WEB: web, PREAU_API: api, PREAU_LOG: log } = process.env;
  if (web !== undefined && api !== undefined && log !== undefined) {
    project.provide('web', web);
    project.provide('api', api);
    const removeLogs = provideLogs(project, log);
    return async () => removeLogs();
  }
  const system = await startSystem({ withWeb: true, withDemo: true, webPort: await freePort(), apiPort: await freePort(), fast: true });
  await system.past;
  project.provide('web', system.webOrigin);
  project.provide('api', system.apiOrigin);
  const removeLogs = provideLogs(project, system.logFile);
  return async () => {
    await system.close();
    removeLogs();
  };
};

export default setup;
