import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { mayGive } from '@preau/shared/homework/policy.ts';
import { isRefusal } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { addressedTo } from './audiences.ts';
import { addHomework } from './add-homework.ts';
import { planGiving } from './plan-giving.ts';
import type { HomeworkServices } from './services.ts';
import { givenRow } from './views.ts';

/** Gives a piece of work, or keeps it as a draft: one item whatever the number of pupils, and the same submit twice is one piece of work. */
export const giveWork = bind<HomeworkServices>()(homeworkOperations.giveWork, {
  subjectFor: ({ actor, input, services }) => addressedTo(actor, input.body.audience, services),
  may: mayGive,
  async run({ actor, subject: to, input: { body }, services, now }) {
    const { requestId, ...written } = body;
    const plan = await planGiving({ actor, to, written, now }, services);
    if (isRefusal(plan)) return plan;
    const homework = await addHomework({ actor, to, written, plan, requestId, now }, services);
    return { row: givenRow(homework, actor, now), forecast: plan.forecast };
  },
});
