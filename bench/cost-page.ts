import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { MeasuredSystem } from './running-system.ts';

const CostPage = z.object({
  calls: z.number(),
  details: z.record(z.string(), z.object({ units: z.number(), calls: z.number() })),
});
type CostPage = z.infer<typeof CostPage>;

/** Units by domain. */
export interface Spent {
  readonly rru: Readonly<Record<string, number>>;
  readonly wru: Readonly<Record<string, number>>;
}

const LOOK_MS = 250;
const QUIET_LOOKS = 8;
const LONGEST_LOOKS = 240;

const read = async ({ apiOrigin }: MeasuredSystem, method: 'GET' | 'DELETE'): Promise<CostPage> =>
  CostPage.parse(await (await fetch(`${apiOrigin}/_local/cost`, { method })).json());

/** Reactions follow a request by themselves: they are over when nothing has been read or written for two seconds. */
const untilQuiet = async (system: MeasuredSystem): Promise<CostPage> => {
  let page = await read(system, 'GET');
  let quiet = 0;
  for (let look = 0; look < LONGEST_LOOKS && quiet < QUIET_LOOKS; look += 1) {
    await pause(LOOK_MS);
    const next = await read(system, 'GET');
    quiet = next.calls === page.calls ? quiet + 1 : 0;
    page = next;
  }
  return page;
};

/** What something cost with all that it set off; without anything to do, what was spent since the last time. */
export const costOf = async (system: MeasuredSystem, act?: () => Promise<unknown>): Promise<CostPage> => {
  await untilQuiet(system);
  if (act !== undefined) {
    await read(system, 'DELETE');
    await act();
  }
  return untilQuiet(system);
};

const WRITES = /^(?:Put|Update|Delete|BatchWrite|TransactWrite)/;

/** Units by domain and direction; the sweep of the alerts' schedule, which no journey asks for, is left out of the reads. */
export const spent = ({ details }: CostPage): Spent => {
  const units: { readonly rru: Record<string, number>; readonly wru: Record<string, number> } = { rru: {}, wru: {} };
  for (const [name, { units: consumed }] of Object.entries(details)) {
    const [operation = '', table = ''] = name.split(' ');
    const domain =
      /Table(assessment|identity|directory|timetable|attendance|alerts|files|homework|notebook|imports)/.exec(table)?.[1] ?? table;
    const side = WRITES.test(operation) ? units.wru : units.rru;
    if (side === units.rru && domain === 'alerts') continue;
    side[domain] = (side[domain] ?? 0) + consumed;
  }
  return units;
};
