import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { mayRunOffice } from '@preau/shared/attendance/policy.ts';
import type { Declaration } from '@preau/shared/attendance/schema.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import { bind } from '../runtime/bind.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { listLessonsOf, newDay } from './change-day.ts';
import { editDay } from './edit-day.ts';
import type { AttendanceServices } from './services.ts';
import { findPupilOf } from './subjects.ts';
import { viewDay } from './view-day.ts';

/** Enters what the office knows of a pupil's absence: his family is then not alerted of it, and his teachers do not expect him. */
export const declareAbsence = bind<AttendanceServices>()(attendanceOperations.declareAbsence, {
  subjectFor: ({ actor, input, services }) => findPupilOf(actor, input.path.pupilId, services),
  may: mayRunOffice,
  async run({ actor, subject: pupil, input: { body }, services, now }) {
    if (body.until <= body.from) return refuse('attendance.hours-reversed');
    const { date, from, until, kind, reason, requestId } = body;
    if (schoolYearOf(date) !== schoolYearOf(localDateOf(now))) return refuse('attendance.date-outside-year');
    const declaration: Declaration = {
      // Other hours under a key already used, as a page shown again by Back may send, are another absence.
      declarationId: derivedId('dec', [actor.personId, requestId, from, until, kind].join(':')),
      from,
      until,
      kind,
      ...(reason === undefined ? {} : { reason }),
      by: actor.personId,
      byName: nameOf(actor),
      at: now,
    };
    const day = await editDay(services, {
      pupilId: pupil.pupilId,
      date,
      lessons: await listLessonsOf(pupil, date, services),
      edit: (read) => {
        // A day is its school's alone, whoever teaches the pupil today.
        if (read !== undefined && read.schoolId !== pupil.schoolId) return refuse('attendance.day-of-other-school');
        const known = read ?? newDay(pupil, pupil.schoolId, date);
        if (known.declarations.some((one) => one.declarationId === declaration.declarationId)) return 'unchanged';
        return { day: { ...known, declarations: [...known.declarations, declaration] } };
      },
    });
    return isRefusal(day) ? day : viewDay(day, actor);
  },
});
