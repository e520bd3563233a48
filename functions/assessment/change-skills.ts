import { mayDecideSkills } from '@preau/shared/assessment/council-policy.ts';
import { skillsOperations } from '@preau/shared/assessment/skills-api.ts';
import { changeSkills as changed } from '@preau/shared/assessment/skills-change.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import { SkillId } from '@preau/shared/kernel/ids.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { derivedId } from '../runtime/derived-id.ts';
import type { AssessmentServices } from './services.ts';

/** The head changes the skills of his school; those already evaluated are retired, never removed. */
export const changeSkills = bind<AssessmentServices>()(skillsOperations.changeSkills, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: mayDecideSkills,
  async run({ actor, subject: { schoolId }, input: { body }, services, now }) {
    const before = await services.skills.findReferential(schoolId);
    if (before.version !== body.version) return refuse('assessment.skills-changed-meanwhile');
    const version = before.version + 1;
    const skills = changed(before.skills, body.change, SkillId.parse(derivedId('skl', `${schoolId}#${version}`)));
    if (isRefusal(skills)) return skills;
    const referential = { schoolId, version, skills: [...skills], changed: { by: actor.personId, byName: nameOf(actor), at: now } };
    if (!(await services.skills.addReferential(referential))) return refuse('assessment.skills-changed-meanwhile');
    return { referential, mayChange: true };
  },
});
