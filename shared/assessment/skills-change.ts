import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { SkillId } from '../kernel/ids.ts';
import { SKILLS_MAX, type Skill } from './skills.ts';

type Written = Pick<Skill, 'label' | 'subjects' | 'components'>;

/** One change of a referential; what was evaluated stays, so that nothing is ever removed. */
export type SkillsChange =
  | { readonly what: 'add'; readonly skill: Written }
  | { readonly what: 'write'; readonly skillId: SkillId; readonly skill: Written }
  | { readonly what: 'retire' | 'restore'; readonly skillId: SkillId };

const changed = (skill: Skill, change: Exclude<SkillsChange, { what: 'add' }>): Skill => {
  if (change.what === 'write') return { ...skill, ...change.skill };
  const { retired: _retired, ...kept } = skill;
  return change.what === 'retire' ? { ...kept, retired: true } : kept;
};

/** The skills once one of them was added, written again, retired or restored. */
export const changeSkills = (
  skills: readonly Skill[],
  change: SkillsChange,
  newId: SkillId,
): readonly Skill[] | Refusal<'assessment.skill-unknown' | 'assessment.too-many-skills'> => {
  if (change.what === 'add') {
    if (skills.length >= SKILLS_MAX) return refuse('assessment.too-many-skills');
    return [...skills, { skillId: newId, ...change.skill }];
  }
  if (!skills.some(({ skillId }) => skillId === change.skillId)) return refuse('assessment.skill-unknown');
  return skills.map((skill) => (skill.skillId === change.skillId ? changed(skill, change) : skill));
};
