import { describe, expect, it } from 'vitest';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { Actor, RosterPupil } from '@preau/shared/directory/schema.ts';
import { SkillId } from '@preau/shared/kernel/ids.ts';
import { freshTable } from '../testing/tables.ts';
import {
  asPupil,
  classPath,
  CPE,
  FRENCH,
  HEAD,
  LEA,
  MATHS,
  parentOf,
  PRINCIPAL,
  serviceIdNamed,
  TOM,
  worldOn,
  ZOE,
} from './council-world.testing.ts';

const READING = SkillId.parse('skl_francais-lire');
const WRITING = SkillId.parse('skl_francais-ecrire');
const path = { serviceId: serviceIdNamed('Français', '3A') };

const aWorld = async () => {
  const world = worldOn(await freshTable(assessmentTable));
  const decide = (of: RosterPupil, level: number, { revision = 0, skillId = READING, actor = FRENCH } = {}) =>
    world.call(actor, 'writeLevels', { path, body: { levels: [{ pupilId: of.pupilId, revision, set: [{ skillId, level }] }] } });
  const evaluate = async (of: RosterPupil, level: number) => {
    const at = { ...path, period: '2026-T1' };
    const terms = {
      title: 'Lecture',
      date: '2026-11-16',
      scale: '20',
      coefficient: '1',
      rescaled: false,
      counting: 'compulsory',
      skillIds: [READING],
      mock: false,
    };
    const { evaluation } = (await world.call(FRENCH, 'addEvaluation', { path: at, body: { terms, requestId: 'lecture-request' } })).body;
    const one = { evaluationId: evaluation.evaluationId };
    const cells = [{ pupilId: of.pupilId, value: { levels: { [READING]: level } } }];
    const saved = await world.call(FRENCH, 'saveCells', {
      path: one,
      body: { version: evaluation.version, cells, requestId: 'levels-request' },
    });
    await world.call(FRENCH, 'publishEvaluation', { path: one, body: { version: saved.body.version } });
  };
  const seen = async (actor: Actor) =>
    (await world.call(actor, 'readPupilSkills', { path: { pupilId: LEA.pupilId } })).body.skills.find(({ skillId }) => skillId === READING);
  return { ...world, decide, evaluate, seen };
};

describe('the level that a teacher decides', () => {
  it('stands beside the computed one, decided by the teachers of the service alone and read by whoever reads its marks', async () => {
    const { call, decide, evaluate } = await aWorld();
    await evaluate(LEA, 2);
    const { view } = (await decide(LEA, 3)).body;
    const own = view.pupils.find(({ pupilId }) => pupilId === LEA.pupilId);
    expect(own?.levels.find(({ skillId }) => skillId === READING)).toMatchObject({
      computed: { position: 2, sum: 2, count: 1 },
      final: { level: 3, byName: 'french Roux' },
    });
    for (const actor of [PRINCIPAL, HEAD, CPE]) expect((await call(actor, 'readLevels', { path })).status).toBe(200);
    for (const actor of [MATHS, parentOf(LEA)]) expect((await call(actor, 'readLevels', { path })).status).toBe(404);
    for (const actor of [MATHS, PRINCIPAL, HEAD]) expect((await decide(LEA, 4, { revision: 1, actor })).status).toBe(404);
  });

  it('is seen by staff at once, by the pupil and his parents at their own hours, and counts for the socle', async () => {
    const { decide, seen, call, setClock } = await aWorld();
    const { view } = (await decide(LEA, 4)).body;
    const final = view.pupils.find(({ pupilId }) => pupilId === LEA.pupilId)?.levels.find(({ skillId }) => skillId === READING)?.final;
    expect((await seen(HEAD))?.finals).toMatchObject([{ subject: 'Français', level: 4 }]);
    expect([await seen(asPupil(LEA)), await seen(parentOf(LEA))]).toEqual([undefined, undefined]);
    setClock(final?.pupilFrom ?? '');
    expect([(await seen(asPupil(LEA)))?.finals[0]?.level, await seen(parentOf(LEA))]).toEqual([4, undefined]);
    setClock(final?.guardianFrom ?? '');
    expect((await seen(parentOf(LEA)))?.finals[0]?.level).toBe(4);
    const { socle } = (await call(parentOf(LEA), 'readPupilSkills', { path: { pupilId: LEA.pupilId } })).body;
    expect(socle[0]?.components.find(({ code }) => code === 'CPD_FRA')?.suggested).toEqual({ position: 4, sum: 4, count: 1 });
  });

  it('that two colleagues decide is told to the second; another skill of the same pupil is no conflict', async () => {
    const { decide } = await aWorld();
    await decide(LEA, 3);
    expect((await decide(LEA, 4)).body).toMatchObject({ saved: 0, conflicts: [{ theirs: 3, by: 'french Roux', revision: 1 }] });
    expect((await decide(LEA, 2, { skillId: WRITING })).body).toMatchObject({ saved: 1, conflicts: [] });
    expect((await decide(LEA, 4, { revision: 2 })).body).toMatchObject({ saved: 1, conflicts: [] });
    const back = await decide(LEA, 0, { revision: 3 });
    const own = back.body.view.pupils.find(({ pupilId }) => pupilId === LEA.pupilId)?.levels;
    expect([own?.find(({ skillId }) => skillId === READING)?.final, own?.find(({ skillId }) => skillId === WRITING)?.final?.level]).toEqual(
      [undefined, 2],
    );
  });

  it('is refused for a pupil of another class, an unknown skill, a level that is none, and once the year is closed', async () => {
    const { call, decide } = await aWorld();
    expect((await decide(ZOE, 3)).body.code).toBe('assessment.not-in-service');
    expect((await decide(TOM, 3, { skillId: SkillId.parse('skl_inconnue') })).body.code).toBe('assessment.skill-unknown');
    expect((await decide(TOM, 5)).status).toBe(400);
    const { body } = await call(HEAD, 'readPeriods', { path: classPath });
    await call(HEAD, 'closePeriod', { path: { ...classPath, period: '2026-T3' }, body: { version: body.periods.version } });
    expect((await decide(TOM, 3)).body.code).toBe('assessment.period-closed');
  });
});
