import { LessonId, SlotId, type ClassId, type GroupId } from '../kernel/ids.ts';
import {
  addSeconds,
  DEFAULT_ZONE,
  instantOf,
  LocalDate,
  minutesOf,
  weekdayOf,
  type Instant,
  type LocalTime,
} from '../kernel/school-time.ts';
import type { Lesson, Slot } from './schema.ts';

/** A register opens at most this long before its lesson begins. */
const REGISTER_OPENS_MINUTES_BEFORE = 10;

/** No lesson lasts longer than this. */
export const LONGEST_LESSON_MINUTES = 240;

/** A lesson keeps one name for life, `les_<slot>-<yyyymmdd>`, whatever is changed about it. */
export const lessonIdOf = (slotId: SlotId, date: LocalDate): LessonId =>
  LessonId.parse(`les_${slotId.slice(4)}-${date.replaceAll('-', '')}`);

/** The slot and the school date that a lesson's name holds; undefined when it names no possible lesson. */
export const partsOfLessonId = (lessonId: string): { readonly slotId: SlotId; readonly date: LocalDate } | undefined => {
  const parts = /^les_(?<slot>.+)-(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/.exec(lessonId)?.groups;
  if (parts === undefined) return undefined;
  const slotId = SlotId.safeParse(`slo_${parts['slot']}`);
  const date = LocalDate.safeParse(`${parts['year']}-${parts['month']}-${parts['day']}`);
  return slotId.success && date.success ? { slotId: slotId.data, date: date.data } : undefined;
};

/** A slot gives a lesson on its weekday, from its first to its last date, both included, except on closed days. */
export const takesPlaceOn = (slot: Slot, date: LocalDate): boolean =>
  slot.weekday === weekdayOf(date) && slot.from <= date && date <= slot.until && !slot.except.includes(date);

/** The dated lesson that a slot gives on a school date, if it gives one. */
export const lessonOn = (slot: Slot, date: LocalDate): Lesson | undefined => {
  if (!takesPlaceOn(slot, date)) return undefined;
  const { weekday: _weekday, from: _from, until: _until, except: _except, ...what } = slot;
  return { ...what, lessonId: lessonIdOf(slot.slotId, date), date };
};

/** Lessons in the order of the day. */
export const inOrder = (lessons: readonly Lesson[]): readonly Lesson[] =>
  lessons.toSorted((a, b) => a.start.localeCompare(b.start) || a.end.localeCompare(b.end) || a.lessonId.localeCompare(b.lessonId));

/** Lessons of a school date in the order of the day. */
export const lessonsOn = (slots: readonly Slot[], date: LocalDate): readonly Lesson[] =>
  inOrder(slots.flatMap((slot) => lessonOn(slot, date) ?? []));

/** With groups, a lesson is for their members; without, for its whole classes. */
export const isFor = (
  lesson: Pick<Lesson, 'classes' | 'groups'>,
  pupil: { readonly classId?: ClassId | undefined; readonly groupIds: readonly GroupId[] },
): boolean =>
  lesson.groups.length > 0
    ? lesson.groups.some((group) => pupil.groupIds.includes(group.groupId))
    : lesson.classes.some((one) => one.classId === pupil.classId);

/** The instant from which a lesson's register may be taken: ten minutes before it begins, in the school's zone. */
export const registerOpensAt = (lesson: Pick<Lesson, 'date' | 'start'>, zone: string = DEFAULT_ZONE): Instant =>
  addSeconds(instantOf(lesson.date, lesson.start, zone), -REGISTER_OPENS_MINUTES_BEFORE * 60);

/** True from ten minutes before the lesson on, whatever happens afterwards. */
export const hasRegisterOpened = (lesson: Pick<Lesson, 'date' | 'start'>, now: Instant, zone: string = DEFAULT_ZONE): boolean =>
  Date.parse(now) >= Date.parse(registerOpensAt(lesson, zone));

/** True for a lesson under way at that hour, or so close that its register has opened. */
export const isUnderWay = (lesson: Pick<Lesson, 'start' | 'end'>, time: LocalTime): boolean =>
  minutesOf(lesson.start) - REGISTER_OPENS_MINUTES_BEFORE <= minutesOf(time) && time < lesson.end;

export type LessonPhase = 'later' | 'now' | 'over';

/** A lesson begins on its first minute and is over on its last: at 09:00 the lesson of 08:00–09:00 is over. */
export const phaseOf = (lesson: Pick<Lesson, 'date' | 'start' | 'end'>, now: Instant, zone: string = DEFAULT_ZONE): LessonPhase => {
  if (Date.parse(now) < Date.parse(instantOf(lesson.date, lesson.start, zone))) return 'later';
  return Date.parse(now) < Date.parse(instantOf(lesson.date, lesson.end, zone)) ? 'now' : 'over';
};

/** The lesson under way; of two at once, the one that began last. */
export const currentLesson = (lessons: readonly Lesson[], now: Instant, zone: string = DEFAULT_ZONE): Lesson | undefined =>
  lessons.findLast((lesson) => phaseOf(lesson, now, zone) === 'now');

/** The first lesson that has not begun yet, of lessons in the order of the day. */
export const nextLesson = (lessons: readonly Lesson[], now: Instant, zone: string = DEFAULT_ZONE): Lesson | undefined =>
  lessons.find((lesson) => phaseOf(lesson, now, zone) === 'later');
