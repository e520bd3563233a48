import { mkdirSync } from 'node:fs';
import { samlKeyParameterName } from '../parameters.ts';
import { startCloud, type RunningCloud } from './cloud.ts';
import type { Persona } from './guichets/persona.ts';
import { providerKeyParameter } from './guichets/provider-key.ts';
import { startGuichets, type RunningGuichets } from './guichets/start.ts';
import { localAssembly } from './local-assembly.ts';
import { WEB_PLACE } from './places.ts';
import { freePort, isFree } from './process/ports.ts';

export interface AcademyRequest {
  /** A code of `infra/academies.ts`. */
  readonly academy: string;
  /** Kept between runs; fresh at each start without it. */
  readonly dataDir?: string;
  /** 0 takes any free port. */
  readonly apiPort: number;
  /** Where the web will answer; the web itself is started by `scripts/start.ts`. */
  readonly webPort: number;
  /** Whom the fake guichets sign in. */
  readonly people?: () => readonly Persona[];
  /** Templates already synthesised; synthesised when sources changed, otherwise. */
  readonly assembly?: string;
  /** Schedules by rate run every two seconds, and mail events are published at once. */
  readonly fast?: boolean;
  /** Functions ask the engine itself: units are not counted and no fault strikes. */
  readonly direct?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface RunningAcademy extends RunningCloud {
  readonly webOrigin: string;
  readonly guichets: RunningGuichets;
  /** What the web's process needs in its environment. */
  readonly webEnvironment: Readonly<Record<string, string>>;
}

/** Beside the API's port when it is free: bookmarks of a guichet then survive a restart. */
const guichetsPort = async (apiPort: number): Promise<number> => ((await isFree(apiPort + 80)) ? apiPort + 80 : 0);

/** Starts an academy of `infra/academies.ts` on this laptop: its templates, the local cloud that plays them, and fake guichets. */
export const startAcademy = async (request: AcademyRequest): Promise<RunningAcademy> => {
  const { academy, dataDir, direct, fast } = request;
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
  const apiPort = request.apiPort === 0 ? await freePort() : request.apiPort;
  const apiOrigin = `http://localhost:${apiPort}`;
  const webOrigin = `http://localhost:${request.webPort}`;
  const assembly = request.assembly ?? (await localAssembly(academy));
  const guichets = await startGuichets({
    port: await guichetsPort(apiPort),
    apiOrigin,
    webOrigin,
    people: request.people ?? (() => []),
    ...(dataDir === undefined ? {} : { dataDir }),
  });
  const cloud = await startCloud({
    assembly,
    apiPort,
    replacements: { [WEB_PLACE]: webOrigin },
    environment: { GUICHETS: JSON.stringify(guichets.guichets), ...request.environment },
    parameters: { [samlKeyParameterName(academy, 'local')]: providerKeyParameter(dataDir) },
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(fast === undefined ? {} : { fast }),
    ...(direct === undefined ? {} : { direct }),
  }).catch(async (error: unknown) => {
    await guichets.close();
    throw error;
  });
  return {
    ...cloud,
    webOrigin,
    guichets,
    webEnvironment: { API_ORIGIN: cloud.endpoint, API_PUBLIC_ORIGIN: apiOrigin, WEB_ORIGIN: webOrigin, UPLOAD_ORIGINS: cloud.endpoint },
    close: async () => {
      await guichets.close();
      await cloud.close();
    },
  };
};
