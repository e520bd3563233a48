import type { Actor } from '@preau/shared/directory/schema.ts';
import { mayChange } from '@preau/shared/homework/policy.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import type { DueRow, GivenRow, HomeworkStatus } from '@preau/shared/homework/views.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';

const statusOf = ({ publishedAt, withdrawnAt }: Homework, now: Instant): HomeworkStatus => {
  if (withdrawnAt !== undefined) return 'withdrawn';
  if (publishedAt === undefined) return 'draft';
  return publishedAt <= now ? 'published' : 'waiting';
};

const common = ({ teachers, audience: _audience, withdrawnAt: _withdrawn, textRevision: _text, ...work }: Homework) => ({
  ...work,
  teachers: teachers.map((teacher) => teacher.name),
});

/** Work as a pupil, his family or his AESH reads it, at his own date when he was given one: whom else it is for is left out. */
export const dueRow = (work: Homework, done: boolean, own?: LocalDate): DueRow => {
  const { schoolId: _school, to: _to, revision: _revision, publishedAt, ...shown } = common(work);
  if (publishedAt === undefined) throw new Error('A draft is nobody’s work');
  // A date that the work itself has passed since is nobody's own any more.
  const isLater = own !== undefined && own > work.dueOn;
  return { ...shown, ...(isLater ? { dueOn: own, dueOnOfOthers: work.dueOn } : {}), publishedAt, done };
};

/** Work as staff read it. */
export const givenRow = (work: Homework, actor: Actor, now: Instant): GivenRow => ({
  ...common(work),
  audience: work.audience,
  status: statusOf(work, now),
  mine: mayChange(actor, work),
});
