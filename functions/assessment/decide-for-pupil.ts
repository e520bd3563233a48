import { mayRunCouncil } from '@preau/shared/assessment/council-policy.ts';
import { councilOperations } from '@preau/shared/assessment/council-api.ts';
import { isOpenToChange, SYNTHESIS_MAX } from '@preau/shared/assessment/council.ts';
import { cleanText, lengthOf } from '@preau/shared/assessment/written-text.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import type { StoredDecision } from './council-entities.ts';
import { findCouncilPeriod, findCouncilSubject, listPupils } from './council-subject.ts';
import type { AssessmentServices } from './services.ts';

/** As its pages show it. */
export const viewDecision = ({ synthesis, mention, opinions, byName, at, revision }: StoredDecision) => ({
  synthesis,
  ...(mention === undefined ? {} : { mention }),
  opinions,
  byName,
  at,
  revision,
});

const changedMeanwhile = (theirs: StoredDecision | undefined) =>
  refuse('assessment.decision-changed-meanwhile', theirs === undefined ? undefined : { theirs: viewDecision(theirs) });

/** What the council says of one pupil: two people on one pupil are told, and neither is overwritten. */
export const decideForPupil = bind<AssessmentServices>()(councilOperations.decideForPupil, {
  async subjectFor({ actor, input: { path }, services }) {
    if (!mayRunCouncil(actor, path)) return undefined;
    const [found, pupils] = await Promise.all([findCouncilSubject(path, services), listPupils(path.classId, services)]);
    return pupils.some(({ pupilId }) => pupilId === path.pupilId) ? found : undefined;
  },
  may: mayRunCouncil,
  async run({ actor, subject, input: { path, body }, services, now }) {
    const { classId } = subject;
    const { period, pupilId } = path;
    const found = await findCouncilPeriod(subject, period, services);
    if (found === undefined) return refuse('assessment.period-unknown');
    if (found.period.closed !== undefined) return refuse('assessment.period-closed');
    if (!isOpenToChange(subject.council)) return refuse('assessment.council-held');
    const length = lengthOf(body.synthesis);
    if (length > SYNTHESIS_MAX) return refuse('assessment.synthesis-too-long', { length, most: SYNTHESIS_MAX });
    const kept = await services.councils.findDecision(classId, period, pupilId);
    if ((kept?.revision ?? 0) !== body.revision) return changedMeanwhile(kept);
    const next: StoredDecision = {
      classId,
      period,
      pupilId,
      synthesis: cleanText(body.synthesis),
      ...(body.mention === undefined ? {} : { mention: body.mention }),
      opinions: body.opinions,
      by: actor.personId,
      byName: nameOf(actor),
      at: now,
      revision: body.revision + 1,
    };
    if (await services.councils.putDecision(next)) return { decision: viewDecision(next) };
    return changedMeanwhile(await services.councils.findDecision(classId, period, pupilId));
  },
});
