import { addDays, addSeconds, DEFAULT_ZONE, instantOf, type Instant, type LocalDate, type LocalTime } from '../kernel/school-time.ts';
import type { RegisterRole } from './schema.ts';
import type { RegisterProgress, RegisterWindow, WindowState } from './views.ts';

/** A teacher may still correct his own register this long after the lesson, or after its first submit when that came later. */
export const EDIT_MINUTES = 30;
/** A register is late this long after the lesson began. */
export const LATE_AFTER_MINUTES = 10;

interface RegisterFacts {
  readonly lesson: { readonly date: LocalDate; readonly end: LocalTime };
  readonly opensAt: Instant;
  /** The first version, and in which quality the latest was written. */
  readonly taken?: { readonly firstAt: Instant; readonly latestRole: RegisterRole };
}

const later = (a: Instant, b: Instant): Instant => (Date.parse(a) < Date.parse(b) ? b : a);
const earlier = (a: Instant, b: Instant): Instant => (Date.parse(a) < Date.parse(b) ? a : b);

const teacherClosesAt = ({ lesson, taken }: RegisterFacts, zone: string): Instant => {
  const dayEnds = instantOf(addDays(lesson.date, 1), '00:00', zone);
  if (taken === undefined) return dayEnds;
  return earlier(dayEnds, addSeconds(later(instantOf(lesson.date, lesson.end, zone), taken.firstAt), EDIT_MINUTES * 60));
};

/** When a register may be written: by a teacher until the end of the school day, then corrected for half an hour, never over the office's version; by the office for good once it has opened. */
export const windowOf = (reader: RegisterRole, facts: RegisterFacts, now: Instant, zone: string = DEFAULT_ZONE): RegisterWindow => {
  const { opensAt } = facts;
  const hasOpened = Date.parse(now) >= Date.parse(opensAt);
  if (reader === 'office') return { opensAt, state: hasOpened ? 'open' : 'notYet' };
  const closesAt = teacherClosesAt(facts, zone);
  const state = (): WindowState => {
    if (!hasOpened) return 'notYet';
    if (facts.taken?.latestRole === 'office') return 'officeOnly';
    return Date.parse(now) < Date.parse(closesAt) ? 'open' : 'closed';
  };
  return { opensAt, closesAt, state: state() };
};

/** Where a lesson's register stands in the office's eyes: expected from the first minute, late after ten, missing once the lesson is over. */
export const progressOf = (
  lesson: { readonly date: LocalDate; readonly start: LocalTime; readonly end: LocalTime },
  isTaken: boolean,
  now: Instant,
  zone: string = DEFAULT_ZONE,
): RegisterProgress => {
  if (isTaken) return 'done';
  const begins = instantOf(lesson.date, lesson.start, zone);
  if (Date.parse(now) < Date.parse(begins)) return 'notYet';
  if (Date.parse(now) >= Date.parse(instantOf(lesson.date, lesson.end, zone))) return 'missing';
  return Date.parse(now) < Date.parse(addSeconds(begins, LATE_AFTER_MINUTES * 60)) ? 'expected' : 'late';
};
