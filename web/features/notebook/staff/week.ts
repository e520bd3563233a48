import type { RecordView, UnwrittenLesson } from '@preau/shared/notebook/views.ts';
import { isDate, shiftDate, today } from '@/lib/dates.ts';

/** 1 is Monday, 7 is Sunday. */
const weekdayOf = (date: string): number => ((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** The Monday of the week asked for, else of this one. */
export const mondayOf = (asked: string | undefined): string => {
  const date = isDate(asked) ? asked : today();
  return shiftDate(date, 1 - weekdayOf(date));
};

export const sundayOf = (monday: string): string => shiftDate(monday, 6);

export type Entry =
  | { readonly kind: 'record'; readonly record: RecordView }
  | { readonly kind: 'lesson'; readonly lesson: UnwrittenLesson };

const placeOf = (entry: Entry): string => {
  const { date, start } = entry.kind === 'record' ? entry.record : entry.lesson;
  return `${date} ${start ?? '99'}`;
};

export interface Day {
  readonly date: string;
  readonly entries: readonly Entry[];
}

/** What is written and what is not, day after day; a day without anything is not shown. */
export const daysOf = (records: readonly RecordView[], unwritten: readonly UnwrittenLesson[]): readonly Day[] => {
  const entries: readonly Entry[] = [
    ...records.map((record): Entry => ({ kind: 'record', record })),
    ...unwritten.map((lesson): Entry => ({ kind: 'lesson', lesson })),
  ].toSorted((a, b) => placeOf(a).localeCompare(placeOf(b)));
  return Array.from(
    Map.groupBy(entries, (entry) => (entry.kind === 'record' ? entry.record.date : entry.lesson.date)),
    ([date, of]) => ({ date, entries: of }),
  );
};
