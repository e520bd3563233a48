import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import type { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';

// A bundle is CommonJS and a test is a module: each knows its own file by another name.
const load = createRequire(typeof __filename === 'undefined' ? import.meta.url : __filename);

/** Only these are shipped: whatever is on the machine beside them is never asked for. */
const FONTS = [
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
];

/** What a compilation has computed serves the next ones: the fonts, the template. */
const KEPT_COMPILATIONS = 3;

const UA_1: `${PdfStandard.UA_1}` = 'ua-1';

interface Typst {
  readonly NodeCompiler: { readonly create: typeof NodeCompiler.create };
}

const isTypst = (module: unknown): module is Typst => typeof module === 'object' && module !== null && 'NodeCompiler' in module;

const compilerModule = (): Typst => {
  try {
    const module: unknown = load('@myriaddreamin/typst-ts-node-compiler');
    if (isTypst(module)) return module;
    throw new Error('it exports no compiler');
  } catch (error) {
    throw new Error(
      `Les PDF demandent le compilateur Typst, qui n’existe pas pour ${process.platform} ${process.arch} ou n’est pas installé : lancez « npm ci » sur Linux x86-64, macOS ou Windows.`,
      { cause: error },
    );
  }
};

/** Makes accessible PDFs (PDF/UA-1) of a template: loaded once by environment, then some milliseconds each. */
export const typst = (template: string) => {
  let compiler: NodeCompiler | undefined;
  return (inputs: Readonly<Record<string, string>>): Uint8Array => {
    compiler ??= compilerModule().NodeCompiler.create({
      // Templates read no file: the folder only has to exist.
      workspace: tmpdir(),
      fontArgs: [{ fontBlobs: FONTS.map((path) => readFileSync(load.resolve(path))) }],
    });
    const pdf = compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: UA_1 });
    // Each document leaves 2 MB behind: what the last ones did not need is forgotten.
    compiler.evictCache(KEPT_COMPILATIONS);
    return pdf;
  };
};
