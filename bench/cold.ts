import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../infra/bundle.ts';
import { entries } from '../infra/domains.ts';
import { calibrate } from './calib.ts';
import type { Line } from './report.ts';

const PROCESSES = 11;
const BUNDLE_KB = 550;
const IMPORT_MS = 60;

const TABLES = ['IDENTITY', 'DIRECTORY', 'TIMETABLE', 'ATTENDANCE', 'ALERTS', 'IMPORTS'];

/** What a function finds in its environment on AWS; nobody answers there, and nobody is asked before the first event. */
const environment = {
  ...Object.fromEntries(TABLES.map((domain) => [`TABLE_${domain}`, domain.toLowerCase()])),
  ACADEMY: 'nancy-metz',
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

/** Neighbours slow most of eleven processes down, and k as well: the fastest process and the fastest kernel met nobody. */
const fastestImport = (file: string): number => {
  const before = calibrate();
  const times = Array.from({ length: PROCESSES }, () => importMs(file));
  return Math.min(...times) / Math.min(before, calibrate());
};

/** Size and import of each domain's API bundle: what a first request waits for on a new environment. */
export const cold = async (): Promise<readonly Line[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'preau-cold-'));
  try {
    const apis = entries.filter((entry) => entry.endsWith('/api'));
    const bundles = await bundle(apis, folder);
    return apis.flatMap((entry): readonly Line[] => {
      const file = join(bundles[entry] ?? '', 'index.js');
      const journey = `cold.${entry.split('/')[0] ?? ''}`;
      return [
        { journey, metric: 'bundle_kb', value: statSync(file).size / 1000, unit: 'KB', budget: BUNDLE_KB, kind: 'measured' },
        { journey, metric: 'import_ms', value: fastestImport(file), unit: 'ms/k', budget: IMPORT_MS, kind: 'measured' },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
