import type { MarksSettings } from '@preau/shared/assessment/marks-settings.ts';
import type { GeneralAverage, SubjectResults } from '@preau/shared/assessment/marks-views.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { generalOf, readSubject } from '@preau/shared/assessment/read-results.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { readerOf } from './reader-of.ts';
import type { AssessmentServices } from './services.ts';

interface Results {
  readonly general: GeneralAverage;
  readonly subjects: readonly SubjectResults[];
}

interface Asked {
  readonly actor: Actor;
  readonly pupilId: PersonId;
  readonly period: PeriodKey;
  readonly settings: MarksSettings;
  readonly now: Instant;
}

/** A subject of which nothing is to be read yet is not told: it would say that something is coming. */
const isShown = ({ marks }: SubjectResults): boolean => marks.length > 0;

/** A pupil's period as this reader may see it at this instant, in one query: averages are made of nothing else than what he sees. */
export const loadResults = async (
  { actor, pupilId, period, settings, now }: Asked,
  { results }: Pick<AssessmentServices, 'results'>,
): Promise<Results> => {
  const { results: stored, seen } = await results.readPeriod(pupilId, period);
  const reading = {
    reader: readerOf(actor, pupilId),
    now,
    settings,
    seenUntil: seen.find(({ by }) => by === actor.personId)?.until,
    tellsGuardians: actor.self?.pupilId === pupilId && !actor.self.rights.decides,
  };
  const subjects = stored
    .map((result) => readSubject(result, reading))
    .filter(({ view }) => isShown(view))
    .toSorted((one, other) => one.view.subject.localeCompare(other.view.subject, 'fr'));
  return {
    general: generalOf(
      subjects.map(({ view, average }) => ({ ...view, average })),
      settings,
    ),
    subjects: subjects.map(({ view }) => view),
  };
};
