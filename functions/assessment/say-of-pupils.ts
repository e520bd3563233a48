import { PathCode, type Said, type SaidAbout } from '@preau/shared/assessment/class-projects.ts';
import { maySayOfPupils } from '@preau/shared/assessment/council-policy.ts';
import { projectsOperations, type SaidConflict } from '@preau/shared/assessment/projects-api.ts';
import { REMARK_MAX } from '@preau/shared/assessment/remarks.ts';
import { cleanText, lengthOf } from '@preau/shared/assessment/written-text.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { listedName } from './council-subject.ts';
import { findClass } from './find-class.ts';
import { loadProjects, viewProjects, type LoadedProjects } from './projects-view.ts';
import type { AssessmentServices } from './services.ts';

const exists = (about: SaidAbout, { projects }: LoadedProjects): boolean =>
  about === 'VIE_SCO' || PathCode.safeParse(about).success || (projects?.projects.some(({ projectId }) => projectId === about) ?? false);

type Outcome = { readonly saved: Said } | { readonly conflict: SaidConflict } | undefined;

const saveOne = async (
  next: Said,
  kept: Said | undefined,
  name: string,
  { projects }: Pick<AssessmentServices, 'projects'>,
): Promise<Outcome> => {
  if ((kept?.text ?? '') === next.text) return undefined;
  const isStale = kept !== undefined && kept.revision !== next.revision - 1;
  if (!isStale && (await projects.putSaid(next))) return { saved: next };
  const theirs = isStale ? kept : await projects.findSaid(next);
  if (theirs === undefined) return undefined;
  const { pupilId, text, byName, at, revision } = theirs;
  return { conflict: { pupilId, name, theirs: text, by: byName, at, revision } };
};

/** Writes what is said of pupils besides their subjects, each text on its own: one that somebody else wrote meanwhile is told, the others are saved. */
export const sayOfPupils = bind<AssessmentServices>()(projectsOperations.sayOfPupils, {
  async subjectFor({ actor, input: { path }, services }) {
    if (!maySayOfPupils(actor, path)) return undefined;
    const known = await findClass(path, services);
    return known === undefined ? undefined : { ...known, about: path.about };
  },
  may: maySayOfPupils,
  async run({ actor, subject: { about, ...known }, input: { path, body }, services, now }) {
    const loaded = await loadProjects(known, path.period, services, now);
    if (loaded === undefined) return refuse('assessment.period-unknown');
    if (loaded.period.closed !== undefined) return refuse('assessment.period-closed');
    if (!exists(about, loaded)) return refuse('assessment.project-impossible');
    const names = new Map(loaded.pupils.map((pupil) => [pupil.pupilId, listedName(pupil)]));
    if (body.said.some(({ pupilId }) => !names.has(pupilId))) return refuse('assessment.not-in-class');
    const long = body.said.filter(({ text }) => lengthOf(text) > REMARK_MAX);
    if (long.length > 0) {
      return refuse('assessment.remark-too-long', {
        remarks: long.map(({ pupilId, text }) => ({ about: pupilId, length: lengthOf(text) })),
      });
    }
    const who = { by: actor.personId, byName: nameOf(actor), at: now };
    const kept = new Map(loaded.said.filter((one) => one.about === about).map((one) => [one.pupilId, one]));
    const outcomes = await Promise.all(
      body.said.map(({ pupilId, text, revision }) => {
        const next = { classId: known.classId, period: path.period, about, pupilId, text: cleanText(text), ...who, revision: revision + 1 };
        return saveOne(next, kept.get(pupilId), names.get(pupilId) ?? '', services);
      }),
    );
    const saved = outcomes.flatMap((one) => (one !== undefined && 'saved' in one ? [one.saved] : []));
    const written = new Set(saved.map(({ pupilId }) => pupilId));
    const said = [...loaded.said.filter((one) => one.about !== about || !written.has(one.pupilId)), ...saved];
    return {
      saved: saved.length,
      conflicts: outcomes.flatMap((one) => (one !== undefined && 'conflict' in one ? [one.conflict] : [])),
      view: viewProjects(actor, { ...loaded, said }),
    };
  },
});
