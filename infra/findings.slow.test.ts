import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { academies } from './academies.ts';
import { synthesised } from './testing/templates.ts';

const MOST_RESOURCES = 450;

const Report = z.looseObject({ pluginReports: z.array(z.looseObject({ pluginName: z.string(), violations: z.array(z.unknown()) })) });

it.each(academies.map(({ code }) => code))(
  'synthesises %s with no finding left unexplained, far under the ceiling of resources',
  async (code) => {
    // The security checks and the schema validator stop a synthesis at their first finding that nobody accepted.
    const { synthesis, resources } = await synthesised(code, { checked: true });
    for (const { part } of synthesis.stacks)
      expect(resources.filter((resource) => resource.part === part).length, part).toBeLessThan(MOST_RESOURCES);
    const report = Report.parse(JSON.parse(readFileSync(join(synthesis.outdir, 'validation-report.json'), 'utf8')));
    expect(report.pluginReports.flatMap(({ violations }) => violations)).toEqual([]);
    expect(report.pluginReports.map(({ pluginName }) => pluginName)).toContain('AwsSolutions');
  },
  60_000,
);
