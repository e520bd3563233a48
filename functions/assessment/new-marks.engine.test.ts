import { expect, it } from 'vitest';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import { freshTable } from '../testing/tables.ts';
import { ADA, at, BOB, mark, MATHS, parentOf, PERIOD, SCHMITT, worldOn } from './marks-world.testing.ts';
import { newMarks } from './reads.ts';

/** Published on Monday morning: pupils see it at 14:00, guardians on Tuesday at 14:00. */
const PUPILS_SEE = at('14:00');
const GUARDIANS_SEE = at('14:00', '2026-11-24');

it('marks are counted for the evening’s message from the reader’s own hour, until he has read them or they are taken back', async () => {
  const world = worldOn(await freshTable(assessmentTable));
  const evaluationId = await world.add();
  await world.save(evaluationId, 1, [mark(ADA, '12'), mark(BOB, '13')]);
  await world.publish(evaluationId, 2);
  await world.rebuild(MATHS);
  const MORNING = at('08:00');
  const parent = parentOf(ADA);
  const { countMarks } = newMarks(world.services);
  const counted = (audience: 'pupils' | 'guardians', after: string, until: string) =>
    countMarks(ADA.pupilId, { personId: audience === 'pupils' ? ADA.pupilId : parent.personId, audience, after, until });
  expect(await counted('pupils', MORNING, PUPILS_SEE)).toBe(1);
  expect(await counted('guardians', MORNING, '2026-11-24T12:59:59.999Z')).toBe(0);
  expect(await counted('guardians', MORNING, GUARDIANS_SEE)).toBe(1);
  expect(await counted('guardians', GUARDIANS_SEE, at('18:00', '2026-11-25'))).toBe(0);

  world.setClock(at('15:00', '2026-11-24'));
  await world.call(parent, 'markResultsSeen', {
    path: { pupilId: ADA.pupilId },
    body: { period: PERIOD, until: at('14:30', '2026-11-24') },
  });
  expect(await counted('guardians', MORNING, at('18:00', '2026-11-24'))).toBe(0);
  expect(await counted('pupils', MORNING, at('18:00', '2026-11-24'))).toBe(1);

  const { version } = (await world.call(SCHMITT, 'readEvaluation', { path: { evaluationId } })).body.evaluation;
  await world.call(SCHMITT, 'withdrawEvaluation', { path: { evaluationId }, body: { version, reason: 'Erreur de barème' } });
  await world.rebuild(MATHS);
  expect(await counted('pupils', MORNING, at('18:00', '2026-11-24'))).toBe(0);
});
