// Adds to package-lock.json the platform packages that a registry mirror could not describe, so that `npm ci` accepts the file on every machine.
// They are optional and marked with their platform: npm fetches them only where they apply. Run it after each `npm install` that changes the lock file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const file = join(process.argv[2] ?? '.', 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));

const platformOf = (name) => {
  const words = name.split(/[/-]/);
  const system = SYSTEMS.find((candidate) => words.includes(candidate));
  const processor = PROCESSORS.find((candidate) => words.includes(candidate)) ?? (words.includes('wasm32') ? 'wasm32' : undefined);
  return { ...(processor === undefined ? {} : { cpu: [processor] }), ...(system === undefined ? {} : { os: [system] }) };
};

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    const top = `node_modules/${name}`;
    const platform = platformOf(name);
    if (lock.packages[top] !== undefined || lock.packages[nested] !== undefined || Object.keys(platform).length === 0) continue;
    lock.packages[top] = { version, ...platform, ...(entry.dev ? { dev: true } : {}), optional: true };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} platform packages added to the lock file\n`);
