import { nameOf } from '@preau/shared/directory/names.ts';
import { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { mayFollowHandIns } from '@preau/shared/homework/hand-in-policy.ts';
import type { Correction } from '@preau/shared/homework/hand-in-schema.ts';
import { fits } from '@preau/shared/homework/rubric.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { findHandInOf, findWorkToHandIn } from './hand-ins.ts';
import { joinOwnFiles, refOf } from './own-files.ts';
import type { HomeworkServices } from './services.ts';

/** The teacher answers one pupil, or his group; nobody else reads it before all is returned. */
export const correctHandIn = bind<HomeworkServices>()(handInOperations.correctHandIn, {
  subject: ({ input, services }) => findWorkToHandIn(input.path.homeworkId, services),
  may: (actor, { work }) => mayFollowHandIns(actor, work),
  async run({ actor, subject: { work, plan }, input: { path, body }, services, now }) {
    const { homeworkId } = work;
    const { handIns } = services;
    const handIn = await findHandInOf(homeworkId, path.pupilId, services);
    if (handIn === undefined) return refuse('homework.not-handed-in');
    const [before, { rubric }] = await Promise.all([
      handIns.findCorrection(homeworkId, handIn.pupilId),
      plan.hasAssessment === true ? handIns.findAssessment(homeworkId) : { rubric: undefined },
    ]);
    if ((before?.revision ?? 0) !== body.revision) return refuse('homework.correction-changed-meanwhile');
    const isOfWork = body.notes.every((note) => handIn.files.some(({ fileId }) => fileId === note.fileId));
    if (!isOfWork || !fits(rubric, body.marks)) return refuse('homework.correction-mismatch');
    const files = await joinOwnFiles(
      { fileIds: body.files, ownerId: actor.personId, purpose: 'correction', kept: before?.files ?? [] },
      services,
    );
    if (isRefusal(files)) return files;
    const correction: Correction = {
      homeworkId,
      pupilId: handIn.pupilId,
      comment: body.comment,
      notes: body.notes,
      files: files.map(refOf),
      marks: body.marks,
      by: nameOf(actor),
      savedAt: now,
      ofVersion: handIn.version,
      revision: body.revision + 1,
    };
    if (!(await handIns.putCorrection(correction))) return refuse('homework.correction-changed-meanwhile');
    // Replaced in between: it stays to be corrected.
    await handIns.markCorrected(handIn, now);
    return { revision: correction.revision };
  },
});
