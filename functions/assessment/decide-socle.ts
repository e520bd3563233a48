import { mayRunCouncil } from '@preau/shared/assessment/council-policy.ts';
import { skillsOperations } from '@preau/shared/assessment/skills-api.ts';
import { SOCLE_SYNTHESIS_MAX, type Socle } from '@preau/shared/assessment/socle.ts';
import { cleanText, lengthOf } from '@preau/shared/assessment/written-text.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { viewSocle } from './socle-view.ts';
import type { AssessmentServices } from './services.ts';

/** What the team decides of a pupil at the end of a cycle, kept by his head teacher or the head. */
export const decideSocle = bind<AssessmentServices>()(skillsOperations.decideSocle, {
  async subject({ input, services }) {
    const pupil = await services.directory.findPupil(input.path.pupilId);
    return pupil?.classId === undefined ? undefined : { pupilId: pupil.pupilId, schoolId: pupil.schoolId, classId: pupil.classId };
  },
  may: mayRunCouncil,
  async run({ actor, subject: { pupilId }, input: { path, body }, services, now }) {
    const length = lengthOf(body.synthesis);
    if (length > SOCLE_SYNTHESIS_MAX) return refuse('assessment.synthesis-too-long', { length, most: SOCLE_SYNTHESIS_MAX });
    const cycle = path.cycle === '3' ? 3 : 4;
    const next: Socle = {
      pupilId,
      cycle,
      levels: body.levels,
      digital: body.digital,
      synthesis: cleanText(body.synthesis),
      by: actor.personId,
      byName: nameOf(actor),
      at: now,
      revision: body.revision + 1,
    };
    return (await services.skills.putSocle(next)) ? viewSocle(cycle, next, {}) : refuse('assessment.changed-meanwhile');
  },
});
