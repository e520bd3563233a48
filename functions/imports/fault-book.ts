import { anomalies, type AnomalyCode } from '@preau/shared/imports/anomalies.ts';
import type { Anomaly, AnomalyCount } from '@preau/shared/imports/schema.ts';
import { anomalyOf, type Fault, type OnFault } from './faults.ts';

/** Told once per file with a count: the same cause repeats on every record. */
const ONCE: ReadonlySet<AnomalyCode> = new Set([
  'attribute-unknown',
  'category-unknown',
  'entity-unknown',
  'entity-declared',
  'staff-school-missing',
  'file-ignored',
]);
/** Beyond this many, anomalies are counted and no longer kept one by one. */
const KEPT = 2000;

/** Keeps what is wrong in a delivery within bounded memory, the reasons to refuse it first. */
export const faultBook = () => {
  const kept: { fault: Fault; count: number }[] = [];
  const once = new Map<string, { fault: Fault; count: number }>();
  const counts = new Map<AnomalyCode, number>();
  let refusal: Fault | undefined;

  const add: OnFault = (fault) => {
    counts.set(fault.code, (counts.get(fault.code) ?? 0) + 1);
    if (anomalies[fault.code].severity === 'refuses') refusal ??= fault;
    const key = ONCE.has(fault.code)
      ? `${fault.code}|${fault.file}|${fault.details?.['name'] ?? fault.details?.['school'] ?? ''}`
      : undefined;
    const before = key === undefined ? undefined : once.get(key);
    if (before !== undefined) {
      before.count += 1;
      return;
    }
    if (kept.length >= KEPT && anomalies[fault.code].severity !== 'refuses') return;
    const entry = { fault, count: 1 };
    kept.push(entry);
    if (key !== undefined) once.set(key, entry);
  };

  const rank = { refuses: 0, drops: 1, warns: 2 };
  return {
    add,
    /** Why nothing of this delivery may be written. */
    refusal: (): Fault | undefined => refusal,
    anomalies: (): Anomaly[] =>
      kept.map(({ fault, count }) => anomalyOf(fault, count)).toSorted((a, b) => rank[a.severity] - rank[b.severity]),
    counts: (): AnomalyCount[] =>
      [...counts].map(([code, count]) => ({ code, severity: anomalies[code].severity, count })).toSorted((a, b) => b.count - a.count),
  };
};

export type FaultBook = ReturnType<typeof faultBook>;
