import { SequenceId } from '@preau/shared/kernel/ids.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayPrepare, mayReadShared, mayWriteOwned } from '@preau/shared/notebook/policy.ts';
import type { Sequence } from '@preau/shared/notebook/schema.ts';
import { bind } from '../runtime/bind.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { authorOf } from './author.ts';
import { copyOnto } from './copy-onto.ts';
import { findSequence, listStepsInOrder, viewSequence } from './sequence-subject.ts';
import type { NotebookServices } from './services.ts';

const newSequenceId = (personId: string, requestId: string): SequenceId => SequenceId.parse(derivedId('seq', `${personId}:${requestId}`));

export const addSequence = bind<NotebookServices>()(notebookOperations.addSequence, {
  subject: async ({ input }) => ({ schoolId: input.path.schoolId }),
  may: mayPrepare,
  async run({ actor, subject: { schoolId }, input: { body }, services: { preparation }, now }) {
    const { requestId, ...heading } = body;
    const sequenceId = newSequenceId(actor.personId, requestId);
    const sequence: Sequence = {
      sequenceId,
      schoolId,
      owner: authorOf(actor),
      ...heading,
      shared: false,
      stepIds: [],
      revision: 1,
      changedAt: now,
    };
    const added = await preparation.putSequence(sequence, undefined);
    return viewSequence(added ? sequence : ((await preparation.findSequence(sequenceId)) ?? sequence), actor);
  },
});

/** The title, the order of the steps, which ones stay, and whether colleagues may read it. */
export const writeSequence = bind<NotebookServices>()(notebookOperations.writeSequence, {
  subject: ({ input, services }) => findSequence(input.path.sequenceId, services),
  may: mayWriteOwned,
  async run({ actor, subject: sequence, input: { body }, services: { preparation }, now }) {
    const { revision, ...wanted } = body;
    if (revision !== sequence.revision) return refuse('notebook.changed-meanwhile', { current: viewSequence(sequence, actor) });
    const stepIds = [...new Set(wanted.stepIds)];
    if (stepIds.some((stepId) => !sequence.stepIds.includes(stepId))) return refuse('notebook.step-unknown');
    const written = { ...sequence, ...wanted, stepIds, revision: revision + 1, changedAt: now };
    if (!(await preparation.putSequence(written, sequence))) return refuse('notebook.changed-meanwhile');
    await preparation.removeSteps(
      sequence.sequenceId,
      sequence.stepIds.filter((stepId) => !stepIds.includes(stepId)),
    );
    return viewSequence(written, actor);
  },
});

export const removeSequence = bind<NotebookServices>()(notebookOperations.removeSequence, {
  subject: ({ input, services }) => findSequence(input.path.sequenceId, services),
  may: mayWriteOwned,
  async run({ subject: { sequenceId }, services: { preparation } }) {
    const steps = await preparation.listSteps(sequenceId);
    await preparation.removeSequence(sequenceId);
    await preparation.removeSteps(
      sequenceId,
      steps.map(({ stepId }) => stepId),
    );
    return { sequenceId };
  },
});

/** One's own again for another year, or a colleague's: a sequence apart, that nobody else changes. */
export const copySequence = bind<NotebookServices>()(notebookOperations.copySequence, {
  subject: ({ input, services }) => findSequence(input.path.sequenceId, services),
  may: mayReadShared,
  async run({ actor, subject: original, input: { body }, services, now }) {
    const { preparation } = services;
    const sequenceId = newSequenceId(actor.personId, body.requestId);
    const steps = await listStepsInOrder(original, services);
    // Steps first: a copy that is interrupted shows nothing yet, and the same submit completes it.
    await Promise.all(steps.map((step) => preparation.putStep({ ...step, sequenceId, revision: 1 }, undefined)));
    const copy: Sequence = {
      ...original,
      sequenceId,
      owner: authorOf(actor),
      shared: false,
      stepIds: steps.map(({ stepId }) => stepId),
      copiedFrom: { sequenceId: original.sequenceId, ownerName: original.owner.name },
      revision: 1,
      changedAt: now,
    };
    const added = await preparation.putSequence(copy, undefined);
    return viewSequence(added ? copy : ((await preparation.findSequence(sequenceId)) ?? copy), actor);
  },
});

/** Steps become drafts of lessons; the sequence stays as it is, for the next class and the next year. */
export const placeSequence = bind<NotebookServices>()(notebookOperations.placeSequence, {
  subject: ({ input, services }) => findSequence(input.path.sequenceId, services),
  may: mayReadShared,
  async run({ actor, subject: sequence, input: { body }, services, now }) {
    const steps = new Map((await listStepsInOrder(sequence, services)).map((step) => [step.stepId, step]));
    const placed = new Map(body.placements.map((placement) => [placement.lessonId, placement.stepId]));
    const copies = Array.from(placed, ([lessonId, stepId]) => ({ lessonId, step: steps.get(stepId) })).flatMap(({ lessonId, step }) => {
      if (step === undefined) return [];
      const { title, sections, files, links } = step;
      return [{ lessonId, written: { title, sections, files, links } }];
    });
    return copies.length < placed.size ? refuse('notebook.step-unknown') : copyOnto(copies, actor, now, services);
  },
});
