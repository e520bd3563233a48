import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { newCertifiedKey, type CertifiedKey } from './certificate.ts';

const Kept = z.strictObject({ privateKey: z.string(), certificate: z.string() });

const readKept = (file: string): CertifiedKey | undefined => {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
};

/** A key that lasts as long as the data kept beside it: new at each start when no folder is given. */
export const keptKey = (name: string, dataDir: string | undefined): CertifiedKey => {
  if (dataDir === undefined) return newCertifiedKey(name);
  const folder = join(dataDir, 'keys');
  const file = join(folder, `${name}.json`);
  const kept = readKept(file);
  if (kept !== undefined) return kept;
  const key = newCertifiedKey(name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify(key), { mode: 0o600 });
  return key;
};
