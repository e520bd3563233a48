import { isDeepStrictEqual } from 'node:util';
import { SlotId } from '@preau/shared/kernel/ids.ts';
import { addDays, weekdayOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { folded, warning, type LessonAnomaly } from './lesson-lines.ts';
import type { WantedSlot } from './resolve-lessons.ts';
import type { SlotChange } from './store.ts';

export interface SlotsPlan {
  readonly added: readonly SlotChange[];
  readonly changed: readonly SlotChange[];
  readonly ended: readonly SlotChange[];
  readonly unchanged: number;
}

const identityOf = ({ uai, slot }: WantedSlot): string =>
  [
    uai,
    slot.weekday,
    slot.start,
    slot.end,
    folded(slot.subject),
    slot.classes.map((one) => one.classId),
    slot.groups.map((one) => one.groupId),
    slot.teachers.map((one) => one.personId),
  ].join('$');

/** A slot's name comes from what it is (school, hour, subject, who attends, who teaches), never from its room or its dates; several periods of one slot are numbered in the order of their dates. */
export const nameSlots = (
  wanted: readonly WantedSlot[],
): { readonly slots: readonly (WantedSlot & { readonly slot: Slot })[]; readonly anomalies: readonly LessonAnomaly[] } => {
  const periods = Map.groupBy(wanted, identityOf);
  const anomalies: LessonAnomaly[] = [];
  const slots = [...periods].flatMap(([identity, lines]) => {
    const distinct = new Map<string, WantedSlot>();
    for (const one of lines) {
      const period = `${one.slot.from}$${one.slot.until}`;
      const first = distinct.get(period);
      if (first === undefined) distinct.set(period, one);
      else anomalies.push(warning(one.line, `Cette ligne répète la ligne ${first.line} : elle est ignorée.`));
    }
    const sorted = [...distinct].toSorted(([a], [b]) => a.localeCompare(b));
    return sorted.map(([, one], index) => ({
      ...one,
      slot: { ...one.slot, slotId: SlotId.parse(derivedId('slo', index === 0 ? identity : `${identity}$${index}`)) },
    }));
  });
  return { slots, anomalies };
};

const lessonsBetween = (weekday: number, from: LocalDate, until: LocalDate): readonly LocalDate[] => {
  const dates: LocalDate[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) if (weekdayOf(date) === weekday) dates.push(date);
  return dates;
};

/**
 * A file never rewrites the past: what has begun keeps its beginning, its closed days and, when it had ended, its silence.
 * A first day moved later therefore closes the days before it, from today on, which a first day moved back opens again.
 */
const carriedOver = (wanted: Slot, stored: Slot, today: LocalDate): Slot => {
  if (stored.from > today) return { ...wanted, from: wanted.from < today ? today : wanted.from };
  const yesterday = addDays(today, -1);
  const silence = lessonsBetween(stored.weekday, addDays(stored.until, 1), yesterday);
  const resumes = wanted.until >= today && stored.until < yesterday;
  const past = [...stored.except.filter((date) => date < today), ...(resumes ? silence : [])];
  const waiting = lessonsBetween(stored.weekday, today, addDays(wanted.from, -1));
  const bothOver = wanted.until < today && stored.until < today;
  return {
    ...wanted,
    from: stored.from,
    until: bothOver ? stored.until : wanted.until < yesterday ? yesterday : wanted.until,
    except: [...new Set([...past, ...waiting, ...wanted.except.filter((date) => date >= today)])].toSorted(),
  };
};

/** Ends a slot that its school's file no longer holds, from today on. */
const ended = (slot: Slot, today: LocalDate): SlotChange => ({ before: slot, after: { ...slot, until: addDays(today, -1) } });

/** What a school's file changes of its slots; where it replaces slots that had begun, new ones begin today at the earliest. */
export const planSlots = (wanted: readonly Slot[], stored: readonly Slot[], today: LocalDate, endsMissing: boolean): SlotsPlan => {
  const known = new Map(stored.map((slot) => [slot.slotId, slot]));
  const kept = new Set(wanted.map((slot) => slot.slotId));
  const fresh = wanted.filter((slot) => !known.has(slot.slotId));
  const changed = wanted.flatMap((slot) => {
    const before = known.get(slot.slotId);
    return before === undefined ? [] : [{ before, after: carriedOver(slot, before, today) }];
  });
  const real = changed.filter(({ before, after }) => !isDeepStrictEqual(before, after));
  // An interrupted first import leaves only slots of the same file: the rest must still begin in the past.
  const replaces = stored.some((slot) => !kept.has(slot.slotId) && slot.from < today);
  const begins = (slot: Slot): Slot => (replaces && slot.from < today ? { ...slot, from: today } : slot);
  return {
    added: fresh.filter((slot) => !replaces || slot.until >= today).map((slot) => ({ after: begins(slot) })),
    changed: real,
    ended: endsMissing ? stored.filter((slot) => !kept.has(slot.slotId) && slot.until >= today).map((slot) => ended(slot, today)) : [],
    unchanged: changed.length - real.length,
  };
};
