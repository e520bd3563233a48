import { homeworkOperations } from '@preau/shared/homework/api.ts';
import { mayChange, mayGive } from '@preau/shared/homework/policy.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { addHomework } from './add-homework.ts';
import { addressedTo } from './audiences.ts';
import { planGiving } from './plan-giving.ts';
import type { HomeworkServices } from './services.ts';
import { givenRow } from './views.ts';
import { readContent } from './write-homework.ts';

/** Gives the same work to other classes or groups, each at its own date: all of them or none, so that a refused date loses nothing. */
export const copyWork = bind<HomeworkServices>()(homeworkOperations.copyWork, {
  async subjectFor({ actor, input, services }) {
    const [work, ...targets] = await Promise.all([
      services.store.find(input.path.homeworkId),
      ...input.body.to.map(({ audience }) => addressedTo(actor, audience, services)),
    ]);
    const known = targets.filter((target) => target !== undefined);
    return work === undefined || known.length < targets.length ? undefined : { work, targets: known };
  },
  may: (actor, { work, targets }) => mayChange(actor, work) && targets.every((target) => mayGive(actor, target)),
  async run({ actor, subject: { work, targets }, input: { body }, services, now }) {
    const content = await readContent(services.store, work);
    const asked = targets.map((to, index) => {
      const target = body.to[index];
      if (target === undefined) throw new Error('A copy without its date');
      const { kind, minutes, subject } = work;
      const written = { ...content, ...target, kind, ...(minutes === undefined ? {} : { minutes }), subject, as: body.as };
      return { actor, to, written, now, kept: content.files };
    });
    const plans = await Promise.all(asked.map((one) => planGiving(one, services)));
    const refused = plans.findIndex(isRefusal);
    const refusal = plans[refused];
    if (isRefusal(refusal)) return refuse(refusal.refused, { ...refusal.details, index: refused });

    const rows = [];
    for (const [index, plan] of plans.entries()) {
      const one = asked[index];
      if (one === undefined || isRefusal(plan)) continue;
      const requestId = `${body.requestId}:${work.homeworkId}:${index}`;
      rows.push(givenRow(await addHomework({ ...one, plan, requestId }, services), actor, now));
    }
    return { rows };
  },
});
