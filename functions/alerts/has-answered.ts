import { isAnsweredFor } from '@preau/shared/attendance/rules.ts';
import type { AttendanceReads } from '../attendance/reads.ts';
import type { SweepServices } from './services.ts';

/** A family that has answered is told no more: attendance is asked at the very moment of the next rung. */
export const answeredAt =
  ({ findDayOf }: Pick<AttendanceReads, 'findDayOf'>): SweepServices['hasAnswered'] =>
  async ({ pupilId, date, lessonId }) => {
    if (lessonId === undefined) return true;
    const day = await findDayOf(pupilId, date);
    return day !== undefined && isAnsweredFor(day, lessonId);
  };
