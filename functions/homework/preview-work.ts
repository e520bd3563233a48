import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { mayGive } from '@preau/shared/homework/policy.ts';
import { isRefusal } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { addressedTo } from './audiences.ts';
import { planGiving } from './plan-giving.ts';
import type { HomeworkServices } from './services.ts';

/** Says what giving this work would do, writing nothing. */
export const previewWork = bind<HomeworkServices>()(homeworkOperations.previewWork, {
  subjectFor: ({ actor, input, services }) => addressedTo(actor, input.body.audience, services),
  may: mayGive,
  async run({ actor, subject: to, input: { body }, services, now }) {
    const plan = await planGiving({ actor, to, written: body, now }, services);
    return isRefusal(plan) ? plan : plan.forecast;
  },
});
