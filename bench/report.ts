import { writeFileSync } from 'node:fs';

export type Metric =
  | 'rru'
  | 'wru'
  | 'cpu_ms'
  | 'req_per_s'
  | 'p50_ms'
  | 'p99_ms'
  | 'bytes_js'
  | 'bytes_total'
  | 'requests'
  | 'bundle_kb'
  | 'import_ms'
  | 'seconds'
  | 'usd';

export interface Line {
  /** As the issues name it: `register.take`. */
  readonly journey: string;
  readonly metric: Metric;
  readonly value: number;
  readonly unit: string;
  /** The value may not exceed it; absent when the figure is only shown. */
  readonly budget?: number;
  readonly kind: 'measured' | 'modelled';
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

const cells = (line: Line): readonly string[] => {
  const verdict = line.budget === undefined ? '' : line.value <= line.budget ? 'ok' : 'OVER';
  return [
    line.journey,
    line.metric,
    String(round(line.value)),
    line.unit,
    line.budget === undefined ? '' : String(line.budget),
    line.kind,
    verdict,
  ];
};

/** Prints one table, writes the JSON when asked, and fails the command when a budget is exceeded. */
export const report = (bench: string, k: number, lines: readonly Line[], jsonFile: string | undefined): void => {
  const rows = [['journey', 'metric', 'value', 'unit', 'budget', 'kind', ''], ...lines.map(cells)];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  console.log(`${bench} · k = ${k.toFixed(3)}`);
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify({ bench, k, lines }, null, 2)}\n`);
  if (lines.some((line) => line.budget !== undefined && line.value > line.budget)) process.exitCode = 1;
};
