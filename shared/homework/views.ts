import * as z from 'zod';
import { ClassId, GroupId, HomeworkId, LessonId, PersonId, SchoolId } from '../kernel/ids.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/school-time.ts';
import { Audience } from './audience.ts';
import { DueNotice, HomeworkKind, ShownContent } from './schema.ts';

const shown = {
  homeworkId: HomeworkId,
  subject: z.string(),
  /** By their names only. */
  teachers: z.array(z.string()),
  kind: HomeworkKind,
  minutes: z.int().optional(),
  givenOn: LocalDate,
  dueOn: LocalDate,
  dueLessonId: LessonId.optional(),
  notice: DueNotice.optional(),
  changedAt: Instant.optional(),
  content: ShownContent,
};

/** Work as a pupil and those who help him read it: nothing tells whom else it is for. */
export const DueRow = z.strictObject({ ...shown, publishedAt: Instant, done: z.boolean() });
export type DueRow = z.infer<typeof DueRow>;

/** One pupil's work between two dates, by due day, with how much of it he has marked as done. */
export const DueOfPupil = z.strictObject({
  pupilId: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  schoolName: z.string(),
  className: z.string().optional(),
  rows: z.array(DueRow),
  done: z.int(),
  total: z.int(),
});
export type DueOfPupil = z.infer<typeof DueOfPupil>;

/** `waiting`: held until its publication. */
export const HomeworkStatus = z.enum(['draft', 'waiting', 'published', 'withdrawn']);
export type HomeworkStatus = z.infer<typeof HomeworkStatus>;

/** Work as staff read it. */
export const GivenRow = z.strictObject({
  ...shown,
  schoolId: SchoolId,
  /** The class or the group, by its name. */
  to: z.string(),
  audience: Audience,
  status: HomeworkStatus,
  publishedAt: Instant.optional(),
  revision: z.int(),
  /** Whether the reader may change it, take it back or copy it. */
  mine: z.boolean(),
});
export type GivenRow = z.infer<typeof GivenRow>;

/** What a class already has to do for one day, over all its teachers. */
export const DayLoad = z.strictObject({
  date: LocalDate,
  minutes: z.int(),
  /** Pieces of work, those without an estimate included. */
  works: z.int(),
});
export type DayLoad = z.infer<typeof DayLoad>;

/** When work asked for now would be seen, and what it adds to its day. */
export const GivingForecast = z.strictObject({
  dueOn: LocalDate,
  publishedAt: Instant.optional(),
  /** True when it is held until the school's next opening, or until the day chosen. */
  waits: z.boolean(),
  /** The day's load without this work. */
  load: DayLoad,
  /** What the school advises not to pass for one day, in minutes. */
  limitMinutes: z.int(),
  overLimit: z.boolean(),
});
export type GivingForecast = z.infer<typeof GivingForecast>;

/** A class or a group that the teacher may give work to. */
export const AudienceOption = z.strictObject({
  schoolId: SchoolId,
  name: z.string(),
  classId: ClassId.optional(),
  groupId: GroupId.optional(),
});
export type AudienceOption = z.infer<typeof AudienceOption>;

/** A coming lesson that work may be due for. */
export const LessonOption = z.strictObject({
  lessonId: LessonId,
  date: LocalDate,
  start: LocalTime,
  subject: z.string(),
  cancelled: z.boolean(),
});
export type LessonOption = z.infer<typeof LessonOption>;
