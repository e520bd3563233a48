import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { mayRunOffice } from '@preau/shared/attendance/policy.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { listLessonsOf } from './change-day.ts';
import { editDay } from './edit-day.ts';
import type { AttendanceServices } from './services.ts';
import { findDayOf } from './subjects.ts';
import { viewDay } from './view-day.ts';

/** Takes back what the office had entered; it stays in the history, and an absence that becomes unexpected is told. */
export const withdrawDeclaration = bind<AttendanceServices>()(attendanceOperations.withdrawDeclaration, {
  subject: ({ input, services }) => findDayOf(input.path.absenceId, services),
  may: mayRunOffice,
  async run({ actor, subject, input, services, now }) {
    const { declarationId } = input.path;
    const pupil = await services.directory.findPupil(subject.pupilId);
    const day = await editDay(services, {
      pupilId: subject.pupilId,
      date: subject.date,
      lessons: pupil === undefined ? [] : await listLessonsOf(pupil, subject.date, services),
      edit: (read) => {
        const known = read ?? subject;
        const declaration = known.declarations.find((one) => one.declarationId === declarationId);
        if (declaration === undefined) return refuse('attendance.declaration-unknown');
        if (declaration.withdrawnAt !== undefined) return 'unchanged';
        const withdrawn = { ...declaration, withdrawnAt: now };
        return { day: { ...known, declarations: known.declarations.map((one) => (one === declaration ? withdrawn : one)) } };
      },
    });
    return isRefusal(day) ? day : viewDay(day, actor);
  },
});
