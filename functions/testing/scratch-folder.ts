import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder on disk, removed once the tests of the file have ended. */
export const scratchFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'preau-test-'));
  folders.push(folder);
  return folder;
};
