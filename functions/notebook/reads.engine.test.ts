import { describe, expect, it } from 'vitest';
import { notebookReads } from './reads.ts';
import { at, aWorld, LATIN, lessonIdAt, SCHMITT, THIRD_A, TODAY } from './world.testing.ts';

describe('the notebook’s door', () => {
  it('tells what a pupil of a class and of groups may read now, in the order of the day', async () => {
    const world = await aWorld();
    await world.write(SCHMITT, lessonIdAt('together'), 'Deuxième heure');
    await world.write(SCHMITT, lessonIdAt('first'), 'Première heure');
    await world.write(SCHMITT, lessonIdAt('latin'), 'Latin');
    world.setClock(at('22:00'));
    await world.write(SCHMITT, lessonIdAt('first', '2026-11-30'), 'Demain matin');
    const reads = notebookReads(world.services.store);
    const list = (groupIds: (typeof LATIN)[]) => reads.listForPupil({ classId: THIRD_A, groupIds }, TODAY, '2026-11-30', at('22:00'));
    expect((await list([])).map(({ recordId }) => recordId)).toEqual([lessonIdAt('first'), lessonIdAt('together')]);
    expect(await list([LATIN])).toHaveLength(3);
  });
});
