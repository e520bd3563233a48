import * as z from 'zod';
import { PersonId, SchoolId } from '../kernel/ids.ts';
import { isOpenAt, type PublicationWindow } from '../kernel/publication.ts';
import { isSchoolDay, nextSchoolDay } from '../kernel/school-calendar.ts';
import { addDays, addSeconds, instantOf, Instant, LocalDate, localDateOf } from '../kernel/school-time.ts';
import { spreadOf } from '../kernel/spread.ts';
import type { Delivery, LessonDelivery } from './schema.ts';

/** What the evening's message may tell of one child: work for the next school day, what was done in class, corrections given back. */
export const ReminderTopics = z.strictObject({ work: z.boolean(), notebook: z.boolean(), returned: z.boolean() });
export type ReminderTopics = z.infer<typeof ReminderTopics>;
export const TOPICS = ['work', 'notebook', 'returned'] as const satisfies readonly (keyof ReminderTopics)[];

/** Nobody receives what he did not ask for: the absence of the day alone is told without being asked. */
export const NO_TOPIC: ReminderTopics = { work: false, notebook: false, returned: false };

/** What one guardian, or one pupil, asked for, child by child. */
export const ReminderChoice = z.strictObject({
  personId: PersonId,
  pupils: z.array(z.strictObject({ pupilId: PersonId, topics: ReminderTopics })).max(20),
  /** Nothing on the eve of holidays. */
  holidayPause: z.boolean(),
  changedAt: Instant,
});
export type ReminderChoice = z.infer<typeof ReminderChoice>;

/** Where a school's evening stands: the messages of `evening` are made from `wakeAt` on, after the person named by `after`. */
export const EveningRun = z.strictObject({
  schoolId: SchoolId,
  evening: LocalDate,
  wakeAt: Instant,
  after: PersonId.optional(),
  version: z.int(),
});
export type EveningRun = z.infer<typeof EveningRun>;

const hasAny = (topics: ReminderTopics): boolean => TOPICS.some((topic) => topics[topic]);

/** True when an evening's message may have something to say. */
export const wantsEvening = ({ pupils }: Pick<ReminderChoice, 'pupils'>): boolean => pupils.some(({ topics }) => hasAny(topics));

/** About an absence or a lateness: what the office follows. */
export const isOfLesson = (delivery: Delivery): delivery is LessonDelivery =>
  delivery.lessonId !== undefined && delivery.start !== undefined && delivery.kind !== 'evening' && delivery.kind !== 'handIn';

/** What a school's evening depends on. */
export interface SchoolEvenings {
  readonly publication: PublicationWindow;
  readonly zone: string;
  readonly uai: string;
}

export interface Evening {
  readonly evening: LocalDate;
  readonly at: Instant;
  /** The school date whose work is listed. */
  readonly covers: LocalDate;
}

const USUAL_HOUR = '18:00';
/** Messages of one evening are spread over this time, so that neither the provider nor the phones of a school wake at once. */
const SPREAD_SECONDS = 20 * 60;
/** A school whose window closes earlier has its evening before it closes. */
const BEFORE_CLOSING_SECONDS = 30 * 60;
/** Beyond a long week-end. */
const HOLIDAY_DAYS = 4;
const LONGEST_BREAK_DAYS = 400;

/** The evening of a school date: at 18:00, or just before the school's window closes; undefined when there is no class or nothing may be published that day. */
export const eveningOn = (date: LocalDate, { publication, zone, uai }: SchoolEvenings): Evening | undefined => {
  if (!isSchoolDay(date, uai, publication.closures)) return undefined;
  const closing = addSeconds(instantOf(date, publication.closes, zone), -BEFORE_CLOSING_SECONDS);
  const opening = instantOf(date, publication.opens, zone);
  const usual = instantOf(date, USUAL_HOUR, zone);
  const inTime = Date.parse(usual) > Date.parse(closing) ? closing : usual;
  const at = Date.parse(inTime) < Date.parse(opening) ? opening : inTime;
  return isOpenAt(at, publication, zone) ? { evening: date, at, covers: nextSchoolDay(date, uai, publication.closures) } : undefined;
};

/** The first evening of a school from a date on. */
export const nextEvening = (from: LocalDate, school: SchoolEvenings): Evening | undefined => {
  for (let days = 0; days < LONGEST_BREAK_DAYS; days += 1) {
    const found = eveningOn(addDays(from, days), school);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The next evening whose messages are not made yet at an instant. */
export const eveningAfter = (now: Instant, school: SchoolEvenings): Evening | undefined => {
  const today = localDateOf(now, school.zone);
  const ofToday = eveningOn(today, school);
  return ofToday !== undefined && ofToday.at > now ? ofToday : nextEvening(addDays(today, 1), school);
};

/** When one person's message leaves: always the same for him that evening, and before the window closes. */
export const leavesAt = (personId: string, { at, evening }: Evening, { publication, zone }: SchoolEvenings): Instant => {
  const left = (Date.parse(instantOf(evening, publication.closes, zone)) - Date.parse(at)) / 1000;
  return addSeconds(at, spreadOf(`${personId}|${evening}`, Math.max(1, Math.min(SPREAD_SECONDS, left))));
};

/** The last evening before holidays. */
export const isEveOfHolidays = ({ evening, covers }: Evening): boolean => addDays(evening, HOLIDAY_DAYS) < covers;
