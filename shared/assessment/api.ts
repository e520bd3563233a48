import { councilOperations } from './council-api.ts';
import { evaluationsOperations } from './evaluations-api.ts';
import { publicationOperations } from './publication-api.ts';
import { periodsOperations } from './periods-api.ts';
import { remarksOperations } from './remarks-api.ts';
import { servicesOperations } from './services-api.ts';
import { skillsOperations } from './skills-api.ts';

/** What is served today; results join it as they come to be. */
export const assessmentOperations = {
  ...servicesOperations,
  ...evaluationsOperations,
  ...publicationOperations,
  ...periodsOperations,
  ...remarksOperations,
  ...councilOperations,
  ...skillsOperations,
} as const;
