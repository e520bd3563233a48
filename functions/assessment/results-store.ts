import { rangeWhereSkBeginsWith, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import type { ClassGeneral } from '@preau/shared/assessment/class-general.ts';
import type { SeenAverages } from '@preau/shared/assessment/timed-averages.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { SubjectResult } from '@preau/shared/assessment/results.ts';
import type { ClassId, PersonId } from '@preau/shared/kernel/ids.ts';
import { unlessRefused } from '../runtime/conditional-write.ts';
import {
  averagesEntity,
  averagesPrefix,
  generalEntity,
  resultEntity,
  resultsPrefix,
  yearPrefix,
  seenAveragesEntity,
  seenAveragesPrefix,
  seenEntity,
  type Seen,
  type Stamped,
  type StoredAverages,
} from './results-entities.ts';

/** What was made from more is never replaced by what was made from less. */
const notBefore = (stamp: number) => ({
  conditionExpression: 'attribute_not_exists(pk) OR #stamp <= :stamp',
  expressionAttributeNames: { '#stamp': 'stamp' },
  expressionAttributeValues: { ':stamp': stamp },
});

/** The entity's own parser has run on each item: the library only forgets the type. */
const ofType = <T>(found: Readonly<Record<string, unknown[]>>, type: string): T[] => (found[type] ?? []) as T[];

/** A pupil's period, or year, as it is stored. */
export interface PupilPeriod {
  readonly results: readonly SubjectResult[];
  readonly seen: readonly Seen[];
}

export type ResultsStore = ReturnType<typeof resultsStore>;

/** Access patterns over what readers and councils read of marks. */
export const resultsStore = (all: AllEntitiesStore) => {
  const results = all.for(resultEntity);
  const averages = all.for(averagesEntity);

  const read = async (pupilId: PersonId, prefix: string): Promise<PupilPeriod> => {
    const { itemsByEntityType: found } = await all
      .forMultiple([resultEntity, seenEntity])
      .queryAllByPkAndSk(resultEntity, { pupilId }, rangeWhereSkBeginsWith(prefix));
    return { results: ofType<SubjectResult>(found, resultEntity.type), seen: ofType<Seen>(found, seenEntity.type) };
  };

  return {
    /** A pupil's page: all his subjects of a period, and who has read them until when, in one query. */
    readPeriod: (pupilId: PersonId, period: PeriodKey): Promise<PupilPeriod> => read(pupilId, resultsPrefix(period)),

    /** The evening's message: the same of every period of a school year, for marks may come out after the end of theirs. */
    readYear: (pupilId: PersonId, year: number): Promise<PupilPeriod> => read(pupilId, yearPrefix(year)),

    /** A pupil's subject, made again; false when it was made since from more. */
    putResult: (result: SubjectResult & { readonly stamp: number }): Promise<boolean> =>
      unlessRefused(results.put(result, notBefore(result.stamp))),

    /** A class before its council: its averages in every service of a period, in one query. */
    listAverages: (classId: ClassId, period: PeriodKey): Promise<readonly StoredAverages[]> =>
      averages.queryAllByPkAndSk({ classId }, rangeWhereSkBeginsWith(averagesPrefix(period))),

    putAverages: (ofClass: StoredAverages): Promise<boolean> => unlessRefused(averages.put(ofClass, notBefore(ofClass.stamp))),

    /** A class's general average, made again: what each audience sees of every service of a period, in one query. */
    listSeenAverages: (
      classId: ClassId,
      period: PeriodKey,
      options: { readonly consistentRead?: boolean } = {},
    ): Promise<readonly (SeenAverages & Stamped)[]> =>
      all.for(seenAveragesEntity).queryAllByPkAndSk({ classId }, rangeWhereSkBeginsWith(seenAveragesPrefix(period)), options),

    putSeenAverages: (seen: SeenAverages & Stamped): Promise<boolean> =>
      unlessRefused(all.for(seenAveragesEntity).put(seen, notBefore(seen.stamp))),

    /** A pupil's page: the general averages of his class. */
    findGeneral: (classId: ClassId, period: PeriodKey): Promise<ClassGeneral | undefined> =>
      all.for(generalEntity).getOrUndefined({ classId, period }),

    putGeneral: (general: ClassGeneral & Stamped): Promise<boolean> =>
      unlessRefused(all.for(generalEntity).put(general, notBefore(general.stamp))),

    /** Reading again never forgets what was read. */
    putSeen: (seen: Seen): Promise<boolean> =>
      unlessRefused(
        all.for(seenEntity).put(seen, {
          conditionExpression: 'attribute_not_exists(pk) OR #until < :until',
          expressionAttributeNames: { '#until': 'until' },
          expressionAttributeValues: { ':until': seen.until },
        }),
      ),
  };
};
