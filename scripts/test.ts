import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const REPORTS = join('.preau', 'reports');

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

const run = (file: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve) => {
    spawn(file, args, { stdio: 'inherit' }).on('close', (code) => resolve(code ?? 1));
  });

/** What a step prints while another one runs is shown whole, once it has ended. */
const runAside = (file: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const output of [child.stdout, child.stderr]) output.on('data', (piece: Buffer) => pieces.push(piece));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(pieces));
      resolve(code ?? 1);
    });
  });

const report = (project: string): Report => {
  try {
    return JSON.parse(readFileSync(join(REPORTS, `${project}.json`), 'utf8')) as Report;
  } catch {
    // A run that left no report has failed, whatever it printed.
    return { numPassedTests: 0, numFailedTests: 1 };
  }
};

const vitest = (project: string, start = run, ...more: readonly string[]): Promise<number> =>
  start(join('node_modules', '.bin', 'vitest'), [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(REPORTS, `${project}.json`)}`,
    ...more,
  ]);

const timed = async (name: string, step: () => Promise<number>): Promise<boolean> => {
  const startedAt = Date.now();
  const code = await step();
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(0)} s)`);
  return code === 0;
};

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const outcomes = [await timed('check', () => run(process.execPath, [join('scripts', 'check.ts'), '--report', join(REPORTS, 'unit.json')]))];
// Each waits for one process of its own: two of them fill a machine of two cores.
outcomes.push(await timed('slow', () => vitest('slow', run, '--maxWorkers=2')));
// A browser leaves half of the machine idle: the engine's tests take it. Both build nothing, unlike `slow`.
outcomes.push(...(await Promise.all([timed('system', () => vitest('system')), timed('engine', () => vitest('engine', runAside))])));

const reports = ['unit', 'engine', 'slow', 'system'].map(report);
const passed = reports.reduce((sum, one) => sum + one.numPassedTests, 0);
const failed = reports.reduce((sum, one) => sum + one.numFailedTests, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = outcomes.every(Boolean) && failed === 0 ? 0 : 1;
