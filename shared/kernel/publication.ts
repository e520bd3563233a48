import * as z from 'zod';
import { addDays, addSeconds, instantOf, LocalDate, localDateOf, LocalTime, weekdayOf, type Instant } from './school-time.ts';
import { spreadOf } from './spread.ts';

/** School dates on which nothing is published, both included. */
export const Closure = z.strictObject({ from: LocalDate, until: LocalDate });
export type Closure = z.infer<typeof Closure>;

/** When updates reach pupils and families: outside it they are held, never refused. @see circulaire du 10 juillet 2025, « pause numérique » */
export const PublicationWindow = z.strictObject({
  opens: LocalTime,
  closes: LocalTime,
  /** 1 is Monday, 7 is Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  closures: z.array(Closure),
});
export type PublicationWindow = z.infer<typeof PublicationWindow>;

/** The window of a school whose head decided nothing. */
export const DEFAULT_WINDOW: PublicationWindow = { opens: '07:00', closes: '20:00', weekdays: [1, 2, 3, 4, 5], closures: [] };

/** A school closed without end would hold for ever: after three years, what is held leaves. */
const LONGEST_HOLD_DAYS = 3 * 366;

const isOpenDay = (date: LocalDate, { weekdays, closures }: PublicationWindow): boolean =>
  weekdays.includes(weekdayOf(date)) && !closures.some(({ from, until }) => from <= date && date <= until);

const hoursOf = (date: LocalDate, { opens, closes }: PublicationWindow, zone: string) => ({
  opening: instantOf(date, opens, zone),
  closing: instantOf(date, closes, zone),
});

const isBefore = (one: Instant, other: Instant): boolean => Date.parse(one) < Date.parse(other);

/** True from the minute the window opens until the minute it closes: at 20:00 sharp it is closed. */
export const isOpenAt = (instant: Instant, window: PublicationWindow, zone: string): boolean => {
  const date = localDateOf(instant, zone);
  const { opening, closing } = hoursOf(date, window, zone);
  return isOpenDay(date, window) && !isBefore(instant, opening) && isBefore(instant, closing);
};

/** The asked instant while the window is open, else its next opening: never earlier than asked, whatever daylight saving does. */
export const publicationInstant = (asked: Instant, window: PublicationWindow, zone: string): Instant => {
  if (isOpenAt(asked, window, zone)) return asked;
  const today = localDateOf(asked, zone);
  for (let days = 0; days < LONGEST_HOLD_DAYS; days += 1) {
    const date = addDays(today, days);
    const { opening } = hoursOf(date, window, zone);
    if (isOpenDay(date, window) && !isBefore(opening, asked)) return opening;
  }
  return hoursOf(addDays(today, LONGEST_HOLD_DAYS), window, zone).opening;
};

/** An opening put off by less than so many minutes, always the same for one id: a thousand releases do not wake every phone at once. */
export const spreadInstant = (id: string, opening: Instant, minutes: number): Instant =>
  minutes <= 0 ? opening : addSeconds(opening, spreadOf(id, minutes * 60));

/** When one update reaches its readers: as asked within the window; what had to wait for an opening is spread after it. */
export const releaseInstant = (id: string, asked: Instant, window: PublicationWindow, zone: string, spreadMinutes: number): Instant => {
  const opening = publicationInstant(asked, window, zone);
  return opening === asked ? asked : spreadInstant(id, opening, spreadMinutes);
};

/** When a later audience reads what an earlier one could read at `published`: parents after pupils, by so many hours that have really passed. */
export const laterAudienceInstant = (published: Instant, delayHours: number, window: PublicationWindow, zone: string): Instant =>
  publicationInstant(addSeconds(published, delayHours * 3600), window, zone);
