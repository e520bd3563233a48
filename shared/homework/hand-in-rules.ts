import { addSeconds, instantOf, type Instant, type LocalDate } from '../kernel/school-time.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { HomeworkId } from '../kernel/ids.ts';
import type { HandIn, HandInPlan } from './hand-in-schema.ts';

/** How work is handed in when its teacher decided nothing: each his own, until the end of the due day, late ones taken and marked. */
export const usualPlan = (homeworkId: HomeworkId): HandInPlan => ({
  homeworkId,
  closesAt: '23:59',
  lateAllowed: true,
  groupOf: 1,
  revision: 0,
});

/** The last instant of the minute that the teacher chose, on the due day. */
export const deadlineOf = (dueOn: LocalDate, { closesAt }: Pick<HandInPlan, 'closesAt'>, zone: string): Instant =>
  addSeconds(instantOf(dueOn, closesAt, zone), 59.999);

export const isLate = (now: Instant, deadline: Instant): boolean => Date.parse(now) > Date.parse(deadline);

/** Corrections are read from their return on, by the hour alone. */
export const isReturned = ({ returnedAt }: Pick<HandInPlan, 'returnedAt'>, now: Instant): boolean =>
  returnedAt !== undefined && Date.parse(returnedAt) <= Date.parse(now);

type NotTaken = Refusal<'homework.hand-in-closed' | 'homework.hand-in-kept' | 'homework.hand-in-returned'>;

/** Work is handed in, and replaced, until the deadline; afterwards only where late ones are taken, and never over one that came in time. */
export const refuseHandIn = (plan: HandInPlan, deadline: Instant, before: HandIn | undefined, now: Instant): NotTaken | undefined => {
  if (isReturned(plan, now)) return refuse('homework.hand-in-returned');
  if (!isLate(now, deadline)) return undefined;
  if (!plan.lateAllowed) return refuse('homework.hand-in-closed', { deadline });
  return before?.late === false ? refuse('homework.hand-in-kept', { at: before.at }) : undefined;
};

/** What is right in a quiz is told once nobody can answer any more: at its closing, or with the corrections when late answers are taken. */
export const isQuizOver = (plan: HandInPlan, deadline: Instant, now: Instant): boolean =>
  isReturned(plan, now) || (!plan.lateAllowed && isLate(now, deadline));
