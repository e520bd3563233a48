import { changedProjects, ProjectId, type ClassProjects } from '@preau/shared/assessment/class-projects.ts';
import { mayRunCouncil } from '@preau/shared/assessment/council-policy.ts';
import { projectsOperations } from '@preau/shared/assessment/projects-api.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { findClass } from './find-class.ts';
import { loadProjects, viewProjects } from './projects-view.ts';
import type { AssessmentServices } from './services.ts';

/** The head teacher writes what the class does besides its subjects; somebody else's change made meanwhile is never overwritten. */
export const changeProjects = bind<AssessmentServices>()(projectsOperations.changeProjects, {
  subjectFor: async ({ actor, input: { path }, services }) => (mayRunCouncil(actor, path) ? findClass(path, services) : undefined),
  may: mayRunCouncil,
  async run({ actor, subject, input: { path, body }, services, now }) {
    const loaded = await loadProjects(subject, path.period, services, now);
    if (loaded === undefined) return refuse('assessment.period-unknown');
    if (loaded.period.closed !== undefined) return refuse('assessment.period-closed');
    const { schoolId, classId, period } = path;
    const kept = loaded.projects;
    if ((kept?.revision ?? 0) !== body.revision) return refuse('assessment.changed-meanwhile');
    const { change } = body;
    const here = new Set(loaded.pupils.map(({ pupilId }) => pupilId));
    const before = kept?.projects ?? [];
    const wanted = 'project' in change ? (change.project.pupilIds ?? []) : [];
    // Whoever has left since stays in what he took part in.
    if (wanted.some((pupilId) => !here.has(pupilId) && !before.some(({ pupilIds }) => pupilIds?.includes(pupilId)))) {
      return refuse('assessment.not-in-class');
    }
    const revision = body.revision + 1;
    const newId = ProjectId.parse(derivedId('prj', `${classId}#${period}#${revision}`));
    const changed = changedProjects({ projects: before, paths: kept?.paths ?? {} }, change, newId);
    if (changed === undefined) return refuse('assessment.project-impossible');
    const next: ClassProjects = { schoolId, classId, period, ...changed, by: actor.personId, byName: nameOf(actor), at: now, revision };
    if (!(await services.projects.putProjects(next))) return refuse('assessment.changed-meanwhile');
    return viewProjects(actor, { ...loaded, projects: next });
  },
});
