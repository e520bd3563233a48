import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts processor time in hundredths of a second. */
const TICK_MS = 10;

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly ms: number;
}

const statOf = (pid: number): Stat | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(')');
    const fields = text.slice(end + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { pid, parent: Number(fields[1]), name: text.slice(text.indexOf('(') + 1, end), ms: ticks * TICK_MS };
  } catch {
    // It ended between the listing and the reading.
    return undefined;
  }
};

const allStats = (): readonly Stat[] => readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : []));

/** A process and everything that it started, threads counted with their process. */
export const familyOf = (pid: number): readonly number[] => {
  const stats = allStats();
  const family = new Set([pid]);
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const stat of stats) if (family.has(stat.parent)) family.add(stat.pid);
  }
  return [...family];
};

const roleOf = ({ name, pid }: Stat, family: readonly number[]): string => {
  if (name.startsWith('dynoxide') || name === 'java') return 'engine';
  if (name.startsWith('next')) return 'web';
  return pid === family[0] ? 'api' : 'other';
};

/** Milliseconds of processor used so far, by part of the system: `api` (front door and functions), `engine`, `web`, `other`. */
export const processorMs = (family: readonly number[]): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const stat of family.flatMap((pid) => statOf(pid) ?? [])) {
    const role = roleOf(stat, family);
    sums[role] = (sums[role] ?? 0) + stat.ms;
  }
  return sums;
};
