import { isDeepStrictEqual } from 'node:util';
import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { mayFollowHandIns } from '@preau/shared/homework/hand-in-policy.ts';
import { isReturned } from '@preau/shared/homework/hand-in-rules.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import type { StoredPlan } from './hand-in-entities.ts';
import { findWorkToHandIn, withPlan } from './hand-ins.ts';
import { viewPlan } from './plan-view.ts';
import type { HomeworkServices } from './services.ts';

/** The teacher decides how work is handed in; what pupils were judged on no longer changes once one of them handed in. */
export const planHandIns = bind<HomeworkServices>()(handInOperations.planHandIns, {
  subject: ({ input, services }) => findWorkToHandIn(input.path.homeworkId, services),
  may: (actor, { work }) => mayFollowHandIns(actor, work),
  async run({ subject: found, input: { body }, services, now }) {
    const { work, plan, settings } = found;
    const { handIns } = services;
    if (isReturned(plan, now)) return refuse('homework.hand-in-returned');
    if (body.revision !== plan.revision) return refuse('homework.plan-changed-meanwhile');
    const { closesAt, lateAllowed, groupOf, rubric, quiz } = body;
    const before = plan.hasAssessment === true ? await handIns.findAssessment(work.homeworkId) : {};
    const isOther = groupOf < plan.groupOf || !isDeepStrictEqual([rubric, quiz], [before.rubric, before.quiz]);
    if (isOther && (await handIns.listHandIns(work.homeworkId)).rows.length > 0) return refuse('homework.plan-in-use');
    if (isOther) await handIns.putAssessment(work.homeworkId, { rubric, quiz });
    const next: StoredPlan = {
      ...plan,
      closesAt,
      lateAllowed,
      groupOf,
      hasAssessment: rubric !== undefined || quiz !== undefined,
      revision: plan.revision + 1,
    };
    if (!(await handIns.putPlan(next))) return refuse('homework.plan-changed-meanwhile');
    return viewPlan(withPlan(work, next, settings), services);
  },
});
