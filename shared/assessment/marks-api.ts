import { evaluationsOperations } from './evaluations-api.ts';
import { publicationOperations } from './publication-api.ts';
import { resultsOperations } from './results-api.ts';
import { servicesOperations } from './services-api.ts';

/** The contract of marks: services, evaluations, their publication and what readers see of them. */
export const marksOperations = { ...servicesOperations, ...evaluationsOperations, ...publicationOperations, ...resultsOperations } as const;
