import { startAcademy, type AcademyRequest, type RunningAcademy } from '../../infra/local/academy.ts';
import { localAssembly } from '../../infra/local/local-assembly.ts';
import { personas } from '../demo/personas.ts';
import { changeLessons, createLocalAccounts, demoFiles, importDemo, isKept, markKept, writePast, type DemoFiles } from './demo.ts';
import { buildWeb, startWeb } from './web.ts';

export interface SystemRequest extends Omit<AcademyRequest, 'academy' | 'people'> {
  readonly withWeb: boolean;
  readonly withDemo: boolean;
  /** Pupils of the demonstration; a thousand unless said. */
  readonly pupils?: number;
  /** Told what has just been done. */
  readonly say?: (step: string) => void;
}

export interface RunningSystem extends RunningAcademy {
  /** Resolves with what stopped by itself: the system is of no use after that. */
  readonly failed: Promise<string>;
  /** Resolves once the past weeks and the changed lessons of the demonstration are written, which goes on after the start. */
  readonly past: Promise<void>;
}

/** Starts the demonstration academy whole: templates, local cloud, guichets, real import, web; everything that can goes side by side. */
export const startSystem = async (request: SystemRequest): Promise<RunningSystem> => {
  const say = request.say ?? (() => undefined);
  const building = request.withWeb ? buildWeb() : Promise.resolve('ready' as const);
  const writing = request.withDemo ? demoFiles(new Date().toISOString(), request.pupils) : Promise.resolve(undefined);
  // Awaited below, after what does not need them; a failure before that must not go unheard.
  for (const work of [building, writing]) work.catch(() => undefined);

  const assembly = request.assembly ?? (await localAssembly('demo'));
  say('Modèles CloudFormation prêts');
  const academy = await startAcademy({ ...request, academy: 'demo', assembly, people: personas });
  try {
    say('Nuage local démarré');
    await createLocalAccounts(academy);
    const files = await writing;
    const isNew = !isKept(request.dataDir);
    if (files !== undefined) {
      await importDemo(academy, files, isNew);
      say('Académie de démonstration importée');
    }
    const built = await building;
    if (built === 'built') say('Site construit');
    const web = request.withWeb ? await startWeb(request.webPort, academy.webEnvironment) : undefined;
    const writeAround = async (files: DemoFiles): Promise<void> => {
      await changeLessons(academy, files);
      if (!isNew) return;
      await writePast(academy, files);
      markKept(request.dataDir, files.now);
    };
    const past = files === undefined ? Promise.resolve() : writeAround(files);
    past.catch(() => undefined);
    const never = new Promise<string>(() => undefined);
    return {
      ...academy,
      past,
      failed: Promise.race([academy.broken.then(() => 'le moteur DynamoDB'), web === undefined ? never : web.ended.then(() => 'le site')]),
      close: async () => {
        await web?.stop();
        await academy.close();
      },
    };
  } catch (error) {
    await academy.close();
    throw error;
  }
};
