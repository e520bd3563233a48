import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { mayFollowHandIns } from '@preau/shared/homework/hand-in-policy.ts';
import { bind } from '../runtime/bind.ts';
import { findHandInOf } from './hand-ins.ts';
import type { HomeworkServices } from './services.ts';

/** A correction as its teacher is writing it, returned or not. */
export const readCorrection = bind<HomeworkServices>()(handInOperations.readCorrection, {
  subject: ({ input, services }) => services.store.find(input.path.homeworkId),
  may: mayFollowHandIns,
  async run({ subject: { homeworkId }, input: { path }, services }) {
    const handIn = await findHandInOf(homeworkId, path.pupilId, services);
    const found = handIn === undefined ? undefined : await services.handIns.findCorrection(homeworkId, handIn.pupilId);
    if (found === undefined) return {};
    const { homeworkId: _homework, pupilId: _pupil, ...correction } = found;
    return { correction };
  },
});
