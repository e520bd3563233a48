import * as z from 'zod';
import { FileRef } from '../files/schema.ts';
import { ClassId, GroupId, LessonId, PersonId, ProgressionId, RecordId, SchoolId, SequenceId, StepId } from '../kernel/ids.ts';
import { isSafeHref } from '../kernel/rich-text-limits.ts';
import { RichText } from '../kernel/rich-text.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/school-time.ts';

/** A record is named by its lesson for life, or by an id of its own when no lesson of the timetable holds it. */
export const RecordKey = z.union([LessonId, RecordId]);
export type RecordKey = z.infer<typeof RecordKey>;

export const FILES_MAX = 10;
export const LINKS_MAX = 10;
export const ADDENDA_MAX = 20;
export const STEPS_MAX = 40;
export const SEQUENCES_OF_PROGRESSION_MAX = 30;

export const Title = z.string().trim().max(120);

/** What was done, and what pupils have to do before, during and after the lesson; a section that is absent was not written. */
export const Sections = z.strictObject({
  content: RichText.optional(),
  before: RichText.optional(),
  during: RichText.optional(),
  after: RichText.optional(),
});
export type Sections = z.infer<typeof Sections>;
export const SECTION_NAMES = ['content', 'before', 'during', 'after'] as const;

export const Link = z.strictObject({ label: z.string().trim().max(120), href: z.string().refine(isSafeHref) });
export type Link = z.infer<typeof Link>;

/** What may be said of a lesson wherever it is reused: in a record, in a step of a sequence, in a copy. */
const written = {
  title: Title,
  sections: Sections,
  files: z.array(FileRef).max(FILES_MAX),
  links: z.array(Link).max(LINKS_MAX),
};
export const Written = z.strictObject(written);
export type Written = z.infer<typeof Written>;

export const Author = z.strictObject({ personId: PersonId, name: z.string() });
export type Author = z.infer<typeof Author>;

/** `draft`: only its teachers; `now`: from the next opening of the school's publication window; `lesson`: the same, from the end of the lesson on. */
export const Publication = z.enum(['draft', 'now', 'lesson']);
export type Publication = z.infer<typeof Publication>;

/** What became of the lesson after the record was written. */
export const LessonFlag = z.strictObject({
  /** `taken-over`: a colleague gives or gave it. */
  kind: z.enum(['moved', 'cancelled', 'taken-over']),
  since: Instant,
  /** Where the lesson was before it moved. */
  from: z.strictObject({ date: LocalDate, start: LocalTime.optional(), end: LocalTime.optional() }).optional(),
});
export type LessonFlag = z.infer<typeof LessonFlag>;

/** The head has seen the record: from then on it is only completed. */
export const Visa = z.strictObject({ by: Author, at: Instant });
export type Visa = z.infer<typeof Visa>;

export const Addendum = z.strictObject({ addendumId: z.string(), by: Author, at: Instant, publishedAt: Instant, text: RichText });
export type Addendum = z.infer<typeof Addendum>;

/** A text with the instant from which its readers saw it. */
export const Shown = Written.extend({ publishedAt: Instant });
export type Shown = z.infer<typeof Shown>;

/** When and for whom a lesson takes place. */
const occasion = {
  schoolId: SchoolId,
  date: LocalDate,
  start: LocalTime.optional(),
  end: LocalTime.optional(),
  subject: z.string().min(1).max(80),
  classes: z.array(z.strictObject({ classId: ClassId, name: z.string() })).max(20),
  /** With groups, only their members are concerned; without, the whole classes. */
  groups: z.array(z.strictObject({ groupId: GroupId, name: z.string() })).max(20),
  teachers: z.array(Author).min(1).max(10),
};

/** What teachers wrote of one lesson, or of one day of a class: an official record, kept by school year. */
export const LessonRecord = z.strictObject({
  recordId: RecordKey,
  ...occasion,
  ...written,
  publication: Publication,
  /** Readers see this text from this instant on; absent for a draft. */
  publishedAt: Instant.optional(),
  /** What readers see until then, when they already saw something. */
  shown: Shown.optional(),
  flag: LessonFlag.optional(),
  visa: Visa.optional(),
  addenda: z.array(Addendum).max(ADDENDA_MAX),
  /** Set when its teachers took it away; the history stays. */
  withdrawnAt: Instant.optional(),
  /** Counts the writings from 1 on: what two teachers must agree on. */
  revision: z.int().min(1),
  writtenBy: Author,
  writtenAt: Instant,
  /** Optimistic lock: counts every change, a visa and a moved lesson included. */
  version: z.int().min(1),
});
export type LessonRecord = z.infer<typeof LessonRecord>;

/** What a teacher keeps for himself about a lesson: nobody else reads it, not even a co-teacher or the head. */
export const PrivateNotes = z.strictObject({
  authorId: PersonId,
  recordId: RecordKey,
  schoolId: SchoolId,
  date: LocalDate,
  text: RichText,
  revision: z.int().min(1),
  writtenAt: Instant,
});
export type PrivateNotes = z.infer<typeof PrivateNotes>;

/** An ordered list of lesson contents that belongs to no date: used again each year, for each class. */
export const Sequence = z.strictObject({
  sequenceId: SequenceId,
  schoolId: SchoolId,
  owner: Author,
  title: Title.min(1),
  subject: z.string().trim().max(80),
  /** For whom, in the teacher's words: `3e`, `2de pro`. */
  level: z.string().trim().max(40),
  /** True when the colleagues of the school may read and copy it. */
  shared: z.boolean(),
  stepIds: z.array(StepId).max(STEPS_MAX),
  /** Whose sequence it was copied from. */
  copiedFrom: z.strictObject({ sequenceId: SequenceId, ownerName: z.string() }).optional(),
  revision: z.int().min(1),
  changedAt: Instant,
});
export type Sequence = z.infer<typeof Sequence>;

export const Step = z.strictObject({ sequenceId: SequenceId, stepId: StepId, ...written, revision: z.int().min(1) });
export type Step = z.infer<typeof Step>;

/** A year's order of sequences. */
export const Progression = z.strictObject({
  progressionId: ProgressionId,
  schoolId: SchoolId,
  owner: Author,
  title: Title.min(1),
  shared: z.boolean(),
  sequenceIds: z.array(SequenceId).max(SEQUENCES_OF_PROGRESSION_MAX),
  revision: z.int().min(1),
  changedAt: Instant,
});
export type Progression = z.infer<typeof Progression>;
