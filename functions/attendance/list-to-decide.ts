import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { mayRunOffice } from '@preau/shared/attendance/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { AttendanceServices } from './services.ts';
import { placeInQueue } from './store.ts';
import { viewDay } from './view-day.ts';

const PAGE = 25;

/** The office's queue, the answers that have waited longest first. */
export const listToDecide = bind<AttendanceServices>()(attendanceOperations.listToDecide, {
  subject: async ({ input }) => ({ schoolId: input.path.schoolId }),
  may: mayRunOffice,
  async run({ actor, input: { path, query }, services, now }) {
    const days = await services.store.listToDecide(path.schoolId, query.after ?? ' ', PAGE);
    const last = days.length === PAGE ? days.at(-1) : undefined;
    return {
      days: days.map((day) => viewDay(day, actor)),
      ...(last?.waitingSince === undefined ? {} : { next: placeInQueue({ waitingSince: last.waitingSince, absenceId: last.absenceId }) }),
      asOf: now,
    };
  },
});
