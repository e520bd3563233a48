import { marksOperations } from '@preau/shared/assessment/marks-api.ts';
import type { ResultsSummary } from '@preau/shared/assessment/marks-views.ts';
import { mayListResults } from '@preau/shared/assessment/policy.ts';
import type { Actor, Child } from '@preau/shared/directory/schema.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { loadResults } from './load-results.ts';
import { marksSettingsOf } from './marks-settings-of.ts';
import { choosePeriod } from './period-of-pupil.ts';
import { resultsPupil } from './results-pupil.ts';
import type { AssessmentServices } from './services.ts';

const LATEST = 5;

const summaryOf = async (actor: Actor, pupil: Child, now: Instant, services: AssessmentServices): Promise<ResultsSummary[]> => {
  const [chosen, { settings }] = await Promise.all([
    choosePeriod(pupil, undefined, now, services.believed),
    marksSettingsOf(pupil.schoolId, services.believed),
  ]);
  if (chosen === undefined) return [];
  const { period } = chosen;
  const { general, subjects } = await loadResults({ actor, pupil, period, settings, now }, services);
  const marks = subjects.flatMap(({ subject, marks: own }) => own.map((mark) => ({ ...mark, subject })));
  const since = ({ seenFrom, correctedAt }: (typeof marks)[number]): string => correctedAt ?? seenFrom;
  return [
    {
      ...resultsPupil(pupil),
      period,
      general,
      isNew: marks.filter(({ isNew }) => isNew).length,
      latest: marks.toSorted((one, other) => since(other).localeCompare(since(one))).slice(0, LATEST),
    },
  ];
};

/** Where a family begins: each child, or oneself, with the last marks and how many are new. */
export const listResults = bind<AssessmentServices>()(marksOperations.listResults, {
  subject: async () => ({}),
  may: mayListResults,
  async run({ actor, services, now }) {
    const pupils = [...(actor.self === undefined ? [] : [actor.self]), ...actor.children.filter(({ rights }) => rights.informed)];
    return { pupils: (await Promise.all(pupils.map((pupil) => summaryOf(actor, pupil, now, services)))).flat() };
  },
});
