import { skillsOfSubject, type Skill } from '@preau/shared/assessment/skills.ts';
import { skillsOperations } from '@preau/shared/assessment/skills-api.ts';
import type { Service } from '@preau/shared/assessment/schema.ts';
import { load } from '@/lib/session.ts';

/** The skills that an evaluation may bear: those of its subject, and those that it has already; none while the referential cannot be read. */
export const offeredSkills = async (
  { schoolId, subject }: Pick<Service, 'schoolId' | 'subject'>,
  chosen: readonly string[] = [],
): Promise<readonly Skill[]> => {
  const answer = await load(skillsOperations.readSkills, { path: { schoolId } });
  if (!answer.ok) return [];
  const { skills } = answer.output.referential;
  const offered = new Set(skillsOfSubject(skills, subject));
  return skills.filter((skill) => offered.has(skill) || chosen.includes(skill.skillId));
};
