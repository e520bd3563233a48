import type { AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import { rangeWhereSkBeginsWith } from '@symphoniacloud/dynamodb-entity-store';
import type { PersonId, ProgressionId, SchoolId, SequenceId, StepId } from '@preau/shared/kernel/ids.ts';
import type { Progression, Sequence, Step } from '@preau/shared/notebook/schema.ts';
import { progressionEntity, sequenceEntity, stepEntity } from './entities.ts';
import { unchangedSince, unlessRefused } from '../runtime/conditional-write.ts';

export type PreparationStore = ReturnType<typeof preparationStore>;

/** What teachers prepare before it belongs to a date: sequences, their steps, and the year's order of sequences. */
export const preparationStore = (store: AllEntitiesStore) => {
  const sequences = store.for(sequenceEntity);
  const steps = store.for(stepEntity);
  const progressions = store.for(progressionEntity);
  const ownedBy = (personId: PersonId) => ({ owner: { personId } });
  const sharedIn = (schoolId: SchoolId) => ({ schoolId, shared: true });
  const gsi1 = { gsiId: 'gsi1' };
  const gsi2 = { gsiId: 'gsi2' };

  return {
    findSequence: (sequenceId: SequenceId): Promise<Sequence | undefined> =>
      sequences.getOrUndefined({ sequenceId }, { consistentRead: true }),

    /** The page of sequences: one's own in all one's schools, by title. */
    listOwnSequences: (personId: PersonId): Promise<readonly Sequence[]> => sequences.queryAllWithGsiByPk(ownedBy(personId), gsi2),

    /** The page of sequences: what colleagues share, by title. */
    listSharedSequences: (schoolId: SchoolId): Promise<readonly Sequence[]> => sequences.queryAllWithGsiByPk(sharedIn(schoolId), gsi1),

    putSequence: (sequence: Sequence, read: Sequence | undefined): Promise<boolean> =>
      unlessRefused(sequences.put(sequence, unchangedSince(read?.revision, 'revision'))),

    /** The steps of one sequence, in no order: the sequence says it. */
    listSteps: (sequenceId: SequenceId): Promise<readonly Step[]> =>
      steps.queryAllByPkAndSk({ sequenceId }, rangeWhereSkBeginsWith('STEP#')),

    findStep: (sequenceId: SequenceId, stepId: StepId): Promise<Step | undefined> =>
      steps.getOrUndefined({ sequenceId, stepId }, { consistentRead: true }),

    putStep: (step: Step, read: Step | undefined): Promise<boolean> =>
      unlessRefused(steps.put(step, unchangedSince(read?.revision, 'revision'))),

    /** Steps that a sequence no longer names. */
    removeSteps: async (sequenceId: SequenceId, stepIds: readonly StepId[]): Promise<void> => {
      await Promise.all(stepIds.map((stepId) => steps.delete({ sequenceId, stepId })));
    },

    removeSequence: async (sequenceId: SequenceId): Promise<void> => {
      await sequences.delete({ sequenceId });
    },

    findProgression: (progressionId: ProgressionId): Promise<Progression | undefined> =>
      progressions.getOrUndefined({ progressionId }, { consistentRead: true }),

    listOwnProgressions: (personId: PersonId): Promise<readonly Progression[]> => progressions.queryAllWithGsiByPk(ownedBy(personId), gsi2),

    listSharedProgressions: (schoolId: SchoolId): Promise<readonly Progression[]> =>
      progressions.queryAllWithGsiByPk(sharedIn(schoolId), gsi1),

    putProgression: (progression: Progression, read: Progression | undefined): Promise<boolean> =>
      unlessRefused(progressions.put(progression, unchangedSince(read?.revision, 'revision'))),

    removeProgression: async (progressionId: ProgressionId): Promise<void> => {
      await progressions.delete({ progressionId });
    },
  };
};
