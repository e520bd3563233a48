import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { untilAnswers } from '../process/answers.ts';
import { startGuarded, type Guarded } from '../process/guarded.ts';
import { freePort } from '../process/ports.ts';
import { chooseEngine, thisMachine, type EngineChoice } from './binary.ts';

export interface Engine {
  readonly url: string;
  /** Resolves when the engine stops by itself: nothing works after that. */
  readonly ended: Promise<number>;
  readonly stop: () => Promise<void>;
}

const launch = (choice: Exclude<EngineChoice, { kind: 'none' }>, port: number, folder: string | undefined): Guarded => {
  if (choice.kind === 'dynoxide') {
    const disk = folder === undefined ? [] : ['--db-path', join(folder, 'dynamodb.sqlite')];
    return startGuarded(choice.command, ['serve', '--host', '127.0.0.1', '--port', String(port), ...disk]);
  }
  const disk = folder === undefined ? ['-inMemory'] : ['-dbPath', folder];
  return startGuarded('java', [
    `-Djava.library.path=${choice.libraries}`,
    '-jar',
    choice.jar,
    '-disableTelemetry',
    '-sharedDb',
    '-port',
    String(port),
    ...disk,
  ]);
};

const makeExecutable = (file: string): void => {
  try {
    chmodSync(file, 0o755);
  } catch {
    // A read-only installation already has the right mode, or the launch will say what is wrong.
  }
};

/** Starts the DynamoDB engine, in memory or on disk; what it acknowledged on disk survives a kill -9. */
export const startEngine = async (folder: string | undefined): Promise<Engine> => {
  const choice = chooseEngine(thisMachine());
  if (choice.kind === 'none') throw new Error(choice.message);
  if (choice.kind === 'dynoxide') makeExecutable(choice.command);
  if (folder !== undefined) mkdirSync(dirname(join(folder, 'x')), { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const guarded = launch(choice, port, folder);
  await untilAnswers(url, 'The DynamoDB engine', 20, guarded.ended);
  return { url, ended: guarded.ended, stop: guarded.stop };
};
