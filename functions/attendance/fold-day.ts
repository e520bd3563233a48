import type { PupilDay } from '@preau/shared/attendance/schema.ts';
import type { PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { ATTEMPTS, consequencesOf, listLessonsOf, newDay } from './change-day.ts';
import { alignRows, hasSameRow } from './families.ts';
import type { DayServices } from './services.ts';

interface Fold {
  readonly pupilId: PersonId;
  readonly schoolId: SchoolId;
  readonly date: LocalDate;
  /** The day with the fact in it; undefined when it is there already. */
  readonly edit: (day: PupilDay) => PupilDay | undefined;
}

/** Folds a fact that the school recorded into one pupil's day, and draws every consequence of it, the families' rows included. */
const foldDay = async (services: DayServices, { pupilId, schoolId, date, edit }: Fold): Promise<void> => {
  const { store } = services;
  const pupil = await services.directory.findPupil(pupilId);
  if (pupil === undefined) throw new Error('A register names a pupil whom the directory does not know');
  const lessons = await listLessonsOf(pupil, date, services);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const read = await store.findDay(pupilId, date);
    const edited = edit(read ?? newDay(pupil, schoolId, date));
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
  throw new Error('A day kept changing while a fact was folded into it');
};

/** Every pupil's day, even when one fails: nobody keeps the others waiting, yet the event comes again. */
export const foldDays = async (services: DayServices, folds: readonly Fold[]): Promise<void> => {
  const folded = await Promise.allSettled(folds.map((fold) => foldDay(services, fold)));
  const failed = folded.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
};
