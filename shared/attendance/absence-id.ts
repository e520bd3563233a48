import { AbsenceId, PersonId } from '../kernel/ids.ts';
import { LocalDate } from '../kernel/school-time.ts';

/** A pupil's day has one name for life, `abs_<pupil>-<yyyymmdd>`: no index is needed to find it. */
export const absenceIdOf = (pupilId: PersonId, date: LocalDate): AbsenceId =>
  AbsenceId.parse(`abs_${pupilId.slice(4)}-${date.replaceAll('-', '')}`);

/** The pupil and the school date that an absence's name holds; undefined when it names no possible day. */
export const partsOfAbsenceId = (absenceId: string): { readonly pupilId: PersonId; readonly date: LocalDate } | undefined => {
  const parts = /^abs_(?<pupil>.+)-(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/.exec(absenceId)?.groups;
  if (parts === undefined) return undefined;
  const pupilId = PersonId.safeParse(`per_${parts['pupil']}`);
  const date = LocalDate.safeParse(`${parts['year']}-${parts['month']}-${parts['day']}`);
  return pupilId.success && date.success ? { pupilId: pupilId.data, date: date.data } : undefined;
};
