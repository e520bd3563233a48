import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { JustificationSubmitted } from '@preau/shared/attendance/events.ts';
import { mayJustify } from '@preau/shared/attendance/policy.ts';
import { hoursLeftToJustify } from '@preau/shared/attendance/rules.ts';
import type { Justification, JoinedFile, PupilDay } from '@preau/shared/attendance/schema.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import type { Actor, Relationship } from '@preau/shared/directory/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { happened } from '@preau/shared/kernel/event.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { editDay, type Edit } from './edit-day.ts';
import { joinFile } from './joined-files.ts';
import type { AttendanceServices } from './services.ts';
import { findDayOf } from './subjects.ts';
import { viewDay } from './view-day.ts';

const relationshipOf = (actor: Actor, pupilId: PersonId): Relationship =>
  actor.children.find((child) => child.pupilId === pupilId)?.relationship ?? 'self';

type Codes = 'attendance.nothing-to-justify' | 'attendance.already-justified';

const justify = (day: PupilDay, justification: Justification): Edit<Codes> => {
  if (day.justifications.some((one) => one.justificationId === justification.justificationId)) return 'unchanged';
  const { covered, left } = hoursLeftToJustify(day, justification);
  if (covered === 0) return refuse('attendance.nothing-to-justify');
  const last = day.justifications.at(-1);
  if (left === 0) return refuse('attendance.already-justified', last === undefined ? {} : { byRole: last.byRole, at: last.at });
  const { absenceId, pupilId, schoolId, date } = day;
  const { justificationId, at } = justification;
  const data = { absenceId, pupilId, schoolId, date, justificationId };
  return {
    day: { ...day, justifications: [...day.justifications, justification] },
    events: [happened(JustificationSubmitted, { id: `${absenceId}:${justificationId}`, at, schoolId, data })],
  };
};

/** Answers for a pupil's absence, for the office to decide; both guardians then read the same answer. */
export const justifyAbsence = bind<AttendanceServices>()(attendanceOperations.justifyAbsence, {
  subject: ({ input, services }) => findDayOf(input.path.absenceId, services),
  may: mayJustify,
  async run({ actor, subject, input: { path, body }, services, now }) {
    const { requestId, files: sent, lessonIds, hours, restOfDay, reason, comment } = body;
    const justificationId = derivedId('jus', `${actor.personId}:${requestId}`);
    if (subject.justifications.some((one) => one.justificationId === justificationId)) return viewDay(subject, actor);

    const joined = await Promise.all(sent.map((file) => joinFile(services.files, path.absenceId, file)));
    const notJoined = joined.find((file) => isRefusal(file));
    if (notJoined !== undefined) return notJoined;

    const justification: Justification = {
      justificationId,
      lessonIds,
      ...(hours === undefined ? {} : { hours }),
      restOfDay,
      reason,
      comment,
      files: joined.filter((file): file is JoinedFile => !isRefusal(file)),
      by: actor.personId,
      byRole: relationshipOf(actor, subject.pupilId),
      byName: nameOf(actor),
      at: now,
      formerDecisions: [],
    };
    const { pupilId, date } = subject;
    const day = await editDay(services, { pupilId, date, edit: (read) => justify(read ?? subject, justification) });
    return isRefusal(day) ? day : viewDay(day, actor);
  },
});
