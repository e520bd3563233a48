import * as z from 'zod';
import { PersonId, SchoolId, SkillId } from '../kernel/ids.ts';
import { Instant, type LocalDate } from '../kernel/school-time.ts';
import type { Position } from './remarks.ts';
import { SocleCode } from './socle.ts';

/** What a pupil learns to do; a retired one stays for what was evaluated, and is offered no more. */
export const Skill = z.strictObject({
  skillId: SkillId,
  label: z.string().trim().min(1).max(160),
  /** The subjects that it is offered in, by how their names begin; none: in all of them. */
  subjects: z.array(z.string().trim().min(1).max(40)).max(8),
  /** What it counts for in the *socle*. */
  components: z.array(SocleCode).max(3),
  retired: z.literal(true).optional(),
});
export type Skill = z.infer<typeof Skill>;

export const SKILLS_MAX = 200;

/** The skills of a school; version 0 is the one that every school begins with. */
export const Referential = z.strictObject({
  schoolId: SchoolId,
  version: z.int().min(0),
  skills: z.array(Skill).max(SKILLS_MAX),
  changed: z.strictObject({ by: PersonId, byName: z.string(), at: Instant }).optional(),
});
export type Referential = z.infer<typeof Referential>;

const simplified = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

/** The skills that a teacher of a subject is offered: « FRANÇAIS » and « Francais » are one, retired ones are left out. */
export const skillsOfSubject = (skills: readonly Skill[], subject: string): readonly Skill[] => {
  const name = simplified(subject);
  return skills.filter(
    ({ subjects, retired }) => !retired && (subjects.length === 0 || subjects.some((one) => name.startsWith(simplified(one)))),
  );
};

/** A position from levels, with what it is the mean of. */
export interface Positioning {
  readonly position: Position;
  readonly sum: number;
  readonly count: number;
}

/** The mean of the levels, to the nearest, half up; undefined when nothing was evaluated: never 0. */
export const positionOfLevels = (levels: readonly number[]): Positioning | undefined => {
  const evaluated = levels.filter((level) => level > 0);
  const [sum, count] = [evaluated.reduce((total, level) => total + level, 0), evaluated.length];
  // In whole numbers: a mean in floats can fall just below its half.
  return count === 0 ? undefined : { position: Math.floor((2 * sum + count) / (2 * count)), sum, count };
};

/** One level given on a day. */
export interface EvaluatedLevel {
  readonly skillId: SkillId;
  readonly level: number;
  readonly date: LocalDate;
  readonly title: string;
  readonly subject: string;
}

export interface SkillProgress {
  readonly skillId: SkillId;
  /** In the order of dates, what shows nothing left out. */
  readonly steps: readonly EvaluatedLevel[];
  readonly positioning: Positioning;
}

const byDate = (one: EvaluatedLevel, other: EvaluatedLevel): number =>
  one.date.localeCompare(other.date) || one.subject.localeCompare(other.subject) || one.title.localeCompare(other.title);

/** How each skill that was evaluated has grown, in the order of the first evaluation, whatever the order in which levels come. */
export const progressOf = (levels: readonly EvaluatedLevel[]): readonly SkillProgress[] => {
  const bySkill = Map.groupBy(levels.filter(({ level }) => level > 0).toSorted(byDate), ({ skillId }) => skillId);
  return [...bySkill].flatMap(([skillId, steps]) => {
    const positioning = positionOfLevels(steps.map(({ level }) => level));
    return positioning === undefined ? [] : [{ skillId, steps, positioning }];
  });
};

/** What the levels of a pupil suggest for each component of the *socle*. */
export const socleOf = (
  levels: readonly Pick<EvaluatedLevel, 'skillId' | 'level'>[],
  skills: readonly Skill[],
): Readonly<Partial<Record<SocleCode, Positioning>>> => {
  const components = new Map(skills.map(({ skillId, components: of }) => [skillId, of]));
  return Object.fromEntries(
    SocleCode.options.flatMap((code) => {
      const found = positionOfLevels(levels.filter(({ skillId }) => components.get(skillId)?.includes(code)).map(({ level }) => level));
      return found === undefined ? [] : [[code, found]];
    }),
  );
};
