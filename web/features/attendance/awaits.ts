import { awaitsFamily } from '@preau/shared/attendance/rules.ts';
import type { DayView } from '@preau/shared/attendance/views.ts';

/** True when the reader has the right to justify and some hour still waits for it. */
export const awaitsReader = (day: Pick<DayView, 'mayJustify' | 'intervals'>): boolean => day.mayJustify && day.intervals.some(awaitsFamily);

/** True when all that waits was answered for, and refused. */
export const awaitsAnotherAnswer = ({ intervals }: Pick<DayView, 'intervals'>): boolean =>
  intervals.filter(awaitsFamily).every((one) => one.treatment === 'refused');

/** What the school said of the latest answer that it did not accept. */
export const lastRefusal = ({ justifications }: Pick<DayView, 'justifications'>): string | undefined =>
  justifications.findLast((one) => one.decision?.accepted === false)?.decision?.reason;
