import { placeInClass, type PlaceInClass } from '@preau/shared/assessment/class-general.ts';
import type { MarksSettings } from '@preau/shared/assessment/marks-settings.ts';
import type { GeneralAverage, SubjectResults } from '@preau/shared/assessment/marks-views.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { ofFraction } from '@preau/shared/assessment/rational.ts';
import { generalOf, readSubject } from '@preau/shared/assessment/read-results.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { ClassId, PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { readerOf } from './reader-of.ts';
import type { AssessmentServices } from './services.ts';

interface Results {
  readonly general: GeneralAverage;
  readonly subjects: readonly SubjectResults[];
  /** Of general averages, as the same reader may see them. */
  readonly place: PlaceInClass;
}

interface Asked {
  readonly actor: Actor;
  readonly pupil: { readonly pupilId: PersonId; readonly classId?: ClassId | undefined };
  readonly period: PeriodKey;
  readonly settings: MarksSettings;
  readonly now: Instant;
}

/** A subject of which nothing is to be read yet is not told: it would say that something is coming. */
const isShown = ({ marks }: SubjectResults): boolean => marks.length > 0;

/** A pupil's period as this reader may see it at this instant, in one query: averages are made of nothing else than what he sees. */
export const loadResults = async (
  { actor, pupil: { pupilId, classId }, period, settings, now }: Asked,
  { results, believed }: Pick<AssessmentServices, 'results' | 'believed'>,
): Promise<Results> => {
  const [{ results: stored, seen }, ofClass] = await Promise.all([
    results.readPeriod(pupilId, period),
    classId === undefined || !(settings.classFigures || settings.rank) ? undefined : believed.results.findGeneral(classId, period),
  ]);
  const reader = readerOf(actor, pupilId);
  const reading = {
    reader,
    now,
    settings,
    seenUntil: seen.find(({ by }) => by === actor.personId)?.until,
    tellsGuardians: actor.self?.pupilId === pupilId && !actor.self.rights.decides,
  };
  const subjects = stored
    .map((result) => readSubject(result, reading))
    .filter(({ view }) => isShown(view))
    .toSorted((one, other) => one.view.subject.localeCompare(other.view.subject, 'fr'));
  const general = generalOf(
    subjects.map(({ view, average }) => ({ ...view, average })),
    settings,
  );
  const own = general.kind === 'known' ? ofFraction(general.average.exact) : undefined;
  return {
    general,
    subjects: subjects.map(({ view }) => view),
    place: placeInClass(ofClass, { pupilId, own, reader, now, settings }),
  };
};
