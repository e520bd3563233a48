import type { ProgrammeView } from '@preau/shared/assessment/programme-api.ts';
import type { StoredProgramme } from './council-entities.ts';

/** As pages show what a class worked on. */
export const viewProgramme = (kept: StoredProgramme | undefined): ProgrammeView =>
  kept === undefined
    ? { elements: [], revision: 0 }
    : { elements: kept.elements, revision: kept.revision, written: { byName: kept.byName, at: kept.at } };
