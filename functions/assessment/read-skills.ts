import { mayDecideSkills, mayReadSkills } from '@preau/shared/assessment/council-policy.ts';
import { skillsOperations } from '@preau/shared/assessment/skills-api.ts';
import { bind } from '../runtime/bind.ts';
import type { AssessmentServices } from './services.ts';

/** The skills of a school, retired ones included. */
export const readSkills = bind<AssessmentServices>()(skillsOperations.readSkills, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: mayReadSkills,
  run: async ({ actor, subject, services }) => ({
    referential: await services.skills.findReferential(subject.schoolId),
    mayChange: mayDecideSkills(actor, subject),
  }),
});
