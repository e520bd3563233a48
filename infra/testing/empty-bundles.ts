import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entries } from '../domains.ts';
import type { Bundles } from '../setting.ts';

/** Handlers that do nothing: a template does not depend on what its functions say. */
export const emptyBundles = (): Bundles => {
  const root = mkdtempSync(join(tmpdir(), 'preau-bundles-'));
  return Object.fromEntries(
    entries.map((entry) => {
      const folder = join(root, entry);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'index.js'), `exports.handler = async () => ${JSON.stringify(entry)};\n`);
      return [entry, folder];
    }),
  );
};
