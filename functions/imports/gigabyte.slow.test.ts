import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { scratchFolder } from '../testing/scratch-folder.ts';

const Written = z.strictObject({ pupils: z.number() });
const Report = z.looseObject({ added: z.number(), maxRssMb: z.number(), refusal: z.string().optional() });

const script = join(import.meta.dirname, 'testing', 'gigabyte.ts');
const run = async (...args: readonly string[]): Promise<unknown> => {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { timeout: 590_000 });
  console.log(stdout);
  return JSON.parse(stdout);
};

it('reads a file of a gigabyte in less than 400 MB of memory', async () => {
  const path = join(scratchFolder(), 'delivery.tgz');
  const { pupils } = Written.parse(await run('write', path, String(1024 ** 3)));
  const report = Report.parse(await run('read', path));
  expect(report.refusal).toBeUndefined();
  expect(report.added).toBe(pupils);
  expect(report.maxRssMb).toBeLessThan(400);
}, 600_000);
