import type { EvaluatedLevel } from '@preau/shared/assessment/skills.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import type { AssessmentServices } from './services.ts';

/** The levels that evaluations gave a pupil this year, as their reader may see them at this instant. */
export const levelsSeenBy = async (
  _actor: Actor,
  _pupilId: PersonId,
  _year: number,
  _services: AssessmentServices,
  _now: Instant,
): Promise<readonly EvaluatedLevel[]> => [];
