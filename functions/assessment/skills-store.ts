import { rangeWhereSkBeginsWith, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import { DEFAULT_SKILLS } from '@preau/shared/assessment/default-skills.ts';
import type { FinalLevels } from '@preau/shared/assessment/final-levels.ts';
import type { Referential } from '@preau/shared/assessment/skills.ts';
import type { PersonId, SchoolId, ServiceId } from '@preau/shared/kernel/ids.ts';
import { IF_NEW, unchangedSince, unlessRefused } from '../runtime/conditional-write.ts';
import { listByKeys } from '../runtime/entity.ts';
import { finalLevelsEntity, finalLevelsPrefix, referentialEntity, SKILLS_PREFIX } from './council-entities.ts';
import { socleStore } from './socle-store.ts';

export type SkillsStore = ReturnType<typeof skillsStore>;

/** Access patterns over the skills of schools and what pupils have reached. */
export const skillsStore = (all: AllEntitiesStore) => {
  const referentials = all.for(referentialEntity);
  const finals = all.for(finalLevelsEntity);

  return {
    ...socleStore(all),

    /** The skills of a school: the last version, or those that every school begins with. */
    findReferential: async (schoolId: SchoolId): Promise<Referential> => {
      const { items } = await referentials.queryOnePageByPkAndSk({ schoolId }, rangeWhereSkBeginsWith(SKILLS_PREFIX), {
        scanIndexForward: false,
        limit: 1,
      });
      return items[0] ?? { schoolId, version: 0, skills: [...DEFAULT_SKILLS] };
    },

    /** The next version; false when another one came between. */
    addReferential: (referential: Referential): Promise<boolean> => unlessRefused(referentials.put(referential, IF_NEW)),

    /** A pupil's page: the levels that his teachers decided this year, in one query. */
    listFinalLevels: (pupilId: PersonId, year: number): Promise<readonly FinalLevels[]> =>
      finals.queryAllByPkAndSk({ pupilId }, rangeWhereSkBeginsWith(finalLevelsPrefix(year))),

    /** A teacher's page: what his service decided of each of its pupils. */
    listFinalLevelsOf: (serviceId: ServiceId, year: number, pupilIds: readonly PersonId[]): Promise<readonly FinalLevels[]> =>
      listByKeys(
        finals,
        pupilIds.map((pupilId) => ({ pupilId, year, serviceId })),
      ),

    /** What a colleague decided in between, as of now. */
    findFinalLevels: (key: Pick<FinalLevels, 'pupilId' | 'year' | 'serviceId'>): Promise<FinalLevels | undefined> =>
      finals.getOrUndefined(key, { consistentRead: true }),

    /** Over what was read; false when a colleague decided in between. */
    putFinalLevels: (levels: FinalLevels): Promise<boolean> =>
      unlessRefused(finals.put(levels, unchangedSince(levels.revision - 1, 'revision'))),
  };
};
