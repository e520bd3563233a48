import type { AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import type { ClassId, ServiceId } from '@preau/shared/kernel/ids.ts';
import { coefficientsEntity, serviceEntity, type ClassCoefficients, type StoredService } from './marks-entities.ts';

export type MarksStore = ReturnType<typeof marksStore>;

/** The marks' access patterns over the table of assessment. */
export const marksStore = (all: AllEntitiesStore) => {
  const services = all.for(serviceEntity);
  const coefficients = all.for(coefficientsEntity);

  return {
    /** What was decided of a service. */
    findService: (serviceId: ServiceId): Promise<StoredService | undefined> => services.getOrUndefined({ serviceId }),

    /** A teacher's list: what was decided of each, those of which nothing was left out. */
    listServices: async (serviceIds: readonly ServiceId[]): Promise<readonly StoredService[]> => {
      if (serviceIds.length === 0) return [];
      const { items, unprocessedKeys } = await services.advancedOperations.batchGet(serviceIds.map((serviceId) => ({ serviceId })));
      if (unprocessedKeys !== undefined) throw new Error('The engine left services unread');
      return items;
    },

    /** What each service weighs for these classes. */
    listCoefficients: async (classIds: readonly ClassId[]): Promise<readonly ClassCoefficients[]> => {
      if (classIds.length === 0) return [];
      const { items, unprocessedKeys } = await coefficients.advancedOperations.batchGet(classIds.map((classId) => ({ classId })));
      if (unprocessedKeys !== undefined) throw new Error('The engine left coefficients unread');
      return items;
    },
  };
};
