import type { Language } from '@preau/shared/directory/schema.ts';
import { firstOfMonth } from '@preau/shared/kernel/french-date.ts';

/** The zone of the academies of metropolitan France: pages are written in it whatever the server's is. */
const ZONE = 'Europe/Paris';

const TAGS = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>;

type Written = Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month' | 'year'>;

// Making a formatter costs 0.1 ms, thirty times what writing a date with it does.
const written = (options: Written): ((date: Date, language: Language) => string) => {
  const made = new Map<Language, Intl.DateTimeFormat>();
  return (date, language) => {
    const formatter = made.get(language) ?? new Intl.DateTimeFormat(TAGS[language], { ...options, timeZone: 'UTC' });
    made.set(language, formatter);
    return formatter.format(date);
  };
};

const writeLong = written({ weekday: 'long', day: 'numeric', month: 'long' });
const writeShort = written({ weekday: 'short', day: 'numeric', month: 'short' });
const writeMonth = written({ month: 'long', year: 'numeric' });
const inParis = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: ZONE });

// Noon UTC of a school date is on that date in every zone we write in.
const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);

const dayBy =
  (write: ReturnType<typeof written>) =>
  (date: string, language: Language = 'fr'): string => {
    const text = write(noon(date), language);
    return language === 'fr' ? firstOfMonth(text) : text;
  };

/** « lundi 23 novembre »; the first of a month is « 1er ». */
export const longDate = dayBy(writeLong);

/** « lun. 23 nov. », where room is scarce. */
export const shortDate = dayBy(writeShort);

/** « 8 h 05 » and « 9 h » in French, « 8:05 » in English. */
export const hour = (time: string, language: Language = 'fr'): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  if (language === 'en') return `${hours}:${String(minutes).padStart(2, '0')}`;
  return minutes === 0 ? `${hours}\u00A0h` : `${hours}\u00A0h\u00A0${String(minutes).padStart(2, '0')}`;
};

/** « de 8 h 05 à 9 h ». */
export const interval = (start: string, end: string, language: Language = 'fr'): string =>
  language === 'en' ? `${hour(start, 'en')} to ${hour(end, 'en')}` : `de ${hour(start)} à ${hour(end)}`;

const localParts = (instant: string): { readonly date: string; readonly time: string } => {
  const text = inParis.format(new Date(instant));
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
};

/** « lundi 23 novembre à 8 h 05 » in Paris, from a UTC instant. */
export const moment = (instant: string, language: Language = 'fr'): string => {
  const { date, time } = localParts(instant);
  return language === 'en' ? `${longDate(date, 'en')} at ${hour(time, 'en')}` : `${longDate(date)} à ${hour(time)}`;
};

/** « 8 h 05 », the hour in Paris of a UTC instant. */
export const hourOf = (instant: string, language: Language = 'fr'): string => hour(localParts(instant).time, language);

/** « à 8 h 06 » on the date itself, « lundi 23 novembre à 8 h 06 » on another. */
export const momentSeenFrom = (instant: string, date: string): string =>
  localParts(instant).date === date ? `à ${hourOf(instant)}` : moment(instant);

const DAY_MS = 86_400_000;

const NEAR = {
  fr: { '-1': 'hier', '0': 'aujourd’hui', '1': 'demain' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
} as const satisfies Record<Language, Record<string, string>>;

/** « aujourd’hui, lundi 23 novembre »: near days are named, the others are written out. */
export const relativeDate = (date: string, today: string, language: Language = 'fr'): string => {
  const days = Math.round((noon(date).getTime() - noon(today).getTime()) / DAY_MS);
  const near = Object.entries(NEAR[language]).find(([distance]) => Number(distance) === days)?.[1];
  return near === undefined ? longDate(date, language) : `${near}, ${longDate(date, language)}`;
};

export const shiftDate = (date: string, days: number): string => new Date(noon(date).getTime() + days * DAY_MS).toISOString().slice(0, 10);

export const today = (now: Date = new Date()): string => localParts(now.toISOString()).date;

/** A day that exists: `Date` takes 31 February for 3 March. */
export const isDate = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(noon(text).getTime()) && shiftDate(text, 0) === text;

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);

/** « novembre 2026 », from `2026-11`. */
export const monthName = (month: string, language: Language = 'fr'): string => writeMonth(noon(`${month}-15`), language);

export const shiftMonth = (month: string, months: number): string => {
  const date = noon(`${month}-15`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
};

export const isMonth = (text: string | undefined): text is string => text !== undefined && /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text);

/** The present in Paris: the date, the hour to the minute, and the instant itself. */
export const nowInSchool = (now: Date = new Date()): { readonly date: string; readonly time: string; readonly instant: string } => ({
  ...localParts(now.toISOString()),
  instant: now.toISOString(),
});
