import { isDeepStrictEqual } from 'node:util';
import { addDays, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import { contentOf } from './name-slots.ts';
import { datesBetween } from './slot-dates.ts';
import type { SlotChange } from './store.ts';

export interface SlotsPlan {
  readonly added: readonly SlotChange[];
  readonly changed: readonly SlotChange[];
  readonly ended: readonly SlotChange[];
  readonly unchanged: number;
}

/**
 * A file never rewrites the past: what has begun keeps its beginning, its closed days and, when it had ended, its silence.
 * A first day moved later therefore closes the days before it, from today on, which a first day moved back opens again.
 */
const carriedOver = (wanted: Slot, stored: Slot, today: LocalDate): Slot => {
  if (wanted.until < today && stored.until < today) return stored;
  if (stored.from > today) return { ...wanted, from: wanted.from < today ? today : wanted.from };
  const yesterday = addDays(today, -1);
  const silence = datesBetween(stored.weekday, addDays(stored.until, 1), yesterday);
  const resumes = wanted.until >= today && stored.until < yesterday;
  const past = [...stored.except.filter((date) => date < today), ...(resumes ? silence : [])];
  const waiting = datesBetween(stored.weekday, today, addDays(wanted.from, -1));
  return {
    ...wanted,
    from: stored.from,
    until: wanted.until < yesterday ? yesterday : wanted.until,
    except: [...new Set([...past, ...waiting, ...wanted.except.filter((date) => date >= today)])].toSorted(),
  };
};

/** Ends a slot that its school's file no longer holds, from today on. */
const ended = (slot: Slot, today: LocalDate): SlotChange => ({ before: slot, after: { ...slot, until: addDays(today, -1) } });

/** What a school's file changes of its slots; where it replaces slots that had begun, or adds a period to one that is stored, new ones begin today at the earliest. */
export const planSlots = (wanted: readonly Slot[], stored: readonly Slot[], today: LocalDate, endsMissing: boolean): SlotsPlan => {
  const kept = new Set(wanted.map((slot) => slot.slotId));
  const known = new Map(stored.map((slot) => [slot.slotId, slot]));
  const fresh = wanted.filter((slot) => !known.has(slot.slotId));
  const changed = wanted.flatMap((slot) => {
    const before = known.get(slot.slotId);
    return before === undefined ? [] : [{ before, after: carriedOver(slot, before, today) }];
  });
  const real = changed.filter(({ before, after }) => !isDeepStrictEqual(before, after));
  // An interrupted first import leaves only slots of the same file: the rest must still begin in the past.
  const replaces = stored.some((slot) => !kept.has(slot.slotId) && slot.from < today);
  const contents = new Set(stored.map(contentOf));
  const added = fresh.flatMap((slot) => {
    if (slot.from >= today || !(replaces || contents.has(contentOf(slot)))) return [slot];
    return slot.until < today ? [] : [{ ...slot, from: today }];
  });
  return {
    added: added.map((after) => ({ after })),
    changed: real,
    ended: endsMissing ? stored.filter((slot) => !kept.has(slot.slotId) && slot.until >= today).map((slot) => ended(slot, today)) : [],
    unchanged: changed.length - real.length,
  };
};
