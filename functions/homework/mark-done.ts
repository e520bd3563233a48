import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { mayMarkDone } from '@preau/shared/homework/policy.ts';
import { addDays } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import type { HomeworkServices } from './services.ts';

/** Marks serve until the end of the school year after theirs. */
const KEPT_DAYS = 400;

/** A pupil marks his own work as done, or not after all; twice is once. */
export const markDone = bind<HomeworkServices>()(homeworkOperations.markDone, {
  subject: ({ input, services }) => services.store.find(input.path.homeworkId),
  may: (actor, work, _input, now) => mayMarkDone(actor, work, now),
  async run({ actor, subject: { homeworkId, dueOn }, input: { body }, services: { store }, now }) {
    const pupilId = actor.personId;
    const ttl = Date.parse(addDays(dueOn, KEPT_DAYS)) / 1000;
    await (body.done ? store.putDone({ pupilId, homeworkId, doneAt: now, ttl }) : store.deleteDone(pupilId, homeworkId));
    return { homeworkId, done: body.done };
  },
});
