import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { DEMO_PUPILS, generateDemo } from './generate.ts';
import { writeZip } from './zip.ts';

const USAGE = `node scripts/demo/write.ts DIR [--pupils N] [--seed S]
Writes a demonstration academy into DIR: one AAF delivery (zip) and one lessons file (CSV) per main school.
`;

const whole = (text: string | undefined, otherwise: number): number => {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`"${text}" is not a whole number\n${USAGE}`);
  return value;
};

/** Writes the demonstration's files and says where they are. */
export const writeDemo = async (
  directory: string,
  request: { readonly now: string; readonly seed: number; readonly pupils: number },
): Promise<{ readonly aaf: string; readonly lessons: readonly string[] }> => {
  const demo = generateDemo({ ...request, today: localDateOf(request.now) });
  await mkdir(directory, { recursive: true });
  const aaf = join(directory, demo.aaf.fileName);
  await writeZip(aaf, demo.aaf.members());
  const lessons = demo.lessons.map((file) => ({ path: join(directory, file.fileName), bytes: file.bytes }));
  for (const { path, bytes } of lessons) await writeFile(path, bytes);
  return { aaf, lessons: lessons.map(({ path }) => path) };
};

if (import.meta.main) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { pupils: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean' } },
  });
  const [directory] = positionals;
  if (directory === undefined || values.help === true) process.stdout.write(USAGE);
  else {
    const { aaf, lessons } = await writeDemo(directory, {
      now: new Date().toISOString(),
      seed: whole(values.seed, 1),
      pupils: whole(values.pupils, DEMO_PUPILS),
    });
    process.stdout.write(`${[aaf, ...lessons].join('\n')}\n`);
  }
}
