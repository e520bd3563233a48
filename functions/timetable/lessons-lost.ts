import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import type { SlotsPlan } from './plan-slots.ts';
import type { SlotChange } from './store.ts';

export interface LessonsLost {
  /** Weekly lessons that a school has today or will have. */
  readonly known: number;
  /** How many fewer it would have: those that end, less those that come in their place. */
  readonly vanished: number;
}

/** What a school would lose of its timetable: a timetable made again, hours and teachers changed, loses nothing. */
export const lessonsLost = ({ added, changed, ended }: SlotsPlan, stored: readonly Slot[], today: LocalDate): LessonsLost => {
  const isCurrent = (slot: Slot | undefined): boolean => slot !== undefined && slot.until >= today;
  const changes: readonly SlotChange[] = [...added, ...changed, ...ended];
  const before = changes.filter((change) => isCurrent(change.before)).length;
  const after = changes.filter((change) => isCurrent(change.after)).length;
  return { known: stored.filter(isCurrent).length, vanished: Math.max(0, before - after) };
};
