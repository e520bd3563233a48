import * as z from 'zod';
import { FileRef } from '../files/schema.ts';
import { HomeworkId, LessonId, PersonId, SchoolId } from '../kernel/ids.ts';
import { isSafeHref } from '../kernel/rich-text-limits.ts';
import { RichText } from '../kernel/rich-text.ts';
import { Instant, LocalDate } from '../kernel/school-time.ts';
import { Audience } from './audience.ts';

/** What is expected: to hand in, to do without handing in, to learn, to read. */
export const HomeworkKind = z.enum(['handIn', 'do', 'learn', 'read']);
export type HomeworkKind = z.infer<typeof HomeworkKind>;

/** The longest work of one evening that a form accepts, in minutes. */
export const HOMEWORK_MINUTES_MAX = 600;

export const HomeworkLink = z.strictObject({
  url: z.string().max(2000).refine(isSafeHref, { message: 'Donnez une adresse complète qui commence par https://.' }),
  title: z.string().trim().min(1).max(120).optional(),
});
export type HomeworkLink = z.infer<typeof HomeworkLink>;

/** What is to be done, and with what. */
export const HomeworkContent = z.strictObject({
  body: RichText,
  links: z.array(HomeworkLink).max(10),
  files: z.array(FileRef).max(10),
});
export type HomeworkContent = z.infer<typeof HomeworkContent>;

/** What happened to the lesson that the work was due for. */
export const DueNotice = z.strictObject({ kind: z.enum(['cancelled', 'moved']), since: Instant, previousDueOn: LocalDate.optional() });
export type DueNotice = z.infer<typeof DueNotice>;

/** A piece of work without what it says: enough to know whose it is, whom it is for and when. */
export const HomeworkCard = z.strictObject({
  homeworkId: HomeworkId,
  schoolId: SchoolId,
  audience: Audience,
  /** The class or the group, by the name it had when the work was given. */
  to: z.string().min(1).max(60),
  subject: z.string().min(1).max(80),
  /** Who gives it, first, and the colleagues who share its lesson. */
  teachers: z
    .array(z.strictObject({ personId: PersonId, name: z.string().min(1).max(120) }))
    .min(1)
    .max(4),
  kind: HomeworkKind,
  /** Estimated by the teacher. */
  minutes: z.int().min(1).max(HOMEWORK_MINUTES_MAX).optional(),
  /** The school date of the lesson at which it was given. */
  givenOn: LocalDate,
  dueOn: LocalDate,
  /** The lesson that it is due for: when it is moved, `dueOn` follows. */
  dueLessonId: LessonId.optional(),
  notice: DueNotice.optional(),
  /** From this instant families see it; absent: a draft, which only its teachers see. */
  publishedAt: Instant.optional(),
  /** Taken back: nobody but its teachers sees it any more, and they may restore it. */
  withdrawnAt: Instant.optional(),
  /** Grows by one at each change: a change over a version that was not read is refused. */
  revision: z.int().min(1),
  /** The last change after families could see it. */
  changedAt: Instant.optional(),
});
export type HomeworkCard = z.infer<typeof HomeworkCard>;

/** What is to be done as a list shows it: the whole of it, or its beginning when it is long. */
export const ShownContent = z.discriminatedUnion('kind', [
  HomeworkContent.extend({ kind: z.literal('whole') }),
  z.strictObject({ kind: z.literal('beginning'), text: z.string(), links: z.int(), files: z.int() }),
]);
export type ShownContent = z.infer<typeof ShownContent>;

/** A piece of work as it is found in the list of a class. */
export const Homework = HomeworkCard.extend({
  content: ShownContent,
  /** The revision at which the whole of a long text was written. */
  textRevision: z.int().optional(),
});
export type Homework = z.infer<typeof Homework>;

/** A later date that a teacher gave one pupil, who was away; the others keep theirs. */
export const Deadline = z.strictObject({
  pupilId: PersonId,
  homeworkId: HomeworkId,
  dueOn: LocalDate,
  decidedBy: PersonId,
  decidedAt: Instant,
});
export type Deadline = z.infer<typeof Deadline>;
