import { signIn, type Who } from '../scripts/start/sign-in.ts';
import type { ApiClient } from '../scripts/start/api-client.ts';
import { costOf, spent, type Spent } from './cost-page.ts';
import type { Line, Metric } from './report.ts';
import type { MeasuredSystem } from './running-system.ts';

/** Capacity of a journey. */
export const line = (journey: string, metric: Metric & ('rru' | 'wru'), value: number, budget?: number): Line => ({
  journey,
  metric,
  value,
  unit: metric.toUpperCase(),
  kind: 'measured',
  ...(budget === undefined ? {} : { budget }),
});

export const writesOf = ({ wru }: Spent, domain: string): number => wru[domain] ?? 0;
export const sum = (units: Readonly<Record<string, number>>): number => Object.values(units).reduce((total, one) => total + one, 0);

/** What runs every minute reads too: the least of two readings is the journey's own. */
export const leastReads = async (system: MeasuredSystem, read: () => Promise<unknown>, domain?: string): Promise<number> => {
  const once = async (): Promise<number> => {
    const { rru } = spent(await costOf(system, read));
    return domain === undefined ? sum(rru) : (rru[domain] ?? 0);
  };
  return Math.min(await once(), await once());
};

export const as = async (system: MeasuredSystem, who: Who): Promise<ApiClient> =>
  system.api.withToken((await signIn(system, who)).accessToken);
