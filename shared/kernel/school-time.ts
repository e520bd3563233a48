// Temporal by its functions: by its classes each bundle weighs 35 KB more, until Node has it.
import * as calendar from 'temporal-polyfill/fns/Calendar';
import * as instants from 'temporal-polyfill/fns/Instant';
import * as plainDate from 'temporal-polyfill/fns/PlainDate';
import * as plainTime from 'temporal-polyfill/fns/PlainTime';
import * as zonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import * as z from 'zod';

/** The zone of a school that states none. */
export const DEFAULT_ZONE = 'Europe/Paris';

/** A school date, `2026-11-23`, in the school's zone; a text that is none ends the reading, so that no rule over dates meets it. */
export const LocalDate = z.iso.date({ abort: true });
export type LocalDate = z.infer<typeof LocalDate>;

/** A school hour, `08:05`, in the school's zone. */
export const LocalTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
export type LocalTime = z.infer<typeof LocalTime>;

/** A UTC instant, `2026-11-23T07:05:00.000Z`. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

const zoned = (instant: Instant, zone: string) => instants.toZonedDateTimeISO(instants.fromString(instant), zone);

const dateOf = (date: LocalDate) => plainDate.fromString(date, calendar.getISO);

/** The school's date at an instant: 23:30Z on 30 November is already 1 December in Paris. */
export const localDateOf = (instant: Instant, zone: string = DEFAULT_ZONE): LocalDate =>
  plainDate.toString(zonedDateTime.toPlainDate(zoned(instant, zone)));

/** The school's hour at an instant, to the minute. */
export const localTimeOf = (instant: Instant, zone: string = DEFAULT_ZONE): LocalTime =>
  plainTime.toString(zonedDateTime.toPlainTime(zoned(instant, zone)), { smallestUnit: 'minute' });

/** The instant of a school date and hour; an hour skipped by daylight saving is the next one that exists. */
export const instantOf = (date: LocalDate, time: LocalTime, zone: string = DEFAULT_ZONE): Instant => {
  const at = plainDate.toZonedDateTime(dateOf(date), { timeZone: zone, plainTime: plainTime.fromString(time) });
  return instants.toString(zonedDateTime.toInstant(at), { fractionalSecondDigits: 3 });
};

const DAY_MS = 86_400_000;

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(date).getUTCDay() || 7;

/** Dates alone, without hours or zones: UTC arithmetic is exact, and lists of lessons are made of it. */
export const addDays = (date: LocalDate, days: number): LocalDate => new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Negative when the second comes before the first. */
export const daysBetween = (from: LocalDate, until: LocalDate): number => (Date.parse(until) - Date.parse(from)) / DAY_MS;

/** The same day so many years later; 29 February becomes the 28th where there is none. */
export const addYears = (date: LocalDate, years: number): LocalDate => plainDate.toString(plainDate.addYears(dateOf(date), years));

/** Minutes since local midnight. */
export const minutesOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** An instant moved by seconds, negative for the past. */
export const addSeconds = (instant: Instant, seconds: number): Instant => new Date(Date.parse(instant) + seconds * 1000).toISOString();
