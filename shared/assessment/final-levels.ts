import * as z from 'zod';
import { PersonId, ServiceId, SkillId } from '../kernel/ids.ts';
import { Instant } from '../kernel/school-time.ts';
import type { Reader } from './read-results.ts';
import { Position } from './remarks.ts';
import { positionOfLevels, type EvaluatedLevel } from './skills.ts';

const Opened = z.strictObject({ level: Position, pupilFrom: Instant, guardianFrom: Instant });

/** The level of a skill that a teacher decides himself for the year, beside the one that evaluations give. */
export const FinalLevel = Opened.extend({
  by: PersonId,
  byName: z.string(),
  at: Instant,
  /** What its readers see until this one opens to them. */
  before: Opened.optional(),
  /** That of its item when it was written. */
  revision: z.int().min(1),
});
export type FinalLevel = z.infer<typeof FinalLevel>;

/** What one service decided of one pupil over a school year. */
export const FinalLevels = z.strictObject({
  pupilId: PersonId,
  serviceId: ServiceId,
  year: z.int(),
  subject: z.string(),
  levels: z.record(SkillId, FinalLevel),
  revision: z.int().min(1),
});
export type FinalLevels = z.infer<typeof FinalLevels>;

type Openings = Pick<FinalLevel, 'pupilFrom' | 'guardianFrom'>;

const isOpen = ({ pupilFrom, guardianFrom }: Openings, reader: Reader, now: Instant): boolean =>
  reader === 'staff' || Date.parse(reader === 'guardians' ? guardianFrom : pupilFrom) <= Date.parse(now);

/** What a reader may see of a decided level at this instant; undefined: nothing yet. */
export const levelSeen = (final: FinalLevel, reader: Reader, now: Instant): Position | undefined => {
  if (isOpen(final, reader, now)) return final.level;
  return final.before !== undefined && isOpen(final.before, reader, now) ? final.before.level : undefined;
};

interface AskedLevel {
  readonly skillId: SkillId;
  /** 0: nothing decided, the evaluations say it. */
  readonly level: number;
}

interface Writing extends Openings {
  readonly by: PersonId;
  readonly byName: string;
  readonly now: Instant;
  readonly revision: number;
}

const decided = (former: FinalLevel | undefined, level: Position, { now, ...writing }: Writing): FinalLevel => {
  const { level: was, pupilFrom, guardianFrom } = former ?? {};
  const isSeen = former !== undefined && isOpen(former, 'pupils', now);
  const before =
    isSeen && was !== undefined && pupilFrom !== undefined && guardianFrom !== undefined
      ? { level: was, pupilFrom, guardianFrom }
      : former?.before;
  return { level, at: now, ...writing, ...(before === undefined ? {} : { before }) };
};

/** The levels once some of them were decided or given back to evaluations; the same ones stay as they are. */
export const deciding = (kept: FinalLevels['levels'], asked: readonly AskedLevel[], writing: Writing): FinalLevels['levels'] => {
  const changes = new Map(asked.map(({ skillId, level }) => [skillId, level]));
  const skillIds = new Set([...Object.keys(kept), ...changes.keys()].map((id) => SkillId.parse(id)));
  return Object.fromEntries(
    [...skillIds].flatMap((skillId) => {
      const [former, level] = [kept[skillId], changes.get(skillId)];
      if (level === undefined || level === former?.level) return former === undefined ? [] : [[skillId, former]];
      return level === 0 ? [] : [[skillId, decided(former, level, writing)]];
    }),
  );
};

/** A level as it counts: given by an evaluation, or decided in its place by the service. */
interface CountedLevel extends Pick<EvaluatedLevel, 'skillId' | 'level'> {
  readonly serviceId: ServiceId;
}

/** The levels that count for the *socle*: where a service has decided one, it stands for all those that its evaluations gave. */
export const countedLevels = (evaluated: readonly CountedLevel[], finals: readonly CountedLevel[]): readonly CountedLevel[] => {
  const replaced = new Set(finals.map(({ serviceId, skillId }) => `${serviceId}#${skillId}`));
  return [...evaluated.filter(({ serviceId, skillId }) => !replaced.has(`${serviceId}#${skillId}`)), ...finals];
};

/** What the evaluations of a service say of one skill; undefined when nothing was evaluated. */
export const computedLevel = (levels: readonly CountedLevel[], skillId: SkillId) =>
  positionOfLevels(levels.filter((one) => one.skillId === skillId).map(({ level }) => level));
