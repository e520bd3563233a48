import type { PupilDay } from '@preau/shared/attendance/schema.ts';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { isRefusal, refuse, type Refusal } from '@preau/shared/kernel/refusal.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { ATTEMPTS, consequencesOf, type DayChange } from './change-day.ts';
import { hasSameRow, rowsOf } from './families.ts';
import type { DayServices } from './services.ts';

/** What a person makes of a day; `unchanged` when it was done already, by the same request. */
export type Edit<C extends string> = { readonly day: PupilDay; readonly events?: readonly Envelope[] } | 'unchanged' | Refusal<C>;

interface DayEdit<C extends string> {
  readonly pupilId: PersonId;
  readonly date: LocalDate;
  /** Absent when the edit changes nothing of what families are told. */
  readonly lessons?: readonly Lesson[];
  readonly edit: (read: PupilDay | undefined) => Edit<C>;
}

const write = async ({ read, changed, events }: DayChange, services: DayServices): Promise<boolean> =>
  hasSameRow(read, changed)
    ? services.store.putDay(changed, read?.revision, events)
    : services.store.putDayWithRows(changed, read?.revision, events, await rowsOf(changed, services));

/** Applies a person's edit to a day as it is now, and decides it again when somebody else was faster: nobody's edit overwrites another's. */
export const editDay = async <C extends string>(
  services: DayServices,
  { pupilId, date, lessons, edit }: DayEdit<C>,
): Promise<PupilDay | Refusal<C | 'attendance.day-busy'>> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const read = await services.store.findDay(pupilId, date);
    const edited = edit(read);
    if (edited === 'unchanged') {
      if (read === undefined) throw new Error('An edit leaves unchanged a day that does not exist');
      return read;
    }
    if (isRefusal(edited)) return edited;
    const change = consequencesOf({ read, edited: edited.day, lessons, at: services.now(), own: edited.events ?? [] });
    if (await write(change, services)) return change.changed;
  }
  return refuse('attendance.day-busy');
};
