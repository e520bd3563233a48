import * as z from 'zod';
import type { Child } from '../directory/schema.ts';
import { PersonId, SchoolId } from '../kernel/ids.ts';
import { isOpenAt, type PublicationWindow } from '../kernel/publication.ts';
import { isSchoolDay, nextSchoolDay } from '../kernel/school-calendar.ts';
import { addDays, addSeconds, instantOf, Instant, LocalDate, localDateOf } from '../kernel/school-time.ts';
import { spreadOf } from '../kernel/spread.ts';
import { mayHaveLeft } from './delivery.ts';
import type { Delivery, LessonDelivery } from './schema.ts';

/** What the evening's message may tell of one child: work for the next school day, what was done in class, corrections given back, how many new marks, a new report card. */
export const ReminderTopics = z.strictObject({
  work: z.boolean(),
  notebook: z.boolean(),
  returned: z.boolean(),
  marks: z.boolean(),
  cards: z.boolean(),
});
export type ReminderTopics = z.infer<typeof ReminderTopics>;
export const TOPICS = ['work', 'notebook', 'returned', 'marks', 'cards'] as const satisfies readonly (keyof ReminderTopics)[];

export const NO_TOPIC: ReminderTopics = { work: false, notebook: false, returned: false, marks: false, cards: false };

/** What is told to guardians until they refuse it; a pupil sees his marks first, and is told of what he asked for alone. */
const USUAL_TOPICS: ReminderTopics = { ...NO_TOPIC, marks: true, cards: true };

/** What was chosen before marks and report cards could be told says nothing of them. */
const ChosenTopics = ReminderTopics.partial({ marks: true, cards: true });

/** What one guardian, or one pupil, asked for, child by child. */
export const ReminderChoice = z.strictObject({
  personId: PersonId,
  pupils: z.array(z.strictObject({ pupilId: PersonId, topics: ChosenTopics })).max(20),
  /** Nothing on the eve of holidays. */
  holidayPause: z.boolean(),
  changedAt: Instant,
});
export type ReminderChoice = z.infer<typeof ReminderChoice>;

/**
 * Where a school's evening stands: the messages of `evening` are made from `wakeAt` on, for those who asked, then for the families of pupils of whom
 * there is news, after the person named by `after`.
 */
export const EveningRun = z.strictObject({
  schoolId: SchoolId,
  evening: LocalDate,
  wakeAt: Instant,
  part: z.enum(['readers', 'news']).optional(),
  after: PersonId.optional(),
  /** The first evening whose news may not have been told to everybody. */
  newsFrom: LocalDate.optional(),
  version: z.int(),
});
export type EveningRun = z.infer<typeof EveningRun>;

/** What a person is told of one pupil in the evening: as he chose, else what is usual for a guardian, or for the pupil himself. */
export const topicsOf = (
  choice: Pick<ReminderChoice, 'pupils'> | undefined,
  { pupilId, relationship }: Pick<Child, 'pupilId' | 'relationship'>,
): ReminderTopics => {
  const usual = relationship === 'self' ? NO_TOPIC : USUAL_TOPICS;
  const chosen = choice?.pupils.find((one) => one.pupilId === pupilId)?.topics;
  return chosen === undefined ? usual : { ...chosen, marks: chosen.marks ?? usual.marks, cards: chosen.cards ?? usual.cards };
};

/** True when an evening's message may have something to say of a pupil. */
export const wantsEvening = (topics: ReminderTopics): boolean => TOPICS.some((topic) => topics[topic]);

/** About an absence or a lateness: what the office follows. */
export const isOfLesson = (delivery: Delivery): delivery is LessonDelivery =>
  delivery.lessonId !== undefined && delivery.start !== undefined && delivery.kind !== 'evening' && delivery.kind !== 'handIn';

/** Whoever was told nothing for a month is told of a month of news at most. */
export const LOOKED_BACK_DAYS = 30;

/** An evening that may have been read: what it tells of is told by no other one. One that did not arrive leaves its news to the next. */
export const tellsEvening = (delivery: Delivery): boolean => delivery.kind === 'evening' && mayHaveLeft(delivery);

/** An evening that has not left and still may, held or not. */
export const awaitsEvening = (delivery: Delivery): boolean =>
  delivery.kind === 'evening' && !mayHaveLeft(delivery) && (delivery.state === 'created' || delivery.state === 'held');

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
