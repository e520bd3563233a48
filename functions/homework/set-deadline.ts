import { catchUpOperations } from '@preau/shared/homework/catch-up-api.ts';
import { concerns } from '@preau/shared/homework/audience.ts';
import { refuseDue } from '@preau/shared/homework/dates.ts';
import { mayChange } from '@preau/shared/homework/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import type { HomeworkServices } from './services.ts';

/** A date of his own serves until the work is done; it stays some weeks for whoever was away again. */
const KEPT_SECONDS = 45 * 86_400;

/** Gives one pupil another date; a later decision replaces it. */
export const setDeadline = bind<HomeworkServices>()(catchUpOperations.setDeadline, {
  subject: ({ input, services }) => services.store.find(input.path.homeworkId),
  may: mayChange,
  async run({ actor, subject: work, input, services, now }) {
    const { homeworkId, schoolId } = work;
    const { pupilId } = input.path;
    const { dueOn } = input.body;
    if (work.withdrawnAt !== undefined) return refuse('homework.is-withdrawn');
    const [pupil, settings] = await Promise.all([services.directory.findPupil(pupilId), services.directory.findSchoolSettings(schoolId)]);
    if (pupil === undefined || !concerns(work.audience, pupil)) return refuse('homework.pupil-not-in-audience');
    const refused = refuseDue({ dueOn, withLesson: true }, localDateOf(now, settings.zone), settings);
    if (refused !== undefined) return refused;
    await services.store.putDeadline({
      pupilId,
      homeworkId,
      dueOn,
      decidedBy: actor.personId,
      decidedAt: now,
      ttl: Math.ceil(Date.parse(`${dueOn}T00:00:00Z`) / 1000) + KEPT_SECONDS,
    });
    return { homeworkId, pupilId, dueOn };
  },
});
