import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { mayReadAbsences } from '@preau/shared/attendance/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { AttendanceServices } from './services.ts';
import { findDayOf } from './subjects.ts';
import { viewDay } from './view-day.ts';

/** One day of a pupil, with everything that was seen, said and decided of it. */
export const readDay = bind<AttendanceServices>()(attendanceOperations.readDay, {
  subject: ({ input, services }) => findDayOf(input.path.absenceId, services),
  may: mayReadAbsences,
  run: async ({ actor, subject }) => viewDay(subject, actor),
});
