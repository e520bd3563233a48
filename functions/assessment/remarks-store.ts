import { rangeWhereSkBeginsWith, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { PersonId, ServiceId } from '@preau/shared/kernel/ids.ts';
import { unchangedSince, unlessRefused } from '../runtime/conditional-write.ts';
import { itemsOf, listByKeys } from '../runtime/entity.ts';
import { programmeEntity, remarkEntity, remarksPrefix, type StoredProgramme, type StoredRemark } from './council-entities.ts';

export type RemarksStore = ReturnType<typeof remarksStore>;

/** What a service says in one period: of its class, and of each pupil. */
interface ServiceRemarks {
  readonly remarks: readonly StoredRemark[];
  readonly programme: StoredProgramme | undefined;
}

/** Access patterns over the remarks of services. */
export const remarksStore = (all: AllEntitiesStore) => {
  const remarks = all.for(remarkEntity);
  const programmes = all.for(programmeEntity);

  return {
    /** The grid of a teacher: what the class worked on and every remark of a service and period, in one query. */
    readRemarks: async (serviceId: ServiceId, period: PeriodKey): Promise<ServiceRemarks> => {
      const { itemsByEntityType } = await all
        .forMultiple([remarkEntity, programmeEntity])
        .queryAllByPkAndSk(remarkEntity, { serviceId }, rangeWhereSkBeginsWith(remarksPrefix(period)));
      return { remarks: itemsOf(itemsByEntityType, remarkEntity), programme: itemsOf(itemsByEntityType, programmeEntity)[0] };
    },

    /** One pupil before the council, or his report card: what each of his services says. */
    listRemarksOf: (pupilId: PersonId, serviceIds: readonly ServiceId[], period: PeriodKey): Promise<readonly StoredRemark[]> =>
      listByKeys(
        remarks,
        serviceIds.map((serviceId) => ({ serviceId, period, about: pupilId })),
      ),

    /** One remark over the one that was read; false when somebody wrote it in between. */
    putRemark: (remark: StoredRemark): Promise<boolean> =>
      unlessRefused(remarks.put(remark, unchangedSince(remark.revision - 1, 'revision'))),

    /** What somebody else wrote in between, as of now. */
    findRemark: (key: Pick<StoredRemark, 'serviceId' | 'period' | 'about'>): Promise<StoredRemark | undefined> =>
      remarks.getOrUndefined(key, { consistentRead: true }),

    /** What a colleague wrote in between, as of now. */
    findProgramme: (serviceId: ServiceId, period: PeriodKey): Promise<StoredProgramme | undefined> =>
      programmes.getOrUndefined({ serviceId, period }, { consistentRead: true }),

    /** Over what was read; false when a colleague wrote it in between. */
    putProgramme: (programme: StoredProgramme): Promise<boolean> =>
      unlessRefused(programmes.put(programme, unchangedSince(programme.revision - 1, 'revision'))),
  };
};
