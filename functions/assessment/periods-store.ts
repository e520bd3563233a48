import { rangeWhereSkBeginsWith, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import type { PeriodsVersion } from '@preau/shared/assessment/periods.ts';
import type { ClassId } from '@preau/shared/kernel/ids.ts';
import { IF_NEW, unlessRefused } from '../runtime/conditional-write.ts';
import { periodsEntity, periodsPrefix } from './council-entities.ts';

export type PeriodsStore = ReturnType<typeof periodsStore>;

/** Access patterns over the periods of classes. */
export const periodsStore = (all: AllEntitiesStore) => {
  const versions = all.for(periodsEntity);
  const listVersions = async (classId: ClassId, year: number, limit: number): Promise<readonly PeriodsVersion[]> => {
    const range = rangeWhereSkBeginsWith(periodsPrefix(year));
    return (await versions.queryOnePageByPkAndSk({ classId }, range, { scanIndexForward: false, limit })).items;
  };

  return {
    /** The periods of a class in force; undefined while the head decided nothing. */
    findPeriods: async (classId: ClassId, year: number): Promise<PeriodsVersion | undefined> => (await listVersions(classId, year, 1))[0],

    /** The head's page: the last decisions, the newest first. */
    listVersions,

    /** One decision; false when another one came between. */
    addVersion: (version: PeriodsVersion): Promise<boolean> => unlessRefused(versions.put(version, IF_NEW)),
  };
};
