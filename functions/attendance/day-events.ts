import { AbsenceCorrected, AbsenceObserved } from '@preau/shared/attendance/events.ts';
import type { PupilDay } from '@preau/shared/attendance/schema.ts';
import type { Telling } from '@preau/shared/attendance/telling.ts';
import { happened, type Envelope } from '@preau/shared/kernel/event.ts';
import { derivedId } from '../runtime/derived-id.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';

const eventOf = (day: PupilDay, { lessonId, was, now, revision }: Telling, at: Instant): Envelope | undefined => {
  const observation = day.observations[lessonId];
  if (observation === undefined) return undefined;
  const { absenceId, pupilId, firstName, schoolId, date } = day;
  const { start, minutesLate } = observation;
  const what = { absenceId, pupilId, firstName, schoolId, date, start, lessonId, revision };
  const late = now === 'lateness' && minutesLate !== undefined ? { minutesLate } : {};
  const fact = { id: derivedId('evt', `${absenceId}:${lessonId}:${revision}`), at, schoolId };
  if (was !== undefined) return happened(AbsenceCorrected, { ...fact, data: { ...what, was, now: now ?? 'present', ...late } });
  return now === undefined ? undefined : happened(AbsenceObserved, { ...fact, data: { ...what, kind: now, ...late } });
};

/** The events of what families must learn of a day. */
export const eventsOf = (day: PupilDay, tellings: readonly Telling[], at: Instant): readonly Envelope[] =>
  tellings.flatMap((telling) => eventOf(day, telling, at) ?? []);
