import * as z from 'zod';
import { Instant } from '../kernel/school-time.ts';
import { LessonView } from '../timetable/schema.ts';
import {
  Addendum,
  Author,
  LessonFlag,
  LessonRecord,
  Progression,
  Publication,
  RecordKey,
  Sequence,
  Step,
  Visa,
  Written,
} from './schema.ts';

const occasion = LessonRecord.pick({
  recordId: true,
  schoolId: true,
  date: true,
  start: true,
  end: true,
  subject: true,
  classes: true,
  groups: true,
}).shape;

/** What the staff who answer for a record know beyond its readers. */
const Backstage = z.strictObject({
  publication: Publication,
  /** Since when readers have seen an earlier text, while the latest one is a draft or waits. */
  earlierSince: Instant.optional(),
  visa: Visa.optional(),
  /** 0 when nothing was written yet. */
  revision: z.int().min(0),
  writtenBy: Author.optional(),
  writtenAt: Instant.optional(),
});

/** A record as one person may read it: teachers by their name only, complements once published. */
export const RecordView = z.strictObject({
  ...occasion,
  ...Written.shape,
  teachers: z.array(z.string()),
  publishedAt: Instant.optional(),
  flag: LessonFlag.optional(),
  addenda: z.array(Addendum.omit({ by: true }).extend({ byName: z.string() })),
  backstage: Backstage.optional(),
  may: z.strictObject({ write: z.boolean(), complete: z.boolean(), visa: z.boolean() }),
});
export type RecordView = z.infer<typeof RecordView>;

/** A lesson of the timetable about which nothing is written yet. */
export const UnwrittenLesson = LessonView.omit({ room: true, change: true }).extend({ cancelled: z.boolean() });
export type UnwrittenLesson = z.infer<typeof UnwrittenLesson>;

/** One writing of a record, the latest first. */
export const RecordVersion = z.strictObject({
  revision: z.int(),
  writtenBy: Author,
  writtenAt: Instant,
  publication: Publication,
  withdrawn: z.boolean(),
  ...Written.shape,
});
export type RecordVersion = z.infer<typeof RecordVersion>;

/** What a copy did: lessons that already had a text keep it. */
export const CopyOutcome = z.strictObject({ copied: z.array(RecordKey), skipped: z.array(RecordKey) });
export type CopyOutcome = z.infer<typeof CopyOutcome>;

export const StepView = Step.omit({ sequenceId: true });
export const SequenceView = Sequence.omit({ owner: true }).extend({ ownerName: z.string(), own: z.boolean() });
export type SequenceView = z.infer<typeof SequenceView>;
export const ProgressionView = Progression.omit({ owner: true }).extend({ ownerName: z.string(), own: z.boolean() });
export type ProgressionView = z.infer<typeof ProgressionView>;
