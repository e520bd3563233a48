import type { LessonId } from '../kernel/ids.ts';
import type { LocalTime } from '../kernel/school-time.ts';
import type { Mark, Observation, PupilDay } from './schema.ts';

/** What one version of a register says of one pupil, at the place of the timetable where it was taken. */
export interface Seen {
  readonly lessonId: LessonId;
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly subject: string;
  readonly version: number;
  /** Undefined for a pupil who was present. */
  readonly mark: Mark | undefined;
  /** False once the lesson is cancelled, or given elsewhere: nobody missed it there. */
  readonly isHeld: boolean;
}

const observationOf = ({ mark, isHeld, lessonId, start, end, subject, version }: Seen, before: Observation | undefined): Observation => ({
  lessonId,
  start,
  end,
  subject,
  version,
  kind: isHeld ? (mark?.kind ?? 'present') : 'notHeld',
  ...(isHeld && mark?.kind === 'late' ? { minutesLate: mark.minutesLate } : {}),
  ...(before?.toldAs === undefined ? {} : { toldAs: before.toldAs }),
  ...(before?.toldRevision === undefined ? {} : { toldRevision: before.toldRevision }),
});

/**
 * The day with what a register says of the pupil; undefined when it says so already, or says more recent things.
 * `again` takes the same version anew, because the lesson was changed since.
 */
export const observe = (day: PupilDay, seen: Seen, which: 'newer' | 'again'): PupilDay | undefined => {
  const before = day.observations[seen.lessonId];
  const isElsewhere = before !== undefined && before.start !== seen.start;
  // What was seen at a place that the lesson has left says nothing of where it is given now.
  if (isElsewhere && !seen.isHeld) return undefined;
  if (before !== undefined && !isElsewhere) {
    if (before.version > seen.version || (which === 'newer' && before.version === seen.version)) return undefined;
  }
  const after = observationOf(seen, before);
  if (!isElsewhere && before?.kind === after.kind && before.version === after.version && before.minutesLate === after.minutesLate)
    return undefined;
  return { ...day, observations: { ...day.observations, [seen.lessonId]: after } };
};
