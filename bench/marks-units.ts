import { councilOperations } from '@preau/shared/assessment/council-api.ts';
import { evaluationsOperations } from '@preau/shared/assessment/evaluations-api.ts';
import { publicationOperations } from '@preau/shared/assessment/publication-api.ts';
import { resultsOperations } from '@preau/shared/assessment/results-api.ts';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import { identityOperations } from '@preau/shared/identity/api.ts';
import type { ApiClient } from '../scripts/start/api-client.ts';
import { costOf, spent } from './cost-page.ts';
import { anOrdinaryEntry, setEvaluation } from './marks.ts';
import type { Line } from './report.ts';
import type { MeasuredSystem } from './running-system.ts';
import { HEAD, PARENT, PUPIL, TEACHER } from './sign-in.ts';
import { as, leastReads, line, sum, writesOf } from './unit-lines.ts';

const childOf = async (reader: ApiClient) => {
  const home = await reader.call(directoryOperations.readHome, {});
  if (home.role !== 'pupil') throw new Error('Not a pupil');
  return home.self.pupilId;
};

/** A column of marks entered at once, then corrected once published, with the items of each pupil that follow. */
const entryLines = async (system: MeasuredSystem): Promise<readonly Line[]> => {
  const teacher = await as(system, TEACHER);
  const column = await setEvaluation(teacher);
  const enter = spent(await costOf(system, () => teacher.call(evaluationsOperations.saveCells, anOrdinaryEntry(column, 1))));
  const path = { evaluationId: column.evaluationId };
  const { evaluation } = await teacher.call(evaluationsOperations.readEvaluation, { path });
  const publish = spent(
    await costOf(system, () => teacher.call(publicationOperations.publishEvaluation, { path, body: { version: evaluation.version } })),
  );
  return [
    line('marks.enter', 'wru', writesOf(enter, 'assessment'), 8),
    line('marks.enter', 'rru', sum(enter.rru)),
    line('marks.publish', 'wru', writesOf(publish, 'assessment')),
    line('marks.publish', 'rru', sum(publish.rru)),
  ];
};

const resultsLines = async (system: MeasuredSystem): Promise<readonly Line[]> => {
  const [pupil, parent] = [await as(system, PUPIL), await as(system, PARENT)];
  const path = { pupilId: await childOf(pupil) };
  const least = (read: () => Promise<unknown>): Promise<number> => leastReads(system, read);
  const actorOf = (client: ApiClient): Promise<number> => least(() => client.call(identityOperations.readSession, {}));
  const read = () => pupil.call(resultsOperations.readResults, { path, query: {} });
  const first = sum(spent(await costOf(system, read)).rru);
  const own = await least(read);
  const child = await least(() => parent.call(resultsOperations.readResults, { path, query: {} }));
  const family = await least(() => parent.call(resultsOperations.listResults, {}));
  const actor = await actorOf(pupil);
  return [
    line('results.pupil.first', 'rru', first - actor),
    line('results.pupil', 'rru', own - actor, 2),
    line('results.parent', 'rru', child - (await actorOf(parent)), 2),
    line('results.family', 'rru', family - (await actorOf(parent))),
  ];
};

const councilLines = async (system: MeasuredSystem): Promise<readonly Line[]> => {
  const head = await as(system, HEAD);
  const { councils } = await head.call(councilOperations.listCouncils, {});
  const [council] = councils;
  if (council === undefined) throw new Error('The head has no council');
  const { schoolId, classId, current } = council;
  const path = { schoolId, classId, period: current };
  const read = await leastReads(system, () => head.call(councilOperations.readCouncil, { path }));
  const actor = await leastReads(system, () => head.call(identityOperations.readSession, {}));
  return [line('council.class', 'rru', read - actor, 8)];
};

export const marksLines = async (system: MeasuredSystem): Promise<readonly Line[]> => [
  ...(await resultsLines(system)),
  ...(await councilLines(system)),
  ...(await entryLines(system)),
];
