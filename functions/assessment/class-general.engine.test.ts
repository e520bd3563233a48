import { expect, it } from 'vitest';
import { MarksSettingsChanged } from '@preau/shared/assessment/events.ts';
import { DEFAULT_MARKS_SETTINGS, type MarksSettings } from '@preau/shared/assessment/marks-settings.ts';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { Actor, RosterPupil } from '@preau/shared/directory/schema.ts';
import { freshTable } from '../testing/tables.ts';
import { aClassTest, GUARDIANS_SEE, PUPILS_SEE } from './class-test.testing.ts';
import {
  ADA,
  asPupil,
  at,
  BOB,
  CLASS_A,
  EVE,
  FRENCH,
  HEAD,
  MATHS,
  nothing,
  parentOf,
  PERIOD,
  SCHOOL,
  SCHMITT,
  WEBER,
  worldOn,
} from './marks-world.testing.ts';
import { rebuildGeneralOfSchool } from './rebuild-general.ts';

const aWorld = async () => worldOn(await freshTable(assessmentTable));
type World = Awaited<ReturnType<typeof aWorld>>;

/** What a school decided is believed for half a minute. */
const LATER = at('15:00', '2026-11-24');

const read = async (world: World, actor: Actor, of: RosterPupil = ADA) =>
  (await world.call(actor, 'readResults', { path: { pupilId: of.pupilId }, query: { period: PERIOD } })).body;

const decide = async (world: World, change: Partial<MarksSettings>) => {
  const { body } = await world.call(HEAD, 'readMarksSettings', { path: { schoolId: SCHOOL } });
  const settings = { ...DEFAULT_MARKS_SETTINGS, ...change };
  await world.call(HEAD, 'changeMarksSettings', { path: { schoolId: SCHOOL }, body: { settings, version: body.version } });
};

it('is read at each reader’s own hour, as the mean of what that reader’s class mates have', async () => {
  const world = await aWorld();
  await aClassTest(world, ['12', '13', '14', '15', '16', '8']);
  await aClassTest(world, ['20', '10', '10', '10', '10'], { serviceId: FRENCH, actor: WEBER });
  const seenAt = async (instant: string) => {
    world.setClock(instant);
    const [pupil, parent] = [await read(world, asPupil(ADA)), await read(world, parentOf(ADA))];
    return [pupil.figures?.mean.shown, parent.figures?.mean.shown];
  };
  expect(await seenAt('2026-11-23T12:59:59.999Z')).toEqual([undefined, undefined]);
  // (16 + 11.5 + 12 + 12.5 + 13 + 8) / 6
  expect(await seenAt(PUPILS_SEE)).toEqual(['12,2', undefined]);
  expect(await seenAt('2026-11-24T12:59:59.999Z')).toEqual(['12,2', undefined]);
  expect(await seenAt(GUARDIANS_SEE)).toEqual(['12,2', '12,2']);
  expect((await read(world, asPupil(ADA))).figures).toMatchObject({ lowest: { shown: '8,0' }, highest: { shown: '16,0' }, pupils: 6 });
  expect(await read(world, asPupil(ADA))).not.toHaveProperty('rank');
});

it('tells the rank where the school asked for it, and hides all below five', async () => {
  const world = await aWorld();
  await decide(world, { rank: true });
  const evaluationId = await aClassTest(world, ['12', '13', '13', '15', '16', '8']);
  world.setClock(LATER);
  const ranks = async () => [
    (await read(world, asPupil(ADA))).rank,
    (await read(world, parentOf(BOB), BOB)).rank,
    (await read(world, asPupil(EVE), EVE)).rank,
  ];
  expect(await ranks()).toEqual([
    { rank: 5, of: 6 },
    { rank: 3, of: 6 },
    { rank: 3, of: 6 },
  ]);

  const { version } = (await world.call(SCHMITT, 'readEvaluation', { path: { evaluationId } })).body.evaluation;
  await world.save(evaluationId, version, world.roster.slice(4, 6).map(nothing));
  await world.rebuild(MATHS);
  world.setClock(at('16:00', '2026-11-24'));
  expect(await ranks()).toEqual([undefined, undefined, undefined]);
  expect(await read(world, asPupil(ADA))).not.toHaveProperty('figures');
});

it('is switched off by the school with the other figures of the class', async () => {
  const world = await aWorld();
  await decide(world, { classFigures: false });
  await aClassTest(world, ['12', '13', '14', '15', '16', '8']);
  world.setClock(LATER);
  expect(await read(world, asPupil(ADA))).not.toHaveProperty('figures');
});

it('is made again for every class when the school counts from displayed averages', async () => {
  const world = await aWorld();
  await aClassTest(world, ['12.25', '13', '14', '15', '16', '8']);
  world.setClock(LATER);
  expect((await read(world, asPupil(ADA))).figures?.mean.shown).toBe('13,0');
  await decide(world, { rounding: 'se', generalFrom: 'displayed' });
  world.setClock(at('16:00', '2026-11-24'));
  expect(await read(world, asPupil(ADA))).not.toHaveProperty('figures');
  await rebuildGeneralOfSchool(world.services)(MarksSettingsChanged.schema.parse({ schoolId: SCHOOL }));
  world.setClock(at('17:00', '2026-11-24'));
  expect((await read(world, asPupil(ADA))).figures).toMatchObject({ mean: { exact: '79/6', shown: '14' } });
});

it('ends the same whatever the order of events, and costs a page half a unit once in half a minute', async () => {
  const world = await aWorld();
  await aClassTest(world, ['12', '13', '14', '15', '16', '8']);
  await aClassTest(world, ['20', '10', '10', '10', '10'], { serviceId: FRENCH, actor: WEBER });
  const stored = await world.services.results.findGeneral(CLASS_A, PERIOD);
  await world.rebuild(FRENCH, MATHS, MATHS);
  expect(await world.services.results.findGeneral(CLASS_A, PERIOD)).toEqual(stored);
  world.table.meter.reset();
  await world.services.results.findGeneral(CLASS_A, PERIOD);
  expect(world.table.meter.units().rru).toBe(0.5);
});
