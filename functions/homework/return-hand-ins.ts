import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { mayFollowHandIns } from '@preau/shared/homework/hand-in-policy.ts';
import { isReturned } from '@preau/shared/homework/hand-in-rules.ts';
import { seenFrom } from '@preau/shared/homework/dates.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { announce } from './announce.ts';
import type { StoredPlan } from './hand-in-entities.ts';
import { findWorkToHandIn } from './hand-ins.ts';
import type { HomeworkServices } from './services.ts';

/** True when pupils would find something: a correction, a common one, or questions that mark themselves. */
const hasSomething = async (plan: StoredPlan, { handIns }: HomeworkServices): Promise<boolean> => {
  if (plan.hasCommon === true) return true;
  const { rows } = await handIns.listHandIns(plan.homeworkId);
  if (rows.some((row) => !('with' in row) && row.correctedAt !== undefined)) return true;
  return plan.hasAssessment === true && (await handIns.findAssessment(plan.homeworkId)).quiz !== undefined;
};

/** Returns every correction at one instant within the school's window: nobody reads his before another. */
export const returnHandIns = bind<HomeworkServices>()(handInOperations.returnHandIns, {
  subject: ({ input, services }) => findWorkToHandIn(input.path.homeworkId, services),
  may: (actor, { work }) => mayFollowHandIns(actor, work),
  async run({ subject: { plan, settings }, input: { body }, services, now }) {
    if (isReturned(plan, now)) return refuse('homework.already-returned');
    if (body.revision !== plan.revision) return refuse('homework.plan-changed-meanwhile');
    if (!(await hasSomething(plan, services))) return refuse('homework.nothing-to-return');
    const returnedAt = seenFrom(now, body.on, settings);
    const next = { ...plan, returnedAt, revision: plan.revision + 1 };
    await announce(services.store, next, 'returned', { asked: returnedAt, now }, settings);
    if (!(await services.handIns.putPlan(next))) return refuse('homework.plan-changed-meanwhile');
    return { returnedAt, waits: returnedAt > now };
  },
});
