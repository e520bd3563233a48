import { addDays, daysBetween, type LocalDate } from '@preau/shared/kernel/school-time.ts';

export interface Period {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** The most days that one list covers. */
const DAYS_MAX = 62;

/** The dates that a list covers: those asked for, or the usual ones, never more than two months. */
export const periodOf = (
  asked: { readonly from?: LocalDate | undefined; readonly until?: LocalDate | undefined },
  usual: Period,
): Period => {
  const from = asked.from ?? usual.from;
  const days = daysBetween(usual.from, usual.until);
  const until = asked.until ?? (asked.from === undefined ? usual.until : addDays(from, days));
  const last = addDays(from, DAYS_MAX);
  return { from, until: until < from ? from : until > last ? last : until };
};
