import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** `--report FILE` also writes the unit tests' results as JSON. */
const reportFile = process.argv[2] === '--report' ? process.argv[3] : undefined;
const reporters = reportFile === undefined ? [] : ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];

const bin = (name: string): string => join('node_modules', '.bin', name);

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** A step that looked at nothing has not passed. */
  readonly mustPrint?: RegExp;
}

const steps: readonly Step[] = [
  { name: 'format', command: [bin('oxfmt'), '--check'] },
  { name: 'types', command: [bin('tsc'), '--noEmit', '-p', '.'] },
  { name: 'types of the web', command: [bin('tsc'), '--noEmit', '-p', 'web'] },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  {
    name: 'boundaries',
    command: [bin('depcruise'), 'shared', 'functions', 'infra', 'web', 'scripts'],
    mustPrint: /\((?!0 modules)\d+ modules/,
  },
  { name: 'unused', command: [bin('knip'), '--no-progress'] },
  { name: 'unit tests', command: [bin('vitest'), 'run', '--project', 'unit', ...reporters] },
];

const run = (step: Step): Promise<{ readonly ok: boolean; readonly output: string; readonly seconds: number }> =>
  new Promise((resolve) => {
    const startedAt = Date.now();
    const [file, ...args] = step.command;
    const child = spawn(file ?? '', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ ok: false, output: error.message, seconds: 0 }));
    child.on('close', (code) => {
      const printed = step.mustPrint === undefined || step.mustPrint.test(output);
      resolve({ ok: code === 0 && printed, output, seconds: (Date.now() - startedAt) / 1000 });
    });
  });

const report = async (step: Step): Promise<boolean> => {
  const { ok, output, seconds } = await run(step);
  console.log(`${ok ? '✓' : '✗'} ${step.name} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output);
  return ok;
};

/** Two lanes for two cores; every step runs, so that one failure does not hide another. */
const lanes = [steps.filter((_, index) => index % 2 === 0), steps.filter((_, index) => index % 2 === 1)];
const results = await Promise.all(
  lanes.map(async (lane) => {
    const outcomes: boolean[] = [];
    for (const step of lane) outcomes.push(await report(step));
    return outcomes;
  }),
);
process.exitCode = results.flat().every(Boolean) ? 0 : 1;
