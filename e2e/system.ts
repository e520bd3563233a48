import type { TestProject } from 'vitest/node';
import { freePort } from '../infra/local/process/ports.ts';
import { startSystem } from '../scripts/start/system.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly web: string;
    readonly api: string;
    /** Everything that the functions logged. */
    readonly functionLog: string;
  }
}

/** Starts one whole demonstration academy for all the journeys; `PREAU_WEB`, `PREAU_API` and `PREAU_LOG` use one that runs already. */
const setup = async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  const { PREAU_WEB: web, PREAU_API: api, PREAU_LOG: log } = process.env;
  if (web !== undefined && api !== undefined && log !== undefined) {
    project.provide('web', web);
    project.provide('api', api);
    project.provide('functionLog', log);
    return undefined;
  }
  const system = await startSystem({ withWeb: true, withDemo: true, webPort: await freePort(), apiPort: await freePort(), fast: true });
  await system.past;
  project.provide('web', system.webOrigin);
  project.provide('api', system.apiOrigin);
  project.provide('functionLog', system.logFile);
  return () => system.close();
};

export default setup;
