import type { AllEntitiesStore } from '@symphoniacloud/dynamodb-entity-store';
import { councilStore, type CouncilStore } from './council-store.ts';
import { marksStore, type MarksStore } from './marks-store.ts';
import { periodsStore, type PeriodsStore } from './periods-store.ts';
import { projectsStore, type ProjectsStore } from './projects-store.ts';
import { remarksStore, type RemarksStore } from './remarks-store.ts';
import { resultsStore, type ResultsStore } from './results-store.ts';
import { skillsStore, type SkillsStore } from './skills-store.ts';

/** Every access pattern over the table of assessment, by what it is about. */
export interface AssessmentStores {
  readonly store: MarksStore;
  readonly periods: PeriodsStore;
  readonly results: ResultsStore;
  readonly remarks: RemarksStore;
  readonly councils: CouncilStore;
  readonly projects: ProjectsStore;
  readonly skills: SkillsStore;
}

export const assessmentStores = (all: AllEntitiesStore): AssessmentStores => ({
  store: marksStore(all),
  periods: periodsStore(all),
  results: resultsStore(all),
  remarks: remarksStore(all),
  councils: councilStore(all),
  projects: projectsStore(all),
  skills: skillsStore(all),
});
