import { mayReadProjects } from '@preau/shared/assessment/council-policy.ts';
import { projectsOperations } from '@preau/shared/assessment/projects-api.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { findClass } from './find-class.ts';
import { loadProjects, viewProjects } from './projects-view.ts';
import type { AssessmentServices } from './services.ts';

/** What a class does besides its subjects, and what is said of each pupil there. */
export const readProjects = bind<AssessmentServices>()(projectsOperations.readProjects, {
  subjectFor: async ({ actor, input: { path }, services }) => (mayReadProjects(actor, path) ? findClass(path, services) : undefined),
  may: mayReadProjects,
  async run({ actor, subject, input: { path }, services, now }) {
    const loaded = await loadProjects(subject, path.period, services, now);
    return loaded === undefined ? refuse('assessment.period-unknown') : viewProjects(actor, loaded);
  },
});
