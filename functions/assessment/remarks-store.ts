import { rangeWhereSkBeginsWith, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { PersonId, ServiceId } from '@preau/shared/kernel/ids.ts';
import { unchangedSince, unlessRefused } from '../runtime/conditional-write.ts';
import { remarkEntity, remarksPrefix, type StoredRemark } from './council-entities.ts';

export type RemarksStore = ReturnType<typeof remarksStore>;

/** Access patterns over the remarks of services. */
export const remarksStore = (all: AllEntitiesStore) => {
  const remarks = all.for(remarkEntity);

  return {
    /** The grid of a teacher: every remark of a service and period, in one query. */
    listRemarks: (serviceId: ServiceId, period: PeriodKey): Promise<readonly StoredRemark[]> =>
      remarks.queryAllByPkAndSk({ serviceId }, rangeWhereSkBeginsWith(remarksPrefix(period))),

    /** One pupil before the council, or his report card: what each of his services says. */
    listRemarksOf: async (pupilId: PersonId, serviceIds: readonly ServiceId[], period: PeriodKey): Promise<readonly StoredRemark[]> => {
      if (serviceIds.length === 0) return [];
      const keys = serviceIds.map((serviceId) => ({ serviceId, period, about: pupilId }));
      const { items, unprocessedKeys } = await remarks.advancedOperations.batchGet(keys);
      if (unprocessedKeys !== undefined) throw new Error('The engine left remarks unread');
      return items;
    },

    /** One remark over the one that was read; false when somebody wrote it in between. */
    putRemark: (remark: StoredRemark): Promise<boolean> =>
      unlessRefused(remarks.put(remark, unchangedSince(remark.revision - 1, 'revision'))),

    /** What somebody else wrote in between, as of now. */
    findRemark: (key: Pick<StoredRemark, 'serviceId' | 'period' | 'about'>): Promise<StoredRemark | undefined> =>
      remarks.getOrUndefined(key, { consistentRead: true }),
  };
};
