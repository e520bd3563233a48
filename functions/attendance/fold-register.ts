import type { RegisterTaken } from '@preau/shared/attendance/events.ts';
import type { MarkChange, Observation, PupilDay } from '@preau/shared/attendance/schema.ts';
import type { DataOf } from '@preau/shared/kernel/event.ts';
import { ATTEMPTS, consequencesOf, listLessonsOf, newDay } from './change-day.ts';
import { alignRows, hasSameRow } from './families.ts';
import type { DayServices } from './services.ts';

type Taken = DataOf<typeof RegisterTaken>;

const observe = (day: PupilDay, taken: Taken, { after }: MarkChange): PupilDay | undefined => {
  const before = day.observations[taken.lessonId];
  if (before !== undefined && before.version >= taken.version) return undefined;
  const observation: Observation = {
    lessonId: taken.lessonId,
    start: taken.start,
    end: taken.end,
    subject: taken.subject,
    version: taken.version,
    kind: after?.kind ?? 'present',
    ...(after?.kind === 'late' ? { minutesLate: after.minutesLate } : {}),
    ...(before?.toldAs === undefined ? {} : { toldAs: before.toldAs }),
    ...(before?.toldRevision === undefined ? {} : { toldRevision: before.toldRevision }),
  };
  return { ...day, observations: { ...day.observations, [taken.lessonId]: observation } };
};

const foldChange = async (services: DayServices, taken: Taken, change: MarkChange): Promise<void> => {
  const { store } = services;
  const pupil = await services.directory.findPupil(change.pupilId);
  if (pupil === undefined) throw new Error('A register names a pupil whom the directory does not know');
  const lessons = await listLessonsOf(pupil, taken.date, services);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const read = await store.findDay(change.pupilId, taken.date);
    const edited = observe(read ?? newDay(pupil, taken.schoolId, taken.date), taken, change);
    if (edited === undefined) {
      // Already folded: this may be the retry of a run that stopped before the rows.
      if (read !== undefined) await alignRows(read, services);
      return;
    }
    const { changed, events } = consequencesOf({ read, edited, lessons, at: services.now(), own: [] });
    if (await store.putDay(changed, read?.revision, events)) {
      if (!hasSameRow(read, changed)) await alignRows(changed, services);
      return;
    }
  }
  throw new Error('A day kept changing while a register was folded into it');
};

/** Folds what a register changed into each pupil's day: the same whatever the order and the number of times that versions arrive. */
export const foldRegister =
  (services: DayServices) =>
  async (taken: Taken): Promise<void> => {
    const folded = await Promise.allSettled(taken.changes.map((change) => foldChange(services, taken, change)));
    const failed = folded.find((result) => result.status === 'rejected');
    // One pupil's failure must not keep the others waiting, yet the event comes again.
    if (failed !== undefined) throw failed.reason;
  };
