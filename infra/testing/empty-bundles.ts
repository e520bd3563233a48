import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../functions/testing/scratch-folder.ts';
import { entries } from '../domains.ts';
import type { Bundles } from '../setting.ts';

/** Handlers that do nothing: a template does not depend on what its functions say. */
export const emptyBundles = (): Bundles => {
  const root = scratchFolder();
  return Object.fromEntries(
    entries.map((entry) => {
      const folder = join(root, entry);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'index.js'), `exports.handler = async () => ${JSON.stringify(entry)};\n`);
      return [entry, folder];
    }),
  );
};
