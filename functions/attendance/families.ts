import { openHoursOf } from '@preau/shared/attendance/rules.ts';
import type { OpenDay, PupilDay } from '@preau/shared/attendance/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { DayServices } from './services.ts';
import type { FamilyRows } from './store.ts';

/** The row of "À traiter" that a day makes; undefined when the family owes nothing. */
export const rowOf = (day: PupilDay, guardianId: PersonId): OpenDay | undefined => {
  const open = openHoursOf(day);
  const { pupilId, absenceId, schoolId, firstName, date } = day;
  if (open === undefined) return undefined;
  const { from, until, refused } = open;
  return { guardianId, pupilId, absenceId, schoolId, firstName, date, from, until, ...(refused ? { refused } : {}) };
};

/** True when guardians would read the same row before and after. */
export const hasSameRow = (before: PupilDay | undefined, after: PupilDay): boolean => {
  const was = before === undefined ? undefined : openHoursOf(before);
  const is = openHoursOf(after);
  return was?.from === is?.from && was?.until === is?.until && was?.refused === is?.refused;
};

/** The rows of every guardian with the right to be informed today. */
export const rowsOf = async (day: PupilDay, { directory }: Pick<DayServices, 'directory'>): Promise<FamilyRows> => {
  const recipients = await directory.listRecipients(day.pupilId);
  const informed = recipients.filter((recipient) => recipient.rights.informed).map((recipient) => recipient.personId);
  const rows = informed.flatMap((guardianId) => rowOf(day, guardianId) ?? []);
  const { date, pupilId } = day;
  return rows.length > 0 ? { put: rows, remove: [] } : { put: [], remove: informed.map((guardianId) => ({ guardianId, date, pupilId })) };
};

const ROUNDS = 10;

/** Brings guardians' rows in line with a day, and again while the day keeps changing: whoever finishes last leaves the latest state. */
export const alignRows = async (day: PupilDay, services: Pick<DayServices, 'directory' | 'store'>): Promise<void> => {
  let written = day;
  for (let round = 0; round < ROUNDS; round += 1) {
    await services.store.putRows(await rowsOf(written, services));
    const latest = await services.store.findDay(written.pupilId, written.date);
    if (latest === undefined || latest.revision === written.revision) return;
    written = latest;
  }
  throw new Error('A day kept changing while its rows were written');
};
