import { cpSync, globSync, linkSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { functionSpecs } from './domains.ts';

const modules = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules');

/** What a function carries beside its bundle, for no bundler can hold it: a compiled module and the files that it reads. */
const PACKAGES = {
  typst: [
    '@myriaddreamin/typst-ts-node-compiler*/**',
    '@expo-google-fonts/atkinson-hyperlegible-next/{400Regular/*Regular.ttf,700Bold/*Bold.ttf,LICENSE*,package.json}',
    '@expo-google-fonts/noto-sans-arabic/{400Regular/*.ttf,700Bold/*.ttf,LICENSE*,package.json}',
  ],
} as const;

/** Tens of megabytes: linked where the disk allows it. */
const place = (from: string, to: string): void => {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to);
  }
};

/** Lays the packages that a function asks for in its folder, for the platforms that are installed on this machine. */
export const layNativePackages = (entry: string, folder: string): void => {
  const native = functionSpecs.find((spec) => spec.entry === entry)?.native;
  if (native === undefined) return;
  for (const path of PACKAGES[native].flatMap((pattern) => globSync(pattern, { cwd: modules }))) {
    if (statSync(join(modules, path)).isFile()) place(join(modules, path), join(folder, 'node_modules', path));
  }
};
