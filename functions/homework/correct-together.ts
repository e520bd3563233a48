import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { mayFollowHandIns } from '@preau/shared/homework/hand-in-policy.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { findWorkToHandIn, withPlan } from './hand-ins.ts';
import { joinOwnFiles, refOf } from './own-files.ts';
import { viewPlan } from './plan-view.ts';
import type { HomeworkServices } from './services.ts';

/** One correction for the whole class, read by each pupil once all is returned, whether he handed in or not. */
export const correctTogether = bind<HomeworkServices>()(handInOperations.correctTogether, {
  subject: ({ input, services }) => findWorkToHandIn(input.path.homeworkId, services),
  may: (actor, { work }) => mayFollowHandIns(actor, work),
  async run({ actor, subject: { work, plan, settings }, input: { body }, services }) {
    const { handIns } = services;
    if (body.revision !== plan.revision) return refuse('homework.plan-changed-meanwhile');
    const before = plan.hasCommon === true ? await handIns.findCommon(work.homeworkId) : undefined;
    const files = await joinOwnFiles(
      { fileIds: body.files, ownerId: actor.personId, purpose: 'correction', kept: before?.files ?? [] },
      services,
    );
    if (isRefusal(files)) return files;
    const isEmpty = body.comment === '' && files.length === 0;
    const next = { ...plan, hasCommon: !isEmpty, revision: plan.revision + 1 };
    await handIns.putCommon(work.homeworkId, { comment: body.comment, files: files.map(refOf) });
    if (!(await handIns.putPlan(next))) return refuse('homework.plan-changed-meanwhile');
    return viewPlan(withPlan(work, next, settings), services);
  },
});
