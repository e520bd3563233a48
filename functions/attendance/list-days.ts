import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { monthHalfDays, thresholdOf } from '@preau/shared/attendance/half-days.ts';
import { mayReadAbsences } from '@preau/shared/attendance/policy.ts';
import { isOfficeOf } from '@preau/shared/directory/relations.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import type { AttendanceServices } from './services.ts';
import { findPupilOf } from './subjects.ts';
import { viewDay } from './view-day.ts';

/** A pupil's absences of a calendar month; the office of another school does not read those of this one. */
export const listDays = bind<AttendanceServices>()(attendanceOperations.listDays, {
  subjectFor: ({ actor, input, services }) => findPupilOf(actor, input.path.pupilId, services),
  may: mayReadAbsences,
  async run({ actor, subject: pupil, input, services, now }) {
    const month = input.query.month ?? localDateOf(now).slice(0, 7);
    const found = await services.store.listDays(pupil.pupilId, `${month}-01`, `${month}-31`);
    const days = found.filter((day) => mayReadAbsences(actor, day));
    const halfDays = monthHalfDays(days, month);
    return {
      pupilId: pupil.pupilId,
      firstName: pupil.firstName,
      days: days.map((day) => viewDay(day, actor)),
      halfDays: { ...halfDays, ...(isOfficeOf(actor, pupil.schoolId) ? { threshold: thresholdOf(halfDays.unjustified) } : {}) },
    };
  },
});
