import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { mayFollowHandIns, mayReadHandIn } from '@preau/shared/homework/hand-in-policy.ts';
import { isReturned } from '@preau/shared/homework/hand-in-rules.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { findHandInRead, type HandInRead } from './read-hand-in.ts';
import type { HomeworkServices } from './services.ts';

const correctedFiles = async ({ work: { homeworkId }, handIn, plan }: HandInRead, { handIns }: HomeworkServices) => {
  const [correction, common] = await Promise.all([
    handIn === undefined ? undefined : handIns.findCorrection(homeworkId, handIn.pupilId),
    plan.hasCommon === true ? handIns.findCommon(homeworkId) : undefined,
  ]);
  return [...(correction?.files ?? []), ...(common?.files ?? [])];
};

/** A file that was handed in or, for its teacher at once and for others from the return on, a file of its correction. */
export const readHandInFile = bind<HomeworkServices>()(handInOperations.readHandInFile, {
  subjectFor: ({ actor, input, services }) => findHandInRead(actor, input.path, services),
  may: (actor, read, _input, now) => mayReadHandIn(actor, read, now),
  async run({ actor, subject: read, input: { path }, services, now }) {
    const seesCorrection = isReturned(read.plan, now) || mayFollowHandIns(actor, read.work);
    const files = [...(read.handIn?.files ?? []), ...(seesCorrection ? await correctedFiles(read, services) : [])];
    const file = files.find(({ fileId }) => fileId === path.fileId);
    const location = file === undefined ? undefined : await services.files.downloadLink(file.fileId, file.name);
    return location === undefined ? refuse('homework.hand-in-file-unknown') : { location };
  },
});
