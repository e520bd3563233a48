import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

/** The zone of a school that states none. */
export const DEFAULT_ZONE = 'Europe/Paris';

/** A school date, `2026-11-23`, in the school's zone. */
export const LocalDate = z.iso.date();
export type LocalDate = z.infer<typeof LocalDate>;

/** A school hour, `08:05`, in the school's zone. */
export const LocalTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
export type LocalTime = z.infer<typeof LocalTime>;

/** A UTC instant, `2026-11-23T07:05:00.000Z`. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

const zoned = (instant: Instant, zone: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);

/** The school's date at an instant: 23:30Z on 30 November is already 1 December in Paris. */
export const localDateOf = (instant: Instant, zone: string = DEFAULT_ZONE): LocalDate => zoned(instant, zone).toPlainDate().toString();

/** The school's hour at an instant, to the minute. */
export const localTimeOf = (instant: Instant, zone: string = DEFAULT_ZONE): LocalTime =>
  zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** The instant of a school date and hour; an hour skipped by daylight saving is the next one that exists. */
export const instantOf = (date: LocalDate, time: LocalTime, zone: string = DEFAULT_ZONE): Instant =>
  Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: LocalDate): number => Temporal.PlainDate.from(date).dayOfWeek;

export const addDays = (date: LocalDate, days: number): LocalDate => Temporal.PlainDate.from(date).add({ days }).toString();

/** Minutes since local midnight. */
export const minutesOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** An instant moved by seconds, negative for the past. */
export const addSeconds = (instant: Instant, seconds: number): Instant => new Date(Date.parse(instant) + seconds * 1000).toISOString();
