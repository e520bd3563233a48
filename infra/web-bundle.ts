import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const web = join(root, 'web');
const built = join(web, '.open-next');

export interface WebBundle {
  /** What Lambda runs. */
  readonly serverFile: string;
  readonly output: string;
}

/** Nothing is installed for the image function, by choice: OpenNext says so as an error, and goes on. */
const EXPECTED = [/open-next-install-image-optimization/, /npm install --os=linux/, /Could not install dependencies/, /^npm (error|warn)/];

const RequiredFiles = z.looseObject({ config: z.looseObject({ images: z.looseObject({ unoptimized: z.boolean() }) }) });

const LONGEST_BUILD_MS = 480_000;

const run = (environment: Readonly<Record<string, string>>): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((resolve) => {
    const binaries = join(root, 'node_modules', '.bin');
    const child = spawn(process.execPath, [join(binaries, 'open-next'), 'build'], {
      cwd: web,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LONGEST_BUILD_MS,
      killSignal: 'SIGKILL',
      env: {
        ...process.env,
        // A test's own NODE_ENV must not reach Next: its two React builds would meet.
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        npm_config_fetch_retries: '0',
        PATH: `${dirname(process.execPath)}:${binaries}:${process.env['PATH'] ?? ''}`,
        ...environment,
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** OpenNext logs some failures and ends with 0: what it should have written is looked at, not its exit code alone. */
const faultsOf = (code: number, output: string, serverFile: string): readonly string[] => {
  const errors = output.split('\n').filter((line) => line.startsWith('ERROR') && !EXPECTED.some((known) => known.test(line)));
  if (code !== 0) return [`open-next build ended with ${code}`, ...errors];
  const required = join(built, 'image-optimization-function', '.next', 'required-server-files.json');
  const images = existsSync(required) && RequiredFiles.parse(JSON.parse(readFileSync(required, 'utf8'))).config.images.unoptimized;
  return [
    ...errors,
    ...(existsSync(serverFile) ? [] : [`${serverFile} was not written`]),
    ...(images ? [] : ['The web asks for optimised images, and nothing is installed to optimise them']),
  ];
};

/** Builds what Lambda and CloudFront serve of the web; one build serves every academy but for the host of its forms. */
export const buildWeb = async (webOrigin?: string): Promise<WebBundle> => {
  // OpenNext leaves behind what it compiles there.
  const scratch = mkdtempSync(join(tmpdir(), 'preau-web-'));
  const { code, output } = await run({ TMPDIR: scratch, ...(webOrigin === undefined ? {} : { WEB_ORIGIN: webOrigin }) });
  rmSync(scratch, { recursive: true, force: true });
  const serverFile = join(built, 'server-functions', 'default', 'index.mjs');
  const faults = faultsOf(code, output, serverFile);
  if (faults.length > 0) throw new Error(`${output}\n\nThe web was not built:\n${faults.join('\n')}`);
  return { serverFile, output };
};
