import { parseArgs } from 'node:util';
import { calibrate } from './calib.ts';
import { cold } from './cold.ts';
import { http } from './http.ts';
import { imports } from './import.ts';
import { reports } from './reports.ts';
import { report, type Line } from './report.ts';
import { units } from './units.ts';
import { web } from './web.ts';

type Bench = () => Promise<readonly Line[]>;

const BENCHES: Readonly<Record<string, Bench>> = { calib: async () => [], units, cold, http, import: imports, reports, web };

const USAGE = `npm run bench -- NAME [--json FILE]

NAME is one of ${Object.keys(BENCHES).join(', ')}, or all. Figures, budgets and how to read them: docs/bench.md.
`;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const [name = ''] = positionals;
const chosen = name === 'all' ? Object.values(BENCHES) : [BENCHES[name]];

// The measured system is a child that listens to this process.
process.env['TZ'] = 'UTC';
const k = calibrate();
const lines: Line[] = [];
for (const bench of chosen) {
  if (bench === undefined) {
    process.stderr.write(USAGE);
    process.exit(2);
  }
  lines.push(...(await bench()));
}
report(name, k, lines, values.json);
