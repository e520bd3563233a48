import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const binaries = join(root, 'node_modules', '.bin');
const run = promisify(execFile);

/** Without these switches the command downloads Pulumi's engine and tells its maker that it ran. */
const OFFLINE = { SST_SKIP_DEPENDENCY_CHECK: '1', SST_NO_BUN: '1', SST_TELEMETRY_DISABLED: '1', AWS_EC2_METADATA_DISABLED: 'true' };

const environment = { ...process.env, ...OFFLINE, PATH: `${dirname(process.execPath)}:${binaries}:${process.env['PATH'] ?? ''}` };

const Graph = z.object({
  url: z.string(),
  resources: z.array(z.object({ type: z.string(), name: z.string(), inputs: z.record(z.string(), z.unknown()) })),
});
export type Graph = z.infer<typeof Graph>;

/** SST's own components and the types of its configuration, from npm alone. */
export const installSst = async (): Promise<void> => {
  if (existsSync(join(root, '.sst', 'platform', 'node_modules', '@pulumi', 'aws'))) return;
  await run(join(binaries, 'sst'), ['install'], { cwd: root, env: { ...environment, SST_STAGE: 'nancy-metz-dev' }, timeout: 240_000 });
};

/** Type errors of `sst.config.ts` against SST's own declarations; empty when there are none. */
export const sstTypeErrors = async (): Promise<string> => {
  try {
    await run(process.execPath, [join(binaries, 'tsc'), '-p', 'tsconfig.sst.json'], { cwd: root, timeout: 120_000 });
    return '';
  } catch (error) {
    return z.object({ stdout: z.string() }).parse(error).stdout;
  }
};

/** What `sst deploy` would create for a stage: SST's components on Pulumi's mocks, without an account or a network; needs the built web. */
export const frontGraph = async (stage: string): Promise<Graph> => {
  const { stdout } = await run(process.execPath, ['infra/testing/evaluate-front.ts', stage], {
    cwd: root,
    env: environment,
    timeout: 180_000,
    maxBuffer: 50_000_000,
  });
  return Graph.parse(JSON.parse(stdout.split('\n').find((line) => line.startsWith('{"url"')) ?? '{}'));
};
