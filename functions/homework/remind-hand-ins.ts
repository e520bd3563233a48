import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { HandInReminderAsked } from '@preau/shared/homework/hand-in-events.ts';
import { mayFollowHandIns } from '@preau/shared/homework/hand-in-policy.ts';
import { usualPlan } from '@preau/shared/homework/hand-in-rules.ts';
import { happened } from '@preau/shared/kernel/event.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { listConcerned } from './hand-ins.ts';
import type { HomeworkServices } from './services.ts';

/** Reminds, once in the life of a piece of work, those who have not handed it in. */
export const remindHandIns = bind<HomeworkServices>()(handInOperations.remindHandIns, {
  subject: ({ input, services }) => services.store.find(input.path.homeworkId),
  may: mayFollowHandIns,
  async run({ subject: work, services, now }) {
    const { homeworkId, schoolId } = work;
    const [{ plan = usualPlan(homeworkId), rows }, concerned] = await Promise.all([
      services.handIns.listHandIns(homeworkId),
      listConcerned(work, services),
    ]);
    if (plan.remindedAt !== undefined) return refuse('homework.already-reminded');
    const handedIn = new Set(rows.flatMap((row) => ('with' in row ? [row.pupilId] : row.members)));
    const pupilIds = concerned.map(({ pupilId }) => pupilId).filter((pupilId) => !handedIn.has(pupilId));
    if (pupilIds.length === 0) return refuse('homework.nobody-to-remind');
    const reminder = happened(HandInReminderAsked, {
      id: `${homeworkId}#reminder`,
      at: now,
      schoolId,
      data: { homeworkId, schoolId, pupilIds },
    });
    const next = { ...plan, remindedAt: now, reminded: pupilIds.length, revision: plan.revision + 1 };
    if (!(await services.handIns.putPlan(next, [reminder]))) return refuse('homework.plan-changed-meanwhile');
    return { remindedAt: now, reminded: pupilIds.length };
  },
});
