import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../infra/bundle.ts';
import { apisOf, domains } from '../infra/domains.ts';
import { calibrate } from './calib.ts';
import type { Line } from './report.ts';

const ROUNDS = 11;
const BUNDLE_KB = 550;
const IMPORT_MS = 60;
/** Shown, and held to no budget: docs/decisions/002-one-lambda-per-domain.md says why. */
const HEAVIER = 'identity/saml';

const TABLES = [
  'IDENTITY',
  'DIRECTORY',
  'TIMETABLE',
  'ATTENDANCE',
  'ALERTS',
  'IMPORTS',
  'FILES',
  'NOTEBOOK',
  'HOMEWORK',
  'ASSESSMENT',
  'REPORTS',
];

/** What a function finds in its environment on AWS; nobody answers there, and nobody is asked before the first event. */
const environment = {
  ...Object.fromEntries(TABLES.map((domain) => [`TABLE_${domain}`, domain.toLowerCase()])),
  ACADEMY_NUMBERS: '12',
  WEB_ORIGIN: 'https://web.example',
  API_ORIGIN: 'https://api.example',
  USER_POOL_ID: 'eu-west-3_example',
  USER_POOL_CLIENT_ID: 'example',
  BUCKET_DELIVERIES: 'deliveries',
  BUCKET_FILES: 'files',
  QUEUE_ALERTS_SEND: 'https://sqs.example/alerts-send',
  GUICHETS: '[]',
  SAML_KEY_PARAMETER: 'saml',
  AWS_REGION: 'eu-west-3',
  AWS_ACCESS_KEY_ID: 'nobody',
  AWS_SECRET_ACCESS_KEY: 'nothing',
};

const timer = fileURLToPath(new URL('time-import.mjs', import.meta.url));

/** Milliseconds of one import in a fresh process: Node's own start is not in it. */
const importMs = (file: string): number => Number(execFileSync(process.execPath, [timer, file], { env: environment, encoding: 'utf8' }));

interface Api {
  readonly entry: string;
  readonly file: string;
}

/** Neighbours slow most processes down, and k as well: the fastest process and the fastest kernel met nobody. Rounds give each bundle its chance. */
const fastestImports = (apis: readonly Api[]): ReadonlyMap<string, number> => {
  const rounds = Array.from({ length: ROUNDS }, () => ({ k: calibrate(), times: apis.map(({ file }) => importMs(file)) }));
  const k = Math.min(...rounds.map((round) => round.k));
  return new Map(apis.map(({ entry }, index) => [entry, Math.min(...rounds.map(({ times }) => times[index] ?? Infinity)) / k]));
};

/** Size and import of each API bundle: what a first request waits for on a new environment. */
export const cold = async (): Promise<readonly Line[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'preau-cold-'));
  try {
    const entries = apisOf(domains).map(({ entry }) => entry);
    const bundles = await bundle(entries, folder);
    const apis = entries.map((entry) => ({ entry, file: join(bundles[entry] ?? '', 'index.js') }));
    const imports = fastestImports(apis);
    return apis.flatMap(({ entry, file }): readonly Line[] => {
      const journey = `cold.${entry.replace(/\/api$/, '').replace('/', '.')}`;
      const upTo = (budget: number) => (entry === HEAVIER ? {} : { budget });
      return [
        { journey, metric: 'bundle_kb', value: statSync(file).size / 1000, unit: 'KB', ...upTo(BUNDLE_KB), kind: 'measured' },
        { journey, metric: 'import_ms', value: imports.get(entry) ?? Infinity, unit: 'ms/k', ...upTo(IMPORT_MS), kind: 'measured' },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
