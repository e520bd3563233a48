import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from '../../infra/local/fingerprint.ts';
import { root } from '../../infra/local/local-assembly.ts';
import { untilAnswers } from '../../infra/local/process/answers.ts';
import { startGuarded, type Guarded } from '../../infra/local/process/guarded.ts';

const web = join(root, 'web');
const stamp = join(web, '.next', '.preau-build');
const logs = join(root, '.preau', 'local');

/** Everything that the web said since it started. */
export const WEB_LOG = join(logs, 'web.log');

const next = (): string => join(dirname(createRequire(join(web, 'package.json')).resolve('next/package.json')), 'dist', 'bin', 'next');

const environment = (extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  ...extra,
});

const sources = (): string => fingerprint(root, ['web', 'shared', 'package-lock.json']);

/** Says that the build which stands is that of the sources: OpenNext makes the same. */
export const keepBuild = (): void => writeFileSync(stamp, sources());

/** Builds the web when its sources changed since the last build. */
export const buildWeb = async (): Promise<'built' | 'ready'> => {
  const wanted = sources();
  if (existsSync(stamp) && existsSync(join(web, '.next', 'BUILD_ID')) && readFileSync(stamp, 'utf8') === wanted) return 'ready';
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, 'web-build.log');
  const code = await startGuarded(process.execPath, [next(), 'build'], { cwd: web, env: environment({}), logFile }).ended;
  if (code !== 0) throw new Error(`La construction du site a échoué : lisez ${logFile}`);
  writeFileSync(stamp, wanted);
  return 'built';
};

/** Starts the built web and waits until it answers. */
export const startWeb = async (port: number, variables: Readonly<Record<string, string>>): Promise<Guarded> => {
  mkdirSync(logs, { recursive: true });
  const server = startGuarded(process.execPath, [next(), 'start', '--port', String(port), '--hostname', '127.0.0.1'], {
    cwd: web,
    env: environment(variables),
    logFile: WEB_LOG,
  });
  try {
    await untilAnswers(`http://127.0.0.1:${port}/connexion`, 'Le site', 30, server.ended);
  } catch {
    await server.stop();
    throw new Error(`Le site ne répond pas : lisez ${WEB_LOG}`);
  }
  return server;
};
