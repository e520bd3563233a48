import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { addDays, localDateOf } from '@preau/shared/kernel/school-time.ts';
import { rowOf } from './families.ts';
import type { DayServices } from './services.ts';

/** A school year is never longer; older days are settled or gone. */
const YEAR_DAYS = 400;

/** Makes one guardian's list of days to deal with, for one pupil, what his rights of today say: all of the pupil's open days, or none. */
export const rebuildRows =
  (services: Pick<DayServices, 'directory' | 'store' | 'now'>) =>
  async ({ guardianId, pupilId }: { readonly guardianId: PersonId; readonly pupilId: PersonId }): Promise<void> => {
    const recipients = await services.directory.listRecipients(pupilId);
    const isInformed = recipients.some((recipient) => recipient.personId === guardianId && recipient.rights.informed);
    const today = localDateOf(services.now());
    const days = isInformed ? await services.store.listDays(pupilId, addDays(today, -YEAR_DAYS), addDays(today, YEAR_DAYS)) : [];
    const put = days.flatMap((day) => rowOf(day, guardianId) ?? []);
    const kept = new Set(put.map((row) => row.date));
    const listed = await services.store.listOpenDays(guardianId);
    const remove = listed.filter((row) => row.pupilId === pupilId && !kept.has(row.date));
    await services.store.putRows({ put, remove });
  };
