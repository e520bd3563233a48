import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { Actor, RosterPupil } from '@preau/shared/directory/schema.ts';
import { freshTable } from '../testing/tables.ts';
import { classPath, PRINCIPAL, worldOn } from './council-world.testing.ts';

export const T1 = { ...classPath, period: '2026-T1' };

/** A class before its council, on a fresh table. */
export const aCouncil = async () => {
  const world = worldOn(await freshTable(assessmentTable));
  const decide = (of: RosterPupil, body: Record<string, unknown>, actor: Actor = PRINCIPAL) =>
    world.call(actor, 'decideForPupil', {
      path: { ...T1, pupilId: of.pupilId },
      body: { revision: 0, synthesis: '', opinions: [], ...body },
    });
  const change = (body: Record<string, unknown>, actor: Actor = PRINCIPAL) =>
    world.call(actor, 'changeCouncil', { path: T1, body: { version: 0, state: 'preparing', synthesis: '', ...body } });
  const prepare = (version = 0, path: Record<string, string> = T1) => world.call(PRINCIPAL, 'prepareCouncil', { path, body: { version } });
  const read = (actor: Actor = PRINCIPAL) => world.call(actor, 'readCouncil', { path: T1 });
  const page = (of: RosterPupil, actor: Actor = PRINCIPAL) =>
    world.call(actor, 'readCouncilPupil', { path: { ...T1, pupilId: of.pupilId } });
  return { ...world, decide, change, prepare, read, page };
};
