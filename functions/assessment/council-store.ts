import { rangeWhereSkBeginsWith, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import type { Council } from '@preau/shared/assessment/council.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { ClassId, PersonId } from '@preau/shared/kernel/ids.ts';
import { unchangedSince, unlessRefused } from '../runtime/conditional-write.ts';
import { listByKeys } from '../runtime/entity.ts';
import { councilEntity, councilPrefix, decisionEntity, type StoredDecision } from './council-entities.ts';

export type CouncilStore = ReturnType<typeof councilStore>;

/** Access patterns over the councils of classes. */
export const councilStore = (all: AllEntitiesStore) => {
  const councils = all.for(councilEntity);
  const decisions = all.for(decisionEntity);

  return {
    /** The class before its council: the council and what it says of each pupil, in one query. */
    readCouncil: async (
      classId: ClassId,
      period: PeriodKey,
    ): Promise<{ readonly council: Council | undefined; readonly decisions: readonly StoredDecision[] }> => {
      const { itemsByEntityType } = await all
        .forMultiple([councilEntity, decisionEntity])
        .queryAllByPkAndSk(councilEntity, { classId }, rangeWhereSkBeginsWith(councilPrefix(period)));
      const [council] = (itemsByEntityType[councilEntity.type] ?? []) as readonly Council[];
      return { council, decisions: (itemsByEntityType[decisionEntity.type] ?? []) as readonly StoredDecision[] };
    },

    /** What decides who may act on a council. */
    findCouncil: (classId: ClassId, period: PeriodKey): Promise<Council | undefined> => councils.getOrUndefined({ classId, period }),

    /** The list of councils of a class, one for each period of the year. */
    listCouncils: (classId: ClassId, periods: readonly PeriodKey[]): Promise<readonly Council[]> =>
      listByKeys(
        councils,
        periods.map((period) => ({ classId, period })),
      ),

    /** One council over the one that was read; false when somebody changed it in between. */
    putCouncil: (council: Council): Promise<boolean> =>
      unlessRefused(councils.put(council, unchangedSince(council.version - 1, 'version'))),

    /** The page of one pupil, as of now. */
    findDecision: (classId: ClassId, period: PeriodKey, pupilId: PersonId): Promise<StoredDecision | undefined> =>
      decisions.getOrUndefined({ classId, period, pupilId }, { consistentRead: true }),

    /** What the council says of one pupil, over what was read; false when somebody wrote in between. */
    putDecision: (decision: StoredDecision): Promise<boolean> =>
      unlessRefused(decisions.put(decision, unchangedSince(decision.revision - 1, 'revision'))),
  };
};
