import { rangeWhereSkBeginsWith, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import { DEFAULT_SKILLS } from '@preau/shared/assessment/default-skills.ts';
import type { Referential } from '@preau/shared/assessment/skills.ts';
import type { Socle } from '@preau/shared/assessment/socle.ts';
import type { PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { IF_NEW, unchangedSince, unlessRefused } from '../runtime/conditional-write.ts';
import { referentialEntity, SKILLS_PREFIX, socleEntity } from './council-entities.ts';

export type SkillsStore = ReturnType<typeof skillsStore>;

/** Access patterns over the skills of schools and what pupils have reached. */
export const skillsStore = (all: AllEntitiesStore) => {
  const referentials = all.for(referentialEntity);
  const socles = all.for(socleEntity);

  return {
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

    /** The ends of cycles of a pupil. */
    listSocle: (pupilId: PersonId): Promise<readonly Socle[]> => socles.queryAllByPkAndSk({ pupilId }, rangeWhereSkBeginsWith('SOCLE#')),

    /** What the team decided, over what was read; false when somebody decided in between. */
    putSocle: (socle: Socle): Promise<boolean> => unlessRefused(socles.put(socle, unchangedSince(socle.revision - 1, 'revision'))),
  };
};
