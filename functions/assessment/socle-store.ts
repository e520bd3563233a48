import { rangeWhereSkBeginsWith, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import { Socle } from '@preau/shared/assessment/socle.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { unchangedSince, unlessRefused } from '../runtime/conditional-write.ts';
import { entity } from '../runtime/entity.ts';

const socleEntity = entity({
  type: 'SOCLE',
  schema: Socle,
  pk: ({ pupilId }: Pick<Socle, 'pupilId'>) => `PUPIL#${pupilId}`,
  sk: ({ cycle }: Pick<Socle, 'cycle'>) => `SOCLE#${cycle}`,
});

/** Access patterns over the ends of cycles. */
export const socleStore = (all: AllEntitiesStore) => {
  const socles = all.for(socleEntity);
  return {
    /** The ends of cycles of a pupil. */
    listSocle: (pupilId: PersonId): Promise<readonly Socle[]> => socles.queryAllByPkAndSk({ pupilId }, rangeWhereSkBeginsWith('SOCLE#')),

    /** What the team decided, over what was read; false when somebody decided in between. */
    putSocle: (socle: Socle): Promise<boolean> => unlessRefused(socles.put(socle, unchangedSince(socle.revision - 1, 'revision'))),
  };
};
