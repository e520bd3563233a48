import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { JourneyOrder } from './e2e/order.ts';

/** Long enough for a property on a machine that does something else: no test here measures time. */
const PATIENCE_MS = 30_000;

/** No test leaves anything behind in a module: each is evaluated once, instead of once for each file. */
const isolate = false;

/** `unit` needs nothing but the code; `engine` starts the real DynamoDB engine; `system` starts the whole local academy and a browser. */
export default defineConfig({
  test: {
    sequence: { sequencer: JourneyOrder },
    projects: [
      {
        // What Next reads in `web/tsconfig.json`.
        resolve: { alias: [{ find: /^@\//, replacement: fileURLToPath(new URL('web/', import.meta.url)) }] },
        test: {
          name: 'unit',
          include: ['shared/**/*.test.ts', 'functions/**/*.test.ts', 'infra/**/*.test.ts', 'web/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.engine.test.ts', '**/*.slow.test.ts'],
          testTimeout: PATIENCE_MS,
          isolate,
        },
      },
      {
        test: {
          name: 'engine',
          include: ['functions/**/*.engine.test.ts', 'infra/**/*.engine.test.ts', 'scripts/**/*.engine.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['functions/testing/engine.ts'],
          testTimeout: PATIENCE_MS,
          isolate,
        },
      },
      {
        test: {
          name: 'slow',
          include: ['{shared,functions,infra,web}/**/*.slow.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'system',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['e2e/system.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // The sessions that one file opened serve the next ones.
          isolate,
          // Two visitors at once, one for each core.
          maxConcurrency: 2,
        },
      },
    ],
  },
});
