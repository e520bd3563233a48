import type { DayView } from '@preau/shared/attendance/views.ts';

/** True when the reader has the right to justify and some hour still waits for it. */
export const awaitsReader = (day: Pick<DayView, 'mayJustify' | 'intervals'>): boolean =>
  day.mayJustify && day.intervals.some((one) => one.treatment === 'toJustify');
