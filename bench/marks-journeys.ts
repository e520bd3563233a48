import { signIn } from '../scripts/start/sign-in.ts';
import type { Journey, Load, Shot } from './load.ts';
import { anOrdinaryEntry, copyColumn, setEvaluation, type EmptyColumn } from './marks.ts';
import type { MeasuredSystem } from './running-system.ts';
import { PUPIL, sessionCookies, TEACHER } from './sign-in.ts';

const entryShots = (columns: readonly EmptyColumn[], headers: Shot['headers']): Load['shoot'] => {
  let turn = 0;
  return () => {
    const column = columns[turn++];
    if (column === undefined) throw new Error('No column is left to fill');
    const { path, body } = anOrdinaryEntry(column, turn);
    return { method: 'PUT', path: `/evaluations/${path.evaluationId}/cells`, headers, body: JSON.stringify(body) };
  };
};

/** A pupil's results as a page, and a column of marks entered at once, each column for the first time. */
export const marksJourneys = async (system: MeasuredSystem, entries: number): Promise<readonly Journey[]> => {
  const cookie = (await sessionCookies(system, PUPIL)).map(({ name, value }) => `${name}=${value}`).join('; ');
  const page: Shot = { method: 'GET', path: '/resultats', headers: { cookie, accept: 'text/html' } };
  const { accessToken } = await signIn(system, TEACHER);
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  const columns = await copyColumn(system, await setEvaluation(system.api.withToken(accessToken)), entries);
  return [
    { name: 'results.pupil', origin: system.webOrigin, shoot: () => page, budget: 8.6 },
    { name: 'marks.enter', origin: system.apiOrigin, shoot: entryShots(columns, headers), budget: 2 },
  ];
};
