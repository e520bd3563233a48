import type { AlertClass, Channel } from './schema.ts';

/** When a class may be sent, and over which channels: the rung list is data, so that a new channel joins by one word. */
export interface ClassRule {
  readonly hours: 'always' | 'day' | 'digest';
  /** `parallel`: every channel at once; `ladder`: one rung after another until the family is reached. */
  readonly spread: 'parallel' | 'ladder';
  readonly rungs: readonly Channel[];
}

/** Safety goes at once by every channel and nothing silences it; today's absence climbs by day; school life and news wait for the digest. */
export const CLASS_RULES: Readonly<Record<AlertClass, ClassRule>> = {
  A: { hours: 'always', spread: 'parallel', rungs: ['email', 'sms'] },
  B: { hours: 'day', spread: 'ladder', rungs: ['email', 'sms'] },
  C: { hours: 'digest', spread: 'ladder', rungs: ['email'] },
  D: { hours: 'digest', spread: 'ladder', rungs: ['email'] },
};

/** The channels tried first: all that reach the guardian for a parallel class, else the lowest rung that does. */
export const firstRungs = (alertClass: AlertClass, reachable: readonly Channel[]): readonly Channel[] => {
  const { rungs, spread } = CLASS_RULES[alertClass];
  const usable = rungs.filter((rung) => reachable.includes(rung));
  return spread === 'parallel' ? usable : usable.slice(0, 1);
};

/** The next channel for a guardian whom those tried did not reach; undefined when nothing is left. */
export const nextRung = (alertClass: AlertClass, tried: readonly Channel[], reachable: readonly Channel[]): Channel | undefined =>
  CLASS_RULES[alertClass].rungs.find((rung) => reachable.includes(rung) && !tried.includes(rung));
