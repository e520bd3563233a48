import { attendanceOperations } from '@preau/shared/attendance/api.ts';
import { RegisterTaken } from '@preau/shared/attendance/events.ts';
import { mayCallRoll } from '@preau/shared/attendance/policy.ts';
import { changesBetween, fitRoster, keepMarksOfDeparted, viewVersion } from '@preau/shared/attendance/register.ts';
import type { RegisterVersion } from '@preau/shared/attendance/schema.ts';
import type { RegisterWindow } from '@preau/shared/attendance/views.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { happened, type Envelope } from '@preau/shared/kernel/event.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { bind } from '../runtime/bind.ts';
import { writerOf } from './register-window.ts';
import { listCalled } from './roster.ts';
import type { AttendanceServices } from './services.ts';

/** The event of a version, for every domain that lives on registers. */
export const registerTaken = (version: RegisterVersion, subject: string): Envelope => {
  const { schoolId, lessonId, date, start, end, role, takenAt, changes } = version;
  return happened(RegisterTaken, {
    id: `${lessonId}:${version.version}`,
    at: takenAt,
    schoolId,
    data: { schoolId, lessonId, date, start, end, subject, version: version.version, role, takenAt, changes },
  });
};

const closedBecause = ({ state, opensAt, closesAt }: RegisterWindow) => {
  if (state === 'open') return undefined;
  if (state === 'notYet') return refuse('attendance.register-not-open', { opensAt });
  if (state === 'cancelled') return refuse('attendance.lesson-cancelled');
  if (state === 'officeOnly') return refuse('attendance.register-office-only');
  return refuse('attendance.register-closed', { closesAt });
};

const takenMeanwhile = (versions: readonly RegisterVersion[], reader: Actor) => {
  const current = versions.at(-1);
  return refuse('attendance.register-taken-meanwhile', current === undefined ? {} : { current: viewVersion(current, reader.personId) });
};

const answerOf = (version: RegisterVersion, actor: Actor) => ({
  lessonId: version.lessonId,
  current: viewVersion(version, actor.personId),
});

const authorName = (actor: Actor, lesson: Lesson): string =>
  lesson.teachers.find((teacher) => teacher.personId === actor.personId)?.name ?? nameOf(actor);

/** Records the roll call of a lesson as a new version that nothing can change; the first of two people wins, and the other reads what was recorded. */
export const takeRegister = bind<AttendanceServices>()(attendanceOperations.takeRegister, {
  subject: ({ input, services }) => services.timetable.findLesson(input.path.lessonId),
  may: mayCallRoll,
  async run({ actor, subject: lesson, input: { body }, services, now }) {
    /** The same submit, or its page shown again by Back: whoever said it already is not contradicted by himself. */
    const saysTheSame = (version: RegisterVersion, index: number, all: readonly RegisterVersion[]): boolean => {
      if (version.takenBy !== actor.personId) return false;
      if (version.requestId === body.requestId) return true;
      const isLatest = index === all.length - 1;
      return isLatest && version.called === body.called.length && changesBetween(version.marks, body.marks).length === 0;
    };
    // A first submit needs no read: the write itself finds out whether somebody was faster.
    const versions = body.baseVersion === 0 ? [] : await services.store.listVersions(lesson);
    const replayed = versions.find(saysTheSame);
    if (replayed !== undefined) return answerOf(replayed, actor);
    const latest = versions.at(-1);
    if ((latest?.version ?? 0) !== body.baseVersion) return takenMeanwhile(versions, actor);

    const { role, window } = writerOf(actor, lesson, versions, now);
    const closed = closedBecause(window);
    if (closed !== undefined) return closed;

    const roster = await listCalled(lesson, services);
    const { left, joined } = fitRoster(roster, body);
    if (left.length > 0) return refuse('attendance.pupil-not-in-roster', { pupilIds: left });
    if (joined.length > 0) {
      return refuse('attendance.roster-changed', {
        joined: joined.map(({ pupilId, firstName, lastName }) => ({ pupilId, firstName, lastName })),
      });
    }

    const before = latest?.marks ?? [];
    const marks = keepMarksOfDeparted(before, body.marks, roster);
    const { schoolId, date, start, end, lessonId } = lesson;
    const version: RegisterVersion = {
      schoolId,
      date,
      start,
      end,
      lessonId,
      role,
      marks,
      version: body.baseVersion + 1,
      changes: changesBetween(before, marks),
      called: roster.length,
      takenBy: actor.personId,
      takenByName: authorName(actor, lesson),
      takenAt: now,
      requestId: body.requestId,
    };
    if (await services.store.addRegister(version, [registerTaken(version, lesson.subject)])) return answerOf(version, actor);

    const written = await services.store.listVersions(lesson);
    const own = written.find(saysTheSame);
    return own === undefined ? takenMeanwhile(written, actor) : answerOf(own, actor);
  },
});
