import { teaches } from '@preau/shared/attendance/policy.ts';
import { isOfficeOf } from '@preau/shared/directory/relations.ts';
import type { RegisterRole, RegisterVersion } from '@preau/shared/attendance/schema.ts';
import type { RegisterWindow } from '@preau/shared/attendance/views.ts';
import { windowOf } from '@preau/shared/attendance/window.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { isHeld } from '@preau/shared/timetable/changes.ts';
import { registerOpensAt } from '@preau/shared/timetable/rules.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';

export interface Writer {
  readonly role: RegisterRole;
  readonly window: RegisterWindow;
}

/** In which quality somebody writes a register, and until when: the teacher first; a teacher who also serves in the office goes on as the office once his own window has closed. */
export const writerOf = (actor: Actor, lesson: Lesson, versions: readonly RegisterVersion[], now: Instant): Writer => {
  const [first] = versions;
  const latest = versions.at(-1);
  const facts = {
    lesson,
    opensAt: registerOpensAt(lesson),
    ...(first === undefined || latest === undefined ? {} : { taken: { firstAt: first.takenAt, latestRole: latest.role } }),
  };
  const role = teaches(actor, lesson) ? 'teacher' : 'office';
  if (!isHeld(lesson)) return { role, window: { opensAt: facts.opensAt, state: 'cancelled' } };
  const asTeacher = { role: 'teacher', window: windowOf('teacher', facts, now) } as const;
  const asOffice = { role: 'office', window: windowOf('office', facts, now) } as const;
  if (role === 'office') return asOffice;
  return asTeacher.window.state === 'open' || !isOfficeOf(actor, lesson.schoolId) ? asTeacher : asOffice;
};
