import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import * as z from 'zod';

const Report = z.looseObject({ pupils: z.number(), added: z.number(), maxRssMb: z.number(), refusal: z.string().optional() });

it('reads a file of a gigabyte in less than 400 MB of memory', async () => {
  const script = join(import.meta.dirname, 'testing', 'gigabyte.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(1024 ** 3)], { timeout: 590_000 });
  const report = Report.parse(JSON.parse(stdout));
  console.log(stdout);
  expect(report.refusal).toBeUndefined();
  expect(report.added).toBe(report.pupils);
  expect(report.maxRssMb).toBeLessThan(400);
}, 600_000);
