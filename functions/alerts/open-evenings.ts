import { eveningAfter, type Evening } from '@preau/shared/alerts/reminders.ts';
import type { SchoolId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import type { ReminderDirectory } from './reminder-services.ts';
import type { ReminderStore } from './reminder-store.ts';

interface EveningDoors {
  readonly directory: Pick<ReminderDirectory, 'findSchoolSettings'>;
  readonly reminders: Pick<ReminderStore, 'addRun'>;
}

/** The first who has something to be told in a school opens its evenings, which then go on by themselves; answers with the next one. */
export const openEvenings = async (
  schoolId: SchoolId,
  now: Instant,
  { directory, reminders }: EveningDoors,
): Promise<Evening | undefined> => {
  const next = eveningAfter(now, await directory.findSchoolSettings(schoolId));
  if (next !== undefined) await reminders.addRun({ schoolId, evening: next.evening, wakeAt: next.at, version: 1 });
  return next;
};
