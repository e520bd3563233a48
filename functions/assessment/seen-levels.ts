import { levelSeen, type FinalLevel } from '@preau/shared/assessment/final-levels.ts';
import { marksRead } from '@preau/shared/assessment/read-results.ts';
import type { EvaluatedLevel } from '@preau/shared/assessment/skills.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { SkillId, type PersonId, type ServiceId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { readerOf } from './reader-of.ts';
import type { AssessmentServices } from './services.ts';

interface OfService {
  readonly serviceId: ServiceId;
}

/** The levels that evaluations gave a pupil this year, as their reader may see them at this instant. */
export const levelsSeenBy = async (
  actor: Actor,
  pupilId: PersonId,
  year: number,
  { results }: Pick<AssessmentServices, 'results'>,
  now: Instant,
): Promise<readonly (EvaluatedLevel & OfService)[]> => {
  const reader = readerOf(actor, pupilId);
  return (await results.readYear(pupilId, year)).results.flatMap((result) =>
    marksRead(result, { reader, now }).flatMap(({ terms, value }) =>
      Object.entries(value.levels ?? {}).map(([skillId, level]) => ({
        skillId: SkillId.parse(skillId),
        level,
        date: terms.date,
        title: terms.title,
        subject: result.subject,
        serviceId: result.serviceId,
      })),
    ),
  );
};

interface SeenFinal extends OfService, Pick<FinalLevel, 'level' | 'byName' | 'at'> {
  readonly skillId: SkillId;
  readonly subject: string;
}

/** The levels that teachers decided this year, as their reader may see them at this instant. */
export const finalsSeenBy = async (
  actor: Actor,
  pupilId: PersonId,
  year: number,
  { skills }: Pick<AssessmentServices, 'skills'>,
  now: Instant,
): Promise<readonly SeenFinal[]> => {
  const reader = readerOf(actor, pupilId);
  return (await skills.listFinalLevels(pupilId, year)).flatMap(({ serviceId, subject, levels }) =>
    Object.entries(levels).flatMap(([skillId, final]) => {
      const level = levelSeen(final, reader, now);
      return level === undefined
        ? []
        : [{ serviceId, subject, skillId: SkillId.parse(skillId), level, byName: final.byName, at: final.at }];
    }),
  );
};
