import { addDays, weekdayOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';

/** The dates of a weekday from one date to another, both included. */
export const datesBetween = (weekday: number, from: LocalDate, until: LocalDate): readonly LocalDate[] => {
  const dates: LocalDate[] = [];
  for (let date = addDays(from, (weekday - weekdayOf(from) + 7) % 7); date <= until; date = addDays(date, 7)) dates.push(date);
  return dates;
};

/** All the dates on which a slot gives a lesson, in order. */
export const lessonDatesOf = ({
  weekday,
  from,
  until,
  except,
}: Pick<Slot, 'weekday' | 'from' | 'until' | 'except'>): readonly LocalDate[] => {
  const closed = new Set(except);
  return datesBetween(weekday, from, until).filter((date) => !closed.has(date));
};
