import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { leanDependencies } from './lean-dependencies.ts';
import { lazyShapes } from './lazy-shapes.ts';
import { layNativePackages } from './native-packages.ts';
import type { Bundles } from './setting.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const standin = (file: string): string => join(root, 'infra', 'bundled', file);

const STANDINS = {
  '@aws-sdk/credential-provider-node': standin('environment-credentials.ts'),
  '@aws-sdk/middleware-endpoint-discovery': standin('no-endpoint-discovery.ts'),
  '@smithy/core/event-streams': standin('no-event-streams.ts'),
};

const sourceOf = (entry: string): string => join(root, 'functions', `${entry}.ts`);

const refuseMissing = (entries: readonly string[]): void => {
  const missing = entries.filter((entry) => !existsSync(sourceOf(entry)));
  if (missing.length > 0) throw new Error(`These functions have no source: ${missing.map((entry) => `functions/${entry}.ts`).join(', ')}`);
};

/**
 * Bundles every function in one run, each in a folder of its own: CommonJS, minified, with its SDK, which loads faster on Node 24 than
 * modules or than the runtime's copy. Source maps stay beside the bundle and are not deployed.
 */
export const bundle = async (entries: readonly string[], outdir: string): Promise<Bundles> => {
  refuseMissing(entries);
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => ({ in: relative(root, sourceOf(entry)), out: join(entry, 'index') })),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minify: true,
    mainFields: ['module', 'main'],
    alias: STANDINS,
    plugins: [...leanDependencies, lazyShapes],
    sourcemap: 'external',
    legalComments: 'none',
    logLevel: 'error',
  });
  const folders = entries.map((entry) => [entry, join(outdir, entry)] as const);
  for (const [entry, folder] of folders) {
    mkdirSync(folder, { recursive: true });
    // Says CommonJS wherever the folder lies, inside this repository too.
    writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}\n');
    layNativePackages(entry, folder);
  }
  return Object.fromEntries(folders);
};
