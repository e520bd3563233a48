import * as z from 'zod';
import { FileRef, FileStatus, Sha256 } from '../files/schema.ts';
import { HomeworkId, PersonId } from '../kernel/ids.ts';
import { Instant, LocalTime } from '../kernel/school-time.ts';
import { Quiz, QuizAnswers } from './quiz.ts';
import { Rubric, RubricMarks } from './rubric.ts';

/** The most files of one hand-in. */
export const HAND_IN_FILES_MAX = 6;
/** The most pupils of one group. */
export const GROUP_MAX = 8;
export const HAND_IN_TEXT_MAX = 20_000;
export const COMMENT_MAX = 5000;

/** A correction written once for everybody. */
export const CommonCorrection = z.strictObject({ comment: z.string().max(COMMENT_MAX), files: z.array(FileRef).max(5) });
export type CommonCorrection = z.infer<typeof CommonCorrection>;

/** How a piece of work is handed in, corrected and returned: one item, whatever the class size. */
export const HandInPlan = z.strictObject({
  homeworkId: HomeworkId,
  /** The hour of the due day after which a hand-in is late. */
  closesAt: LocalTime,
  /** Whether it is then still taken, and marked as late. */
  lateAllowed: z.boolean(),
  /** The most pupils who hand in together; 1 is each his own. */
  groupOf: z.int().min(1).max(GROUP_MAX),
  rubric: Rubric.optional(),
  quiz: Quiz.optional(),
  common: CommonCorrection.optional(),
  /** From this instant pupils and their families read the corrections. */
  returnedAt: Instant.optional(),
  /** The one reminder: when, and how many were told. */
  remindedAt: Instant.optional(),
  reminded: z.int().optional(),
  revision: z.int().min(0),
});
export type HandInPlan = z.infer<typeof HandInPlan>;

/** A proof that cannot be denied: when it came, and the fingerprint of all that came. */
export const Receipt = z.strictObject({ at: Instant, late: z.boolean(), fingerprint: Sha256 });
export type Receipt = z.infer<typeof Receipt>;

/** What a pupil, or his group, has handed in last, without its text: enough for the list of a class. */
export interface HandIn {
  readonly homeworkId: HomeworkId;
  /** Who handed in first; the others of a group are led to him. */
  readonly pupilId: PersonId;
  /** The submit in force, by the key that its sender drew. */
  readonly requestId: string;
  readonly at: Instant;
  readonly late: boolean;
  /** Grows by one each time it is replaced. */
  readonly version: number;
  /** Everybody whose work it is, the first included. */
  readonly members: readonly PersonId[];
  readonly files: readonly Pick<FileRef, 'fileId' | 'name' | 'bytes'>[];
  readonly hasText: boolean;
  readonly score?: number | undefined;
  /** When what is in force now was corrected. */
  readonly correctedAt?: Instant | undefined;
}

/** One submit, kept for ever as it came. */
export const HandedInWork = z.strictObject({
  homeworkId: HomeworkId,
  pupilId: PersonId,
  requestId: z.string(),
  by: PersonId,
  members: z.array(PersonId).min(1).max(GROUP_MAX),
  receipt: Receipt,
  text: z.string().max(HAND_IN_TEXT_MAX),
  files: z.array(FileRef).max(HAND_IN_FILES_MAX),
  answers: QuizAnswers.optional(),
});
export type HandedInWork = z.infer<typeof HandedInWork>;

/** What the teacher answers to one hand-in: nobody else reads it before it is returned. */
export const Correction = z.strictObject({
  homeworkId: HomeworkId,
  pupilId: PersonId,
  comment: z.string().max(COMMENT_MAX),
  /** A word on one file. */
  notes: z.array(z.strictObject({ fileId: FileRef.shape.fileId, note: z.string().min(1).max(1000) })).max(HAND_IN_FILES_MAX),
  /** Annotated copies, a voice. */
  files: z.array(FileRef).max(5),
  marks: RubricMarks,
  by: z.string(),
  savedAt: Instant,
  /** The version that was corrected. */
  ofVersion: z.int(),
  revision: z.int().min(1),
});
export type Correction = z.infer<typeof Correction>;

/** A file as it is shown: its name, and whether it may be opened yet. */
export const ShownFile = FileRef.extend({ status: FileStatus });
