import { freePort } from '../infra/local/process/ports.ts';
import { startSystem } from '../scripts/start/system.ts';

/** What the measuring process needs to know of the system it measures. */
export interface Started {
  readonly apiOrigin: string;
  readonly webOrigin: string;
  readonly engineUrl: string;
  readonly region: string;
  readonly timetable: string;
  readonly attendance: string;
  readonly homework: string;
  readonly directory: string;
  readonly reports: string;
  readonly assessment: string;
}

// Lambda's clock is UTC, and its threads here share this process' zone.
process.env['TZ'] = 'UTC';

const parts = process.argv.slice(2);
const system = await startSystem({
  apiPort: 0,
  webPort: await freePort(),
  withWeb: parts.includes('web'),
  direct: parts.includes('direct'),
  withDemo: true,
});
const close = (): void => void system.close().then(() => process.exit(0));
process.on('disconnect', close);
process.on('message', () => void system.stopEvents().then(() => process.send?.('stopped')));
await Promise.all([system.past, system.warm()]);
const { apiOrigin, webOrigin, engineUrl, region } = system;
process.send?.({
  apiOrigin,
  webOrigin,
  engineUrl,
  region,
  timetable: system.tableName('timetable'),
  attendance: system.tableName('attendance'),
  homework: system.tableName('homework'),
  directory: system.tableName('directory'),
  reports: system.tableName('reports'),
  assessment: system.tableName('assessment'),
} satisfies Started);
