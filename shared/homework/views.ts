import * as z from 'zod';
import { ClassId, GroupId, HomeworkId, LessonId, PersonId, SchoolId } from '../kernel/ids.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/school-time.ts';
import { RecordKey, Shown } from '../notebook/schema.ts';
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
export const DueRow = z.strictObject({
  ...shown,
  publishedAt: Instant,
  done: z.boolean(),
  /** The date of the others, when the teacher gave this pupil a later one: `dueOn` is then his own. */
  dueOnOfOthers: LocalDate.optional(),
});
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

/** A lesson that a pupil missed, with what its notebook says of it when something is published. */
export const MissedLessonView = z.strictObject({
  /** Leads to the notebook; absent when nothing is written there. */
  recordId: RecordKey.optional(),
  date: LocalDate,
  start: LocalTime.optional(),
  end: LocalTime.optional(),
  subject: z.string(),
  shown: Shown.optional(),
});
export type MissedLessonView = z.infer<typeof MissedLessonView>;

/** Work to catch up; `proposed` asks its teacher for a later date until he accepts it or sets another. */
export const CatchUpRow = DueRow.extend({
  deadline: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('kept') }),
    z.strictObject({ is: z.literal('proposed'), dueOn: LocalDate.optional() }),
    z.strictObject({ is: z.literal('decided') }),
  ]),
});
export type CatchUpRow = z.infer<typeof CatchUpRow>;

/** One absence, by its dates. */
export const AbsenceSpan = z.strictObject({ from: LocalDate, until: LocalDate });
export type AbsenceSpan = z.infer<typeof AbsenceSpan>;

/** A pupil who was away when a piece of work was due or given, as its teacher decides his date. */
export const AwayPupil = z.strictObject({
  pupilId: PersonId,
  name: z.string(),
  ...AbsenceSpan.shape,
  backOn: LocalDate,
  proposed: LocalDate.optional(),
  decided: LocalDate.optional(),
});
export type AwayPupil = z.infer<typeof AwayPupil>;
