import * as z from 'zod';
import { ClassId, GroupId, LessonId, PersonId, SchoolId, SlotId } from '../kernel/ids.ts';
import { LocalDate, LocalTime } from '../kernel/school-time.ts';

/** A recurring place in the week, valid from one school date to another, both included. */
export const Slot = z.strictObject({
  slotId: SlotId,
  schoolId: SchoolId,
  weekday: z.number().int().min(1).max(7),
  start: LocalTime,
  end: LocalTime,
  from: LocalDate,
  until: LocalDate,
  /** School dates of that weekday on which there is no lesson (holidays, closures). */
  except: z.array(LocalDate),
  subject: z.string(),
  room: z.string().optional(),
  teachers: z.array(z.strictObject({ personId: PersonId, name: z.string() })),
  classes: z.array(z.strictObject({ classId: ClassId, name: z.string() })),
  /** With groups, only their members attend; without, the whole classes do. */
  groups: z.array(z.strictObject({ groupId: GroupId, name: z.string() })),
});
export type Slot = z.infer<typeof Slot>;

/** One dated occurrence of a slot. */
export const Lesson = Slot.omit({ weekday: true, from: true, until: true, except: true }).extend({
  lessonId: LessonId,
  date: LocalDate,
});
export type Lesson = z.infer<typeof Lesson>;
