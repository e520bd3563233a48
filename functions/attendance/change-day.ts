import { absenceIdOf } from '@preau/shared/attendance/absence-id.ts';
import { statusOf, waitingSince } from '@preau/shared/attendance/rules.ts';
import type { PupilDay } from '@preau/shared/attendance/schema.ts';
import { afterTelling, tellingsOf } from '@preau/shared/attendance/telling.ts';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import type { SchoolId } from '@preau/shared/kernel/ids.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import { isHeld } from '@preau/shared/timetable/changes.ts';
import { isFor } from '@preau/shared/timetable/rules.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { eventsOf } from './day-events.ts';
import type { DayServices, KnownPupil } from './services.ts';

/** A pupil's day as it was read, as it becomes, and what others must know of it. */
export interface DayChange {
  readonly read: PupilDay | undefined;
  readonly changed: PupilDay;
  readonly events: readonly Envelope[];
}

/** A day of which nothing is known yet. */
export const newDay = (pupil: KnownPupil, schoolId: SchoolId, date: LocalDate): PupilDay => ({
  absenceId: absenceIdOf(pupil.pupilId, date),
  pupilId: pupil.pupilId,
  firstName: pupil.firstName,
  lastName: pupil.lastName,
  schoolId,
  ...(pupil.classId === undefined ? {} : { classId: pupil.classId }),
  ...(pupil.className === undefined ? {} : { className: pupil.className }),
  date,
  observations: {},
  declarations: [],
  justifications: [],
  status: 'nothing',
  revision: 0,
});

/** The lessons that a pupil has on a date, in the order of the day. */
export const listLessonsOf = async (
  pupil: Pick<KnownPupil, 'classId' | 'groupIds'>,
  date: LocalDate,
  { timetable }: Pick<DayServices, 'timetable'>,
): Promise<readonly Lesson[]> => {
  if (pupil.classId === undefined) return [];
  const lessons = await timetable.listLessonsOfClass(pupil.classId, date);
  return lessons.filter((lesson) => isHeld(lesson) && isFor(lesson, pupil));
};

interface Edited {
  readonly read: PupilDay | undefined;
  readonly edited: PupilDay;
  /** The pupil's timetable of the day; absent when nothing changed of what families are told. */
  readonly lessons: readonly Lesson[] | undefined;
  readonly at: Instant;
  /** The edit's own events. */
  readonly own: readonly Envelope[];
}

/** Draws every consequence of an edit: what families must be told, the status, the office's queue. */
export const consequencesOf = ({ read, edited, lessons, at, own }: Edited): DayChange => {
  const tellings = lessons === undefined ? [] : tellingsOf(edited, lessons);
  const { waitingSince: _waitingSince, ...told } = afterTelling(edited, tellings);
  const since = waitingSince(told);
  const changed = {
    ...told,
    status: statusOf(told),
    ...(since === undefined ? {} : { waitingSince: since }),
    revision: edited.revision + 1,
  };
  return { read, changed, events: [...own, ...eventsOf(changed, tellings, at)] };
};

/** How often a day that others are changing is read and decided again before giving up. */
export const ATTEMPTS = 12;
