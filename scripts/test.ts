import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { keepBuild } from './start/web.ts';

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

const timed = async (name: string, step: () => Promise<number>): Promise<{ readonly passed: boolean; readonly line: string }> => {
  const startedAt = Date.now();
  const passed = (await step()) === 0;
  const line = `${passed ? '✓' : '✗'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(0)} s)`;
  console.log(line);
  return { passed, line };
};

interface Part {
  readonly name: string;
  readonly project: string;
  /** Folders, when not all of the project's files are meant, and options. */
  readonly more?: readonly string[];
}

const PARTS = {
  build: { name: 'build', project: 'slow', more: ['infra/', '--maxWorkers=2'] },
  slow: { name: 'slow', project: 'slow', more: ['functions/', 'shared/'] },
  system: { name: 'system', project: 'system' },
  engine: { name: 'engine', project: 'engine' },
} as const satisfies Record<string, Part>;

const vitest = ({ name, project, more = [] }: Part, start = run): Promise<{ readonly passed: boolean; readonly line: string }> =>
  timed(name, () =>
    start(join('node_modules', '.bin', 'vitest'), [
      'run',
      '--project',
      project,
      ...more,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(REPORTS, `${name}.json`)}`,
    ]),
  );

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const outcomes = [await timed('check', () => run(process.execPath, [join('scripts', 'check.ts'), '--report', join(REPORTS, 'unit.json')]))];
const built = await vitest(PARTS.build);
outcomes.push(built);
// The web that OpenNext built is the one that the journeys visit.
if (built.passed) keepBuild();

/** A browser leaves half of the machine idle: what needs none takes it, one thing after the other. */
const aside = async () => [await vitest(PARTS.engine, runAside), await vitest(PARTS.slow, runAside)];
outcomes.push(...(await Promise.all([vitest(PARTS.system).then((one) => [one]), aside()])).flat());

const reports = ['unit', ...Object.keys(PARTS)].map(report);
const passed = reports.reduce((sum, one) => sum + one.numPassedTests, 0);
const failed = reports.reduce((sum, one) => sum + one.numFailedTests, 0);
console.log(['', ...reports.flatMap(failuresOf), ...outcomes.map(({ line }) => line), `${passed} passed, ${failed} failed`].join('\n'));
process.exitCode = outcomes.every((outcome) => outcome.passed) && failed === 0 ? 0 : 1;
