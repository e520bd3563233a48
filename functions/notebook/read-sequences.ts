import type { Progression, Sequence } from '@preau/shared/notebook/schema.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayPrepare, mayReadShared } from '@preau/shared/notebook/policy.ts';
import { bind } from '../runtime/bind.ts';
import { findSequence, listStepsInOrder, viewProgression, viewSequence, viewStep } from './sequence-subject.ts';
import type { NotebookServices } from './services.ts';

/** One's own first, then what colleagues share; by title. */
const ownThenShared = <T extends Pick<Sequence | Progression, 'title' | 'owner'>>(
  own: readonly T[],
  shared: readonly T[],
  personId: string,
): T[] => [...own, ...shared.filter(({ owner }) => owner.personId !== personId)];

/** What a teacher prepares, and what colleagues of the school share with him. */
export const listSequences = bind<NotebookServices>()(notebookOperations.listSequences, {
  subject: async ({ input }) => ({ schoolId: input.path.schoolId }),
  may: mayPrepare,
  async run({ actor, subject: { schoolId }, services: { preparation } }) {
    const [own, shared, ownOrders, sharedOrders] = await Promise.all([
      preparation.listOwnSequences(actor.personId),
      preparation.listSharedSequences(schoolId),
      preparation.listOwnProgressions(actor.personId),
      preparation.listSharedProgressions(schoolId),
    ]);
    return {
      sequences: ownThenShared(own, shared, actor.personId).map((sequence) => viewSequence(sequence, actor)),
      progressions: ownThenShared(ownOrders, sharedOrders, actor.personId).map((progression) => viewProgression(progression, actor)),
    };
  },
});

export const readSequence = bind<NotebookServices>()(notebookOperations.readSequence, {
  subject: ({ input, services }) => findSequence(input.path.sequenceId, services),
  may: mayReadShared,
  async run({ actor, subject: sequence, services }) {
    const steps = await listStepsInOrder(sequence, services);
    return { ...viewSequence(sequence, actor), steps: steps.map(viewStep) };
  },
});
