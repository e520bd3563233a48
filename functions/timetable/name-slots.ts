import { SlotId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { folded, warning, type LessonAnomaly } from './lesson-lines.ts';
import { matchPeriods } from './match-periods.ts';
import type { WantedSlot } from './resolve-lessons.ts';

type NamedSlot = WantedSlot & { readonly slot: Slot };

export interface NamedSlots {
  readonly slots: readonly NamedSlot[];
  readonly anomalies: readonly LessonAnomaly[];
}

/** What a slot is within its school: its hour, its subject, who attends and who teaches, never its room or its dates. */
export const contentOf = (slot: WantedSlot['slot']): string =>
  [
    slot.weekday,
    slot.start,
    slot.end,
    folded(slot.subject),
    slot.classes.map((one) => one.classId),
    slot.groups.map((one) => one.groupId),
    slot.teachers.map((one) => one.personId),
  ].join('$');

const identityOf = (slot: WantedSlot['slot']): string => `${slot.schoolId}$${contentOf(slot)}`;

/** The name of the nth period of a slot. */
const nameOf = ({ uai, slot }: WantedSlot, index: number): SlotId =>
  SlotId.parse(derivedId('slo', [uai, contentOf(slot), ...(index === 0 ? [] : [index])].join('$')));

const freeName = (wanted: WantedSlot, taken: ReadonlySet<SlotId>): SlotId => {
  for (let index = 0; ; index += 1) {
    const name = nameOf(wanted, index);
    if (!taken.has(name)) return name;
  }
};

/** The periods of one slot, each with the name of the stored slot that it continues, else with the first name that nobody has ever borne. */
const namePeriods = (sorted: readonly WantedSlot[], stored: readonly Slot[], today: LocalDate): readonly NamedSlot[] => {
  const periods = sorted.map((one, index) => ({ period: one.slot, name: nameOf(one, index) }));
  const continued = matchPeriods(periods, stored, today);
  const taken = new Set(stored.map((slot) => slot.slotId));
  return sorted.map((one, index) => {
    const slotId = continued.get(index)?.slotId ?? freeName(one, taken);
    taken.add(slotId);
    return { ...one, slot: { ...one.slot, slotId } };
  });
};

/** A slot's name comes from what it is, and is for life: a period keeps the name under which it is stored; the others are numbered in the order of their dates. */
export const nameSlots = (wanted: readonly WantedSlot[], stored: readonly Slot[], today: LocalDate): NamedSlots => {
  const known = Map.groupBy(stored, identityOf);
  const anomalies: LessonAnomaly[] = [];
  const slots = [...Map.groupBy(wanted, ({ slot }) => identityOf(slot))].flatMap(([identity, lines]) => {
    const distinct = new Map<string, WantedSlot>();
    for (const one of lines) {
      const period = `${one.slot.from}$${one.slot.until}`;
      const first = distinct.get(period);
      if (first === undefined) distinct.set(period, one);
      else anomalies.push(warning(one.line, `Cette ligne répète la ligne ${first.line} : elle est ignorée.`));
    }
    const sorted = [...distinct].toSorted(([a], [b]) => a.localeCompare(b)).map(([, one]) => one);
    return namePeriods(sorted, known.get(identity) ?? [], today);
  });
  return { slots, anomalies };
};
