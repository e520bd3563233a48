import { figuresView } from '@preau/shared/assessment/figures.ts';
import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import { mayReadResults } from '@preau/shared/assessment/policy.ts';
import { childOf } from '@preau/shared/directory/relations.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { loadResults } from './load-results.ts';
import { marksSettingsOf } from './marks-settings-of.ts';
import { choosePeriod } from './period-of-pupil.ts';
import { resultsPupil } from './results-pupil.ts';
import type { AssessmentServices } from './services.ts';

/** A pupil's marks and averages: he sees them first, his guardians later, each by the hour alone. */
export const readResults = bind<AssessmentServices>()(marksOperations.readResults, {
  async subjectFor({ actor, input, services }) {
    const { pupilId } = input.path;
    const own = actor.self?.pupilId === pupilId ? actor.self : childOf(actor, pupilId);
    return own ?? services.directory.findPupil(pupilId);
  },
  may: mayReadResults,
  async run({ actor, subject: pupil, input: { query }, services, now }) {
    const [chosen, { settings }] = await Promise.all([
      choosePeriod(pupil, query.period, now, services.believed),
      marksSettingsOf(pupil.schoolId, services.believed),
    ]);
    if (chosen === undefined) return refuse('assessment.period-unknown');
    const { period, periods } = chosen;
    const { general, subjects, place } = await loadResults({ actor, pupil, period, settings, now }, services);
    const { rounding, generalFrom, classFigures } = settings;
    return {
      pupil: resultsPupil(pupil),
      period,
      periods: [...periods],
      settings: { rounding, generalFrom, classFigures },
      general,
      ...(place.figures === undefined ? {} : { figures: figuresView(place.figures, rounding) }),
      ...(place.rank === undefined ? {} : { rank: place.rank }),
      subjects: [...subjects],
    };
  },
});
