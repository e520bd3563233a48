import type { Homework } from '@preau/shared/homework/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { addDays, type Instant } from '@preau/shared/kernel/school-time.ts';

/** Marks serve until the end of the school year after theirs. */
const KEPT_DAYS = 400;

/** One pupil's mark on work that he has done. */
export const doneMark = ({ homeworkId, dueOn }: Pick<Homework, 'homeworkId' | 'dueOn'>, pupilId: PersonId, now: Instant) => ({
  pupilId,
  homeworkId,
  doneAt: now,
  ttl: Date.parse(addDays(dueOn, KEPT_DAYS)) / 1000,
});
