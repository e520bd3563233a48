import { localDateOf, localTimeOf, addDays, weekdayOf, type Instant } from '../kernel/school-time.ts';

/** Below this many recipients in ten minutes, nothing is unusual, even for a school that has no past. */
export const VOLUME_FLOOR = 60;
/** A burst is unusual beyond this many times what is usual at that hour. */
export const VOLUME_FACTOR = 3;
/** How long the guard lets a school through after the office confirmed a burst. */
export const GUARD_OFF_SECONDS = 3600;

/** The ten minutes of an instant in the school's zone, `2026-11-23T08:1`. */
export const slotOf = (now: Instant, zone: string): string => `${localDateOf(now, zone)}T${localTimeOf(now, zone).slice(0, 4)}`;

/** The same ten minutes on the fifteen school weekdays before: what is usual at this hour. */
export const slotsBefore = (slot: string): readonly string[] => {
  const date = slot.slice(0, 10);
  const days = Array.from({ length: 21 }, (_, index) => addDays(date, -1 - index));
  return days.filter((day) => weekdayOf(day) <= 5).map((day) => `${day}${slot.slice(10)}`);
};

/** What is usual is the median of the days that had alerts at all: holidays and one odd day do not move it. */
export const usualOf = (counts: readonly number[]): number => {
  const known = counts.filter((count) => count > 0).toSorted((left, right) => left - right);
  return known[Math.floor(known.length / 2)] ?? 0;
};

/** True when more alerts were made in ten minutes than a school of that habit makes. */
export const isUnusual = (counted: number, usual: number, floor: number = VOLUME_FLOOR, factor: number = VOLUME_FACTOR): boolean =>
  counted > Math.max(floor, factor * usual);
