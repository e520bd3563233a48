import * as z from 'zod';
import { ClassId, GroupId, LessonId, PersonId, SchoolId, SlotId } from '../kernel/ids.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/school-time.ts';

const Teacher = z.strictObject({ personId: PersonId, name: z.string() });
export type Teacher = z.infer<typeof Teacher>;

/** A recurring place in the week, valid from one school date to another, both included. */
export const Slot = z.strictObject({
  slotId: SlotId,
  schoolId: SchoolId,
  weekday: z.int().min(1).max(7),
  start: LocalTime,
  end: LocalTime,
  from: LocalDate,
  until: LocalDate,
  /** School dates of that weekday on which there is no lesson (holidays, closures). */
  except: z.array(LocalDate),
  subject: z.string(),
  room: z.string().optional(),
  teachers: z.array(Teacher),
  classes: z.array(z.strictObject({ classId: ClassId, name: z.string() })),
  /** With groups, only their members attend; without, the whole classes do. */
  groups: z.array(z.strictObject({ groupId: GroupId, name: z.string() })),
});
export type Slot = z.infer<typeof Slot>;

/** `teacher`: another teacher gives the same lesson; `replaced`: a colleague stands in, with his own subject if he chooses. */
export const ChangeKind = z.enum(['cancelled', 'moved', 'room', 'teacher', 'replaced']);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** Why a lesson is changed, as families may read it: never why somebody is away. */
export const ChangeReason = z.enum(['teacherAway', 'training', 'meeting', 'exam', 'outing', 'schoolEvent', 'roomUnavailable', 'other']);
export type ChangeReason = z.infer<typeof ChangeReason>;

/** What a change may touch of a lesson. */
export const LessonTerms = z.strictObject({
  date: LocalDate,
  start: LocalTime,
  end: LocalTime,
  subject: z.string(),
  room: z.string().optional(),
  teachers: z.array(Teacher),
});
export type LessonTerms = z.infer<typeof LessonTerms>;

/** A decision of the office about one dated lesson; the latest one stands, always against the timetable and never against an earlier one. */
export const LessonChange = z.strictObject({
  kind: ChangeKind,
  reason: ChangeReason.optional(),
  note: z.string().max(200).optional(),
  since: Instant,
  /** The lesson as the timetable had it. */
  previous: LessonTerms,
});
export type LessonChange = z.infer<typeof LessonChange>;

const Room = z.string().trim().min(1).max(40);
const said = { reason: ChangeReason.optional(), note: z.string().trim().min(1).max(200).optional() };
const newcomer = {
  teacherId: PersonId,
  /** Whose place he takes; every teacher's when it is not said. */
  replacedId: PersonId.optional(),
  room: Room.optional(),
};

/** What the office asks of one lesson. */
export const WantedChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancelled'), ...said }),
  z.strictObject({ kind: z.literal('moved'), date: LocalDate, start: LocalTime, end: LocalTime, room: Room.optional(), ...said }),
  z.strictObject({ kind: z.literal('room'), room: Room, ...said }),
  z.strictObject({ kind: z.literal('teacher'), ...newcomer, ...said }),
  z.strictObject({ kind: z.literal('replaced'), ...newcomer, subject: z.string().trim().min(1).max(80).optional(), ...said }),
]);
export type WantedChange = z.infer<typeof WantedChange>;

/** A change as everybody may read it: teachers by their name only. */
export const ChangeView = LessonChange.extend({ previous: LessonTerms.extend({ teachers: z.array(z.string()) }) });
export type ChangeView = z.infer<typeof ChangeView>;

/** One dated occurrence of a slot, with the office's change applied; who is replaced is in `change.previous` only. */
export const Lesson = Slot.omit({ weekday: true, from: true, until: true, except: true }).extend({
  lessonId: LessonId,
  date: LocalDate,
  change: LessonChange.optional(),
});
export type Lesson = z.infer<typeof Lesson>;

export const ChangedLesson = Lesson.required({ change: true });
export type ChangedLesson = z.infer<typeof ChangedLesson>;

/** A lesson as everybody may read it: teachers by their name only. */
export const LessonView = Lesson.omit({ slotId: true }).extend({ teachers: z.array(z.string()), change: ChangeView.optional() });
export type LessonView = z.infer<typeof LessonView>;

/** What the office decided of one lesson, as it is kept: the lesson as it becomes, or as it was again once withdrawn. */
export const LessonDecision = z.strictObject({
  lesson: Lesson,
  /** Optimistic lock: each decision and each withdrawal adds one. */
  revision: z.int().min(1),
  by: PersonId,
  byName: z.string(),
  /** The caller's own key: the same submit twice is one decision. */
  requestId: z.string(),
});
export type LessonDecision = z.infer<typeof LessonDecision>;
