import type { PupilDay } from '@preau/shared/attendance/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { addDays, localDateOf } from '@preau/shared/kernel/school-time.ts';
import { rowOf } from './families.ts';
import type { DayServices } from './services.ts';

/** A school year is never longer; older days are settled or gone. */
const YEAR_DAYS = 400;
const ROUNDS = 10;

const revisionsOf = (days: readonly PupilDay[]): string => JSON.stringify(days.map(({ date, revision }) => [date, revision]));

/** Makes one guardian's list of days to deal with, for one pupil, what his rights of today say: all of the pupil's open days, or none; again while the days keep changing. */
export const rebuildRows =
  (services: Pick<DayServices, 'directory' | 'store' | 'now'>) =>
  async ({ guardianId, pupilId }: { readonly guardianId: PersonId; readonly pupilId: PersonId }): Promise<void> => {
    const recipients = await services.directory.listRecipients(pupilId);
    const isInformed = recipients.some((recipient) => recipient.personId === guardianId && recipient.rights.informed);
    const today = localDateOf(services.now());
    const readDays = async (): Promise<readonly PupilDay[]> =>
      isInformed ? services.store.listDays(pupilId, addDays(today, -YEAR_DAYS), addDays(today, YEAR_DAYS), { asOfNow: true }) : [];
    let days = await readDays();
    for (let round = 0; round < ROUNDS; round += 1) {
      const put = days.flatMap((day) => rowOf(day, guardianId) ?? []);
      const kept = new Set(put.map((row) => row.date));
      const listed = await services.store.listOpenDays(guardianId);
      const remove = listed.filter((row) => row.pupilId === pupilId && !kept.has(row.date));
      await services.store.putRows({ put, remove });
      const latest = await readDays();
      if (revisionsOf(latest) === revisionsOf(days)) return;
      days = latest;
    }
    throw new Error('Days kept changing while their rows were written');
  };
