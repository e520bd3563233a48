import type { AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import type { Batch, ClassProgress } from '@preau/shared/reports/batch.ts';
import type { CardPeriodKey } from '@preau/shared/reports/schema.ts';
import type { PeriodCards, Seen, Verification } from '@preau/shared/reports/versions.ts';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import type { BatchId, ClassId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { IF_NEW, unchangedSince, unlessRefused, withOutbox } from '../runtime/conditional-write.ts';
import { listByKeys } from '../runtime/entity.ts';
import { pack, unpack } from './packed-text.ts';
import {
  batchEntity,
  cardsEntity,
  disciplinesEntity,
  progressEntity,
  sealedEntity,
  seenEntity,
  verificationEntity,
  type Disciplines,
} from './entities.ts';

const from = (prefix: string) => ({
  skConditionExpressionClause: 'begins_with(#sk, :prefix)',
  expressionAttributeValues: { ':prefix': prefix },
});

/** The entity's own parser has run on each item: the library only forgets the type. */
const ofType = <T>(found: Readonly<Record<string, unknown[]>>, type: string): T[] => (found[type] ?? []) as T[];

/** One version's text, by whom it is of. */
export interface SealedText {
  readonly pupilId: PersonId;
  readonly period: CardPeriodKey;
  readonly version: number;
  readonly text: string;
}

const unpacked = ({ packed, ...key }: Omit<SealedText, 'text'> & { readonly packed: string }): SealedText => ({
  ...key,
  text: unpack(packed),
});

const packed = ({ text, ...key }: SealedText) => ({ ...key, packed: pack(text) });

export type ReportsStore = ReturnType<typeof reportsStore>;

/** The access patterns of reports over its table. */
export const reportsStore = (all: AllEntitiesStore) => {
  const cards = all.for(cardsEntity);
  const sealed = all.for(sealedEntity);
  const ofSchool = all.forMultiple([batchEntity, progressEntity]);
  const ofClass = all.forMultiple([cardsEntity, seenEntity]);

  return {
    /** One pupil's versions for one period. */
    findCards: (pupilId: PersonId, period: CardPeriodKey): Promise<PeriodCards | undefined> =>
      cards.getOrUndefined({ pupilId, period }, { consistentRead: true }),

    /** A pupil's list, every school and year. */
    listCards: (pupilId: PersonId): Promise<readonly PeriodCards[]> => cards.queryAllByPkAndSk({ pupilId }, from('CARDS#')),

    /** A class's page: its pupils' versions and who has opened them, in one query of the index. */
    listOfClass: async (
      classId: ClassId,
      period: CardPeriodKey,
    ): Promise<{ readonly cards: readonly PeriodCards[]; readonly seen: readonly Seen[] }> => {
      const { itemsByEntityType: found } = await ofClass.queryAllWithGsiByPk(seenEntity, { classId, period }, { gsiId: 'gsi1' });
      return { cards: ofType<PeriodCards>(found, cardsEntity.type), seen: ofType<Seen>(found, seenEntity.type) };
    },

    /** The text of one version. */
    findSealed: async (pupilId: PersonId, period: CardPeriodKey, version: number): Promise<string | undefined> => {
      const found = await sealed.getOrUndefined({ pupilId, period, version });
      return found === undefined ? undefined : unpack(found.packed);
    },

    /** The national file: the texts of many versions, absent ones left out. */
    listSealed: async (keys: readonly Omit<SealedText, 'text'>[]): Promise<readonly SealedText[]> =>
      (await listByKeys(sealed, keys)).map(unpacked),

    /** A new version with its text and its code, and the codes that it takes the place of: all or nothing; false when somebody else sealed or revoked in between. */
    addVersion: (after: PeriodCards, text: SealedText, codes: readonly Verification[]): Promise<boolean> => {
      const transaction = all.transactions
        .buildWriteTransaction(cardsEntity)
        .put(after, unchangedSince(after.revision - 1, 'revision'))
        .nextEntity(sealedEntity)
        .put(packed(text), IF_NEW)
        .nextEntity(verificationEntity);
      for (const code of codes) transaction.put(code);
      return unlessRefused(transaction.execute());
    },

    /** A version revoked, and what its code says from now on: all or nothing. */
    putRevoked: (after: PeriodCards, code: Verification): Promise<boolean> =>
      unlessRefused(
        all.transactions
          .buildWriteTransaction(cardsEntity)
          .put(after, unchangedSince(after.revision - 1, 'revision'))
          .nextEntity(verificationEntity)
          .put(code)
          .execute(),
      ),

    /** The public page. */
    findVerification: (code: string): Promise<Verification | undefined> => all.for(verificationEntity).getOrUndefined({ code }),

    /** Whether somebody has opened a version. */
    findSeen: (key: Pick<Seen, 'pupilId' | 'period' | 'version' | 'personId'>): Promise<Seen | undefined> =>
      all.for(seenEntity).getOrUndefined(key),

    /** Everybody who has opened a pupil's versions of one period. */
    listSeen: (pupilId: PersonId, period: CardPeriodKey): Promise<readonly Seen[]> =>
      all.for(seenEntity).queryAllByPkAndSk({ pupilId }, from(`SEEN#${period}#`)),

    /** Whatever one reader has opened of a pupil's: his own list. */
    listAllSeen: (pupilId: PersonId): Promise<readonly Seen[]> => all.for(seenEntity).queryAllByPkAndSk({ pupilId }, from('SEEN#')),

    /** The first time counts: the proof is never written again. */
    addSeen: async (seen: Seen): Promise<void> => {
      await unlessRefused(all.for(seenEntity).put(seen, IF_NEW));
    },

    findBatch: (schoolId: SchoolId, period: CardPeriodKey, batchId: BatchId): Promise<Batch | undefined> =>
      all.for(batchEntity).getOrUndefined({ schoolId, period, batchId }),

    /** What a head asked for, with one event for each class; false when it was asked already. */
    addBatch: (batch: Batch, outbox: readonly Envelope[]): Promise<boolean> =>
      unlessRefused(all.for(batchEntity).put(withOutbox(batch, outbox), IF_NEW)),

    /** The head's page: every batch of a period and how far each class has come, in one query. */
    listBatches: async (
      schoolId: SchoolId,
      period: CardPeriodKey,
    ): Promise<{ readonly batches: readonly Batch[]; readonly progress: readonly ClassProgress[] }> => {
      const { itemsByEntityType: found } = await ofSchool.queryAllByPkAndSk(batchEntity, { schoolId }, from(`BATCH#${period}#`));
      return { batches: ofType<Batch>(found, batchEntity.type), progress: ofType<ClassProgress>(found, progressEntity.type) };
    },

    /** How far a class has come; at its end, with the event that families are told by. */
    putProgress: async (progress: ClassProgress, outbox: readonly Envelope[] = []): Promise<void> => {
      await all.for(progressEntity).put(withOutbox(progress, outbox));
    },

    findDisciplines: (schoolId: SchoolId): Promise<Disciplines | undefined> => all.for(disciplinesEntity).getOrUndefined({ schoolId }),

    putDisciplines: async (disciplines: Disciplines): Promise<void> => {
      await all.for(disciplinesEntity).put(disciplines);
    },
  };
};
