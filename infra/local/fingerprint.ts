import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', '.next', '.open-next', '.sst', 'cdk.out', 'testing']);

const isSource = (name: string): boolean => !/\.test\.ts$|\.tsbuildinfo$|^next-env\.d\.ts$/.test(name);

const filesUnder = (path: string): readonly string[] => {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name) && isSource(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]));
};

/** Changes when any source under these paths does, and only then: what was built from them can be used again. */
export const fingerprint = (root: string, paths: readonly string[], extra: string = ''): string => {
  const hash = createHash('sha256').update(extra);
  for (const path of paths)
    for (const file of filesUnder(join(root, path)))
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
  return hash.digest('hex').slice(0, 20);
};
