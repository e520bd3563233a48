import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { JustificationDecided } from '@preau/shared/attendance/events.ts';
import { mayRunOffice } from '@preau/shared/attendance/policy.ts';
import type { Decision, Justification, PupilDay } from '@preau/shared/attendance/schema.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { happened, type Envelope } from '@preau/shared/kernel/event.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { editDay, type Edit } from './edit-day.ts';
import type { AttendanceServices } from './services.ts';
import { findDayOf } from './subjects.ts';
import { viewDay } from './view-day.ts';

type Codes = 'attendance.already-decided' | 'attendance.justification-unknown';

interface Deciding {
  readonly actor: Actor;
  readonly now: Instant;
  readonly outcome: 'accept' | 'refuse' | 'reopen';
  readonly reason?: string | undefined;
}

const decidedEvent = (day: PupilDay, justification: Justification, decision: Decision): Envelope => {
  const { absenceId, pupilId, firstName, schoolId, date } = day;
  const { justificationId, formerDecisions } = justification;
  const data = { absenceId, pupilId, firstName, schoolId, date, justificationId, accepted: decision.accepted };
  const id = `${absenceId}:${justificationId}:${formerDecisions.length + 1}`;
  return happened(JustificationDecided, { id, at: decision.decidedAt, schoolId, data });
};

const replace = (day: PupilDay, justification: Justification): PupilDay => ({
  ...day,
  justifications: day.justifications.map((one) => (one.justificationId === justification.justificationId ? justification : one)),
});

const reopen = (day: PupilDay, justification: Justification, { actor, now }: Deciding): Edit<Codes> => {
  const { decision, ...undecided } = justification;
  if (decision === undefined) return 'unchanged';
  const former = { ...decision, reopenedBy: actor.personId, reopenedByName: nameOf(actor), reopenedAt: now };
  return { day: replace(day, { ...undecided, formerDecisions: [...justification.formerDecisions, former] }) };
};

const decide = (day: PupilDay, justification: Justification, deciding: Deciding): Edit<Codes> => {
  if (deciding.outcome === 'reopen') return reopen(day, justification, deciding);
  const accepted = deciding.outcome === 'accept';
  const known = justification.decision;
  if (known !== undefined) {
    if (known.decidedBy === deciding.actor.personId && known.accepted === accepted) return 'unchanged';
    const { decidedByName, decidedAt } = known;
    return refuse('attendance.already-decided', { accepted: known.accepted, decidedByName, decidedAt });
  }
  const decision: Decision = {
    accepted,
    ...(deciding.reason === undefined ? {} : { reason: deciding.reason }),
    decidedBy: deciding.actor.personId,
    decidedByName: nameOf(deciding.actor),
    decidedAt: deciding.now,
  };
  return { day: replace(day, { ...justification, decision }), events: [decidedEvent(day, justification, decision)] };
};

/** The office accepts or refuses an answer; a decision is reopened before it changes, and what it was stays written. */
export const decideJustification = bind<AttendanceServices>()(attendanceOperations.decideJustification, {
  subject: ({ input, services }) => findDayOf(input.path.absenceId, services),
  may: mayRunOffice,
  async run({ actor, subject, input: { path, body }, services, now }) {
    const reason = body.reason?.trim() === '' ? undefined : body.reason?.trim();
    if (body.outcome === 'refuse' && reason === undefined) return refuse('attendance.reason-required');
    const { pupilId, date } = subject;
    const day = await editDay(services, {
      pupilId,
      date,
      edit: (read) => {
        const known = read ?? subject;
        const justification = known.justifications.find((one) => one.justificationId === path.justificationId);
        if (justification === undefined) return refuse('attendance.justification-unknown');
        return decide(known, justification, { actor, now, outcome: body.outcome, reason });
      },
    });
    return isRefusal(day) ? day : viewDay(day, actor);
  },
});
