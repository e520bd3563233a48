import { councilOperations } from './council-api.ts';
import { levelsOperations } from './levels-api.ts';
import { marksOperations } from './marks-api.ts';
import { periodsOperations } from './periods-api.ts';
import { programmeOperations } from './programme-api.ts';
import { projectsOperations } from './projects-api.ts';
import { remarksOperations } from './remarks-api.ts';
import { skillsOperations } from './skills-api.ts';

/** Everything that the domain of assessment does. */
export const assessmentOperations = {
  ...marksOperations,
  ...periodsOperations,
  ...remarksOperations,
  ...programmeOperations,
  ...councilOperations,
  ...projectsOperations,
  ...skillsOperations,
  ...levelsOperations,
} as const;
