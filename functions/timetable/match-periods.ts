import { daysBetween, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import { lessonDatesOf } from './slot-dates.ts';

type Period = Pick<Slot, 'weekday' | 'from' | 'until' | 'except'>;

/** A period as a file wants it, and the name that it bears when nothing else is known of it. */
interface WantedPeriod {
  readonly period: Period;
  readonly name: Slot['slotId'];
}

interface Dates {
  readonly until: LocalDate;
  readonly past: readonly LocalDate[];
  readonly toCome: readonly LocalDate[];
}

const datesOf = (period: Period, today: LocalDate): Dates => {
  const dates = lessonDatesOf(period);
  return { until: period.until, past: dates.filter((date) => date < today), toCome: dates.filter((date) => date >= today) };
};

const AFTER_ALL = Number.MAX_SAFE_INTEGER;

/**
 * How well a stored slot continues as a wanted period, the lowest first; undefined when it is another period, whose lessons to come are all others.
 * The lessons to come decide, the nearest first: these are the ones whose homework and registers hold their names. A slot without any may be taken up again.
 */
const rankOf = (wanted: Dates, stored: Dates): readonly number[] | undefined => {
  const toCome = wanted.toCome.filter((date) => stored.toCome.includes(date));
  const past = wanted.past.filter((date) => stored.past.includes(date));
  if (toCome.length === 0 && past.length === 0 && stored.toCome.length > 0) return undefined;
  const [soonest] = toCome;
  return [
    ...(soonest === undefined ? [AFTER_ALL, 0, 0] : [Date.parse(soonest), -toCome.length, stored.toCome.length - toCome.length]),
    ...(past.length === 0 ? [0, 0] : [-past.length, stored.past.length - past.length]),
    Math.abs(daysBetween(stored.until, wanted.until)),
  ];
};

const compareRanks = (a: readonly number[], b: readonly number[]): number => {
  const index = a.findIndex((one, at) => one !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
};

/** The stored slot that each wanted period continues, by the period's index; each slot continues as one period at most, the best pairs first. */
export const matchPeriods = (wanted: readonly WantedPeriod[], stored: readonly Slot[], today: LocalDate): ReadonlyMap<number, Slot> => {
  const known = stored.map((slot) => ({ slot, dates: datesOf(slot, today) }));
  const pairs = wanted.flatMap(({ period, name }, index) => {
    const dates = datesOf(period, today);
    return known.flatMap((one) => {
      const rank = rankOf(dates, one.dates);
      return rank === undefined ? [] : { index, slot: one.slot, rank: [...rank, one.slot.slotId === name ? 0 : 1, index] };
    });
  });
  const matched = new Map<number, Slot>();
  const taken = new Set<Slot>();
  for (const { index, slot } of pairs.toSorted((a, b) => compareRanks(a.rank, b.rank) || a.slot.slotId.localeCompare(b.slot.slotId))) {
    if (matched.has(index) || taken.has(slot)) continue;
    matched.set(index, slot);
    taken.add(slot);
  }
  return matched;
};
