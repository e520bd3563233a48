import * as z from 'zod';
import type { ClassId, PersonId, SchoolId, SlotId } from '@preau/shared/kernel/ids.ts';
import { LocalDate, weekdayOf } from '@preau/shared/kernel/school-time.ts';
import { ChangedLesson, Lesson, LessonDecision, Slot } from '@preau/shared/timetable/schema.ts';
import { entity } from '../runtime/entity.ts';
import { changedText, placeText } from './short-texts.ts';

const inTheWeek = (slot: Pick<Slot, 'weekday' | 'start' | 'slotId'>): string => `${slot.weekday}#${slot.start}#${slot.slotId}`;

export const slotEntity = entity({
  type: 'SLOT',
  schema: Slot,
  pk: ({ slotId }: Pick<Slot, 'slotId'>) => `SLOT#${slotId}`,
  sk: () => 'SLOT',
  apart: ['except'],
  gsi1: { pk: ({ schoolId }) => `SCHOOL#${schoolId}`, sk: inTheWeek },
});

/** A whole copy of the slot under each class and each teacher, as short as can be: a day is one query of one partition. */
export const placeEntity = entity({
  type: 'PLACE',
  schema: Slot.extend({ holder: z.string() }),
  pk: ({ holder }: { readonly holder: string }) => holder,
  sk: inTheWeek,
  text: placeText,
});

/** What the office decided of one lesson, beside its slot; once withdrawn it only tells the next decision its revision. */
export const decisionEntity = entity({
  type: 'DECISION',
  schema: LessonDecision.extend({ slotId: Slot.shape.slotId, timetabledOn: LocalDate }),
  pk: ({ slotId }: { readonly slotId: SlotId }) => `SLOT#${slotId}`,
  sk: ({ timetabledOn }: { readonly timetabledOn: LocalDate }) => `C#${timetabledOn}`,
});

/** A changed lesson under each class and teacher that it concerned or concerns, at its old day and at its new one. */
export const changedEntity = entity({
  type: 'CHANGED',
  schema: z.strictObject({ holder: z.string(), on: LocalDate, lesson: ChangedLesson }),
  pk: ({ holder }: { readonly holder: string }) => holder,
  sk: ({ on, lesson }: { readonly on: LocalDate; readonly lesson: Pick<Lesson, 'lessonId'> }) =>
    `${weekdayOf(on)}!${on}#${lesson.lessonId}`,
  text: changedText,
});

/** The same under the school, by date alone. */
export const schoolChangeEntity = entity({
  type: 'SCHOOLCHANGE',
  schema: LessonDecision.extend({ schoolId: Lesson.shape.schoolId, on: LocalDate }),
  pk: ({ schoolId }: { readonly schoolId: SchoolId }) => `CHANGES#${schoolId}`,
  sk: ({ on, lesson }: { readonly on: LocalDate; readonly lesson: Pick<Lesson, 'lessonId'> }) => `${on}#${lesson.lessonId}`,
});

/**
 * A holder's slots of a weekday, and before them in the same range his changes of that weekday from the date on:
 * changes that are over are not read again, and those to come are few.
 */
export const dayRange = (date: LocalDate): readonly [string, string] => [`${weekdayOf(date)}!${date}`, `${weekdayOf(date)}#~`];

/** A slot, and before it in the same range what was decided of its lessons from the date on. */
export const lessonRange = (date: LocalDate): readonly [string, string] => [`C#${date}`, 'SLOT'];

export const ofClass = (classId: ClassId): string => `CLASS#${classId}`;
export const ofTeacher = (personId: PersonId): string => `TEACHER#${personId}`;

/** DynamoDB accepts at most 100 items in a transaction. */
export const TRANSACTION_ITEMS = 100;

/**
 * The most classes and teachers, together, that one lesson may have, so that a decision about it is always one transaction. At worst it was moved with
 * a newcomer and is moved again with another one: each holder, and one newcomer, has a copy at the lesson's own day and at the new one, and loses that of
 * the day given up, where the former newcomer loses two. That is 3 × (holders + 1) + 1 copies, the decision, and three rows of the school.
 */
export const HOLDERS_MAX = Math.floor((TRANSACTION_ITEMS - 8) / 3);

/** Who sees a slot or a lesson in his own day. */
export const holdersOf = ({ classes, teachers }: Pick<Slot, 'classes' | 'teachers'>): readonly string[] => [
  ...new Set([...classes.map((one) => ofClass(one.classId)), ...teachers.map((one) => ofTeacher(one.personId))]),
];
