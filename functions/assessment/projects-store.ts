import { rangeWhereSkBeginsWith, type AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import type { ClassProjects, Said } from '@preau/shared/assessment/class-projects.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { ClassId } from '@preau/shared/kernel/ids.ts';
import { unchangedSince, unlessRefused } from '../runtime/conditional-write.ts';
import { itemsOf } from '../runtime/entity.ts';
import { projectsEntity, projectsPrefix, saidEntity } from './council-entities.ts';

export type ProjectsStore = ReturnType<typeof projectsStore>;

/** What a class and period hold besides subjects. */
export interface WholeProjects {
  readonly projects: ClassProjects | undefined;
  readonly said: readonly Said[];
}

/** Access patterns over what classes do besides their subjects. */
export const projectsStore = (all: AllEntitiesStore) => {
  const projects = all.for(projectsEntity);
  const saids = all.for(saidEntity);

  return {
    /** The projects of a class and all that is said of its pupils there, in one query. */
    readProjects: async (classId: ClassId, period: PeriodKey): Promise<WholeProjects> => {
      const { itemsByEntityType } = await all
        .forMultiple([projectsEntity, saidEntity])
        .queryAllByPkAndSk(projectsEntity, { classId }, rangeWhereSkBeginsWith(projectsPrefix(period)));
      return { projects: itemsOf(itemsByEntityType, projectsEntity)[0], said: itemsOf(itemsByEntityType, saidEntity) };
    },

    /** One text, as of now. */
    findSaid: (key: Pick<Said, 'classId' | 'period' | 'about' | 'pupilId'>): Promise<Said | undefined> =>
      saids.getOrUndefined(key, { consistentRead: true }),

    /** Over what was read; false when somebody changed it in between. */
    putProjects: (next: ClassProjects): Promise<boolean> =>
      unlessRefused(projects.put(next, unchangedSince(next.revision - 1, 'revision'))),

    /** One text over the one that was read; false when somebody wrote it in between. */
    putSaid: (said: Said): Promise<boolean> => unlessRefused(saids.put(said, unchangedSince(said.revision - 1, 'revision'))),
  };
};
