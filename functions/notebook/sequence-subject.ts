import type { Actor } from '@preau/shared/directory/schema.ts';
import type { SequenceId } from '@preau/shared/kernel/ids.ts';
import type { Progression, Sequence, Step } from '@preau/shared/notebook/schema.ts';
import type { ProgressionView, SequenceView } from '@preau/shared/notebook/views.ts';
import type { NotebookServices } from './services.ts';

export const findSequence = (sequenceId: SequenceId, { preparation }: NotebookServices): Promise<Sequence | undefined> =>
  preparation.findSequence(sequenceId);

export const viewSequence = ({ owner, ...sequence }: Sequence, actor: Actor): SequenceView => ({
  ...sequence,
  ownerName: owner.name,
  own: owner.personId === actor.personId,
});

export const viewProgression = ({ owner, ...progression }: Progression, actor: Actor): ProgressionView => ({
  ...progression,
  ownerName: owner.name,
  own: owner.personId === actor.personId,
});

export const viewStep = ({ sequenceId: _sequenceId, ...step }: Step): Omit<Step, 'sequenceId'> => step;

/** The steps of a sequence in its own order; one that an interrupted change left aside is not shown. */
export const listStepsInOrder = async ({ sequenceId, stepIds }: Sequence, { preparation }: NotebookServices): Promise<readonly Step[]> => {
  const steps = new Map((await preparation.listSteps(sequenceId)).map((step) => [step.stepId, step]));
  return stepIds.flatMap((stepId) => steps.get(stepId) ?? []);
};
