import { defaultPeriods } from '@preau/shared/assessment/periods.ts';
import { marksRead } from '@preau/shared/assessment/read-results.ts';
import type { EvaluatedLevel } from '@preau/shared/assessment/skills.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { SkillId, type PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { readerOf } from './reader-of.ts';
import type { AssessmentServices } from './services.ts';

/** A class that went from trimesters to semesters during the year has marks in both. */
const periodsOf = (year: number) => [...defaultPeriods('trimester', year).periods, ...defaultPeriods('semester', year).periods];

/** The levels that evaluations gave a pupil this year, as their reader may see them at this instant. */
export const levelsSeenBy = async (
  actor: Actor,
  pupilId: PersonId,
  year: number,
  { results }: Pick<AssessmentServices, 'results'>,
  now: Instant,
): Promise<readonly EvaluatedLevel[]> => {
  const reader = readerOf(actor, pupilId);
  const periods = await Promise.all(periodsOf(year).map(({ key }) => results.readPeriod(pupilId, key)));
  return periods
    .flatMap((period) => period.results)
    .flatMap((result) =>
      marksRead(result, { reader, now }).flatMap(({ terms, value }) =>
        Object.entries(value.levels ?? {}).map(([skillId, level]) => ({
          skillId: SkillId.parse(skillId),
          level,
          date: terms.date,
          title: terms.title,
          subject: result.subject,
        })),
      ),
    );
};
