import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

const REPORTS = join('.preau', 'reports');
const CAUSE_LENGTH = 1500;

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
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
    return { numPassedTests: 0, numFailedTests: 1, testResults: [] };
  }
};

/** What failed, said once more at the end: a log that is cut short keeps its last lines. */
const failuresOf = ({ testResults }: Report): readonly string[] =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    const causes = failed.map(({ fullName, failureMessages }) => `${fullName}\n  ${failureMessages.join('\n').slice(0, CAUSE_LENGTH)}`);
    const ofFile = status === 'failed' && failed.length === 0 ? [message.slice(0, CAUSE_LENGTH)] : [];
    return [...causes, ...ofFile].map((cause) => `✗ ${relative('.', name)}: ${cause}`);
  });

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

const timed = async (name: string, step: () => Promise<number>): Promise<{ readonly passed: boolean; readonly line: string }> => {
  const startedAt = Date.now();
  const passed = (await step()) === 0;
  const line = `${passed ? '✓' : '✗'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(0)} s)`;
  console.log(line);
  return { passed, line };
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
console.log(['', ...reports.flatMap(failuresOf), ...outcomes.map(({ line }) => line), `${passed} passed, ${failed} failed`].join('\n'));
process.exitCode = outcomes.every((outcome) => outcome.passed) && failed === 0 ? 0 : 1;
