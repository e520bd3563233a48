import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './fingerprint.ts';
import { startGuarded } from './process/guarded.ts';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const SOURCES = ['shared', 'functions', 'infra', 'package-lock.json'];
const synthesiser = join(root, 'infra', 'local', 'synthesise-local.ts');

const DAY_MS = 86_400_000;

/** Another academy that runs may still load its functions from an older synthesis: only those of another day go. */
const prune = (folder: string, kept: string, prefix: string): void => {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix) || name.startsWith(kept)) continue;
    if (Date.now() - statSync(join(folder, name)).mtimeMs > DAY_MS) rmSync(join(folder, name), { recursive: true, force: true });
  }
};

/** The academy's synthesised templates for this laptop: written once per state of the sources, in a process of their own. */
export const localAssembly = async (academy: string): Promise<string> => {
  const folder = join(root, '.preau', 'local');
  const name = `${academy}-${fingerprint(root, SOURCES)}`;
  const ready = join(folder, name);
  if (existsSync(join(ready, '.complete'))) return ready;
  mkdirSync(folder, { recursive: true });
  const draft = `${ready}.${process.pid}`;
  const logFile = join(folder, `${academy}-synth.log`);
  const code = await startGuarded(process.execPath, ['--disable-warning=ExperimentalWarning', synthesiser, academy, draft], {
    cwd: root,
    logFile,
  }).ended;
  if (code !== 0) throw new Error(`La synthèse des modèles CloudFormation a échoué : lisez ${logFile}`);
  writeFileSync(join(draft, '.complete'), '');
  rmSync(`${draft}.bundles`, { recursive: true, force: true });
  if (existsSync(ready)) rmSync(draft, { recursive: true, force: true });
  else renameSync(draft, ready);
  prune(folder, name, `${academy}-`);
  return ready;
};
