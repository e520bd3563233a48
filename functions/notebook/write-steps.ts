import { StepId } from '@preau/shared/kernel/ids.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayWriteOwned } from '@preau/shared/notebook/policy.ts';
import { STEPS_MAX, type Step } from '@preau/shared/notebook/schema.ts';
import { bind } from '../runtime/bind.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { joinFiles } from './joined-files.ts';
import { findSequence, viewStep } from './sequence-subject.ts';
import type { NotebookServices } from './services.ts';

/** A step at the end of a sequence. */
export const addStep = bind<NotebookServices>()(notebookOperations.addStep, {
  subject: ({ input, services }) => findSequence(input.path.sequenceId, services),
  may: mayWriteOwned,
  async run({ actor, subject: sequence, input: { body }, services, now }) {
    const { preparation } = services;
    const { requestId, fileIds, ...written } = body;
    const { sequenceId } = sequence;
    const stepId = StepId.parse(derivedId('stp', `${sequenceId}:${requestId}`));
    const there = sequence.stepIds.includes(stepId) ? await preparation.findStep(sequenceId, stepId) : undefined;
    if (there !== undefined) return viewStep(there);
    if (sequence.stepIds.length >= STEPS_MAX) return refuse('notebook.too-many-steps');
    const files = await joinFiles(fileIds, [], actor.personId, services);
    if (isRefusal(files)) return files;

    const step: Step = { sequenceId, stepId, ...written, files, revision: 1 };
    // The step first: a sequence never names what does not exist.
    await preparation.putStep(step, undefined);
    const longer = { ...sequence, stepIds: [...sequence.stepIds, stepId], revision: sequence.revision + 1, changedAt: now };
    return (await preparation.putSequence(longer, sequence)) ? viewStep(step) : refuse('notebook.changed-meanwhile');
  },
});

export const writeStep = bind<NotebookServices>()(notebookOperations.writeStep, {
  subject: ({ input, services }) => findSequence(input.path.sequenceId, services),
  may: mayWriteOwned,
  async run({ actor, subject: { sequenceId, stepIds }, input: { path, body }, services }) {
    const step = stepIds.includes(path.stepId) ? await services.preparation.findStep(sequenceId, path.stepId) : undefined;
    if (step === undefined) return refuse('notebook.step-unknown');
    const { revision, fileIds, ...written } = body;
    if (revision !== step.revision) return refuse('notebook.changed-meanwhile', { current: viewStep(step) });
    const files = await joinFiles(fileIds, step.files, actor.personId, services);
    if (isRefusal(files)) return files;
    const changed: Step = { sequenceId, stepId: step.stepId, ...written, files, revision: revision + 1 };
    if (await services.preparation.putStep(changed, step)) return viewStep(changed);
    return refuse('notebook.changed-meanwhile');
  },
});
