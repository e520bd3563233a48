import { addDays, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { takesPlaceOn } from '@preau/shared/timetable/rules.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';
import { warning, type LessonAnomaly } from './lesson-lines.ts';

interface NumberedSlot {
  readonly line: number;
  readonly slot: Slot;
}

/** The first school date on which both slots give a lesson. */
const sharedDate = (a: Slot, b: Slot): LocalDate | undefined => {
  const [from, until] = [a.from > b.from ? a.from : b.from, a.until < b.until ? a.until : b.until];
  for (let date = from; date <= until; date = addDays(date, 1)) {
    if (takesPlaceOn(a, date) && takesPlaceOn(b, date)) return date;
  }
  return undefined;
};

const overlap = (a: Slot, b: Slot): boolean => a.start < b.end && b.start < a.end;

/** Two groups of one class may work at once; its whole class may not be in two places. */
const shareClass = (a: Slot, b: Slot): string | undefined => {
  if (a.groups.length > 0 && b.groups.length > 0 && !a.groups.some((group) => b.groups.some((other) => other.groupId === group.groupId)))
    return undefined;
  return a.classes.find((one) => b.classes.some((other) => other.classId === one.classId))?.name;
};

const french = (date: LocalDate): string => date.split('-').toReversed().join('/');

const warningOf = (first: NumberedSlot, second: NumberedSlot): LessonAnomaly | undefined => {
  const teacher = first.slot.teachers.find((one) => second.slot.teachers.some((other) => other.personId === one.personId))?.name;
  const schoolClass = shareClass(first.slot, second.slot);
  if (teacher === undefined && schoolClass === undefined) return undefined;
  const date = sharedDate(first.slot, second.slot);
  if (date === undefined) return undefined;
  const who = teacher ?? `La classe ${schoolClass}`;
  return warning(second.line, `${who} a déjà un cours à cette heure (ligne ${first.line}), par exemple le ${french(date)}.`);
};

const bucketsOf = ({ slot }: NumberedSlot): readonly string[] => [
  ...slot.teachers.map((one) => `${one.personId}#${slot.weekday}`),
  ...slot.classes.map((one) => `${one.classId}#${slot.weekday}`),
];

/** Lessons that put one teacher or one class in two places at once: imported as they are, and shown. */
export const findOverlaps = (slots: readonly NumberedSlot[]): readonly LessonAnomaly[] => {
  const buckets = Map.groupBy(
    slots.flatMap((slot) => bucketsOf(slot).map((bucket) => ({ bucket, slot }))),
    ({ bucket }) => bucket,
  );
  const found = new Map<string, LessonAnomaly>();
  for (const bucket of buckets.values()) {
    const sorted = bucket.map(({ slot }) => slot).toSorted((a, b) => a.line - b.line);
    for (const [index, first] of sorted.entries()) {
      for (const second of sorted.slice(index + 1)) {
        const pair = `${first.line}-${second.line}`;
        if (found.has(pair) || !overlap(first.slot, second.slot)) continue;
        const anomaly = warningOf(first, second);
        if (anomaly !== undefined) found.set(pair, anomaly);
      }
    }
  }
  return [...found.values()];
};
