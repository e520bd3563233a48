import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { mayMarkDone } from '@preau/shared/homework/policy.ts';
import { bind } from '../runtime/bind.ts';
import { doneMark } from './done-mark.ts';
import type { HomeworkServices } from './services.ts';

/** A pupil marks his own work as done, or not after all; twice is once. */
export const markDone = bind<HomeworkServices>()(homeworkOperations.markDone, {
  subject: ({ input, services }) => services.store.find(input.path.homeworkId),
  may: (actor, work, _input, now) => mayMarkDone(actor, work, now),
  async run({ actor, subject: work, input: { body }, services: { store }, now }) {
    const pupilId = actor.personId;
    const { homeworkId } = work;
    await (body.done ? store.putDone(doneMark(work, pupilId, now)) : store.deleteDone(pupilId, homeworkId));
    return { homeworkId, done: body.done };
  },
});
