import { describe, expect, it } from 'vitest';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { Actor, RosterPupil } from '@preau/shared/directory/schema.ts';
import { freshTable } from '../testing/tables.ts';
import { aClassTest, GUARDIANS_SEE, PUPILS_SEE } from './class-test.testing.ts';
import {
  ADA,
  AED,
  asPupil,
  at,
  BOB,
  CLASS_A,
  CPE,
  EVE,
  FRENCH,
  GERMAN,
  HEAD,
  KELLER,
  mark,
  MATHS,
  nothing,
  parentOf,
  PERIOD,
  PRINCIPAL,
  SCHMITT,
  SCHOOL,
  terms,
  WEBER,
  worldOn,
} from './marks-world.testing.ts';

const aWorld = async () => worldOn(await freshTable(assessmentTable));
type World = Awaited<ReturnType<typeof aWorld>>;

const read = (world: World, actor: Actor, of: RosterPupil = ADA) =>
  world.call(actor, 'readResults', { path: { pupilId: of.pupilId }, query: { period: PERIOD } });

const marksOf = async (world: World, actor: Actor, of: RosterPupil = ADA) => {
  const { body } = await read(world, actor, of);
  return body.subjects.flatMap(({ marks }) =>
    marks.map(({ given }) => (given !== undefined && 'mark' in given ? given.mark : given?.none)),
  );
};

describe('a pupil’s results', () => {
  it('are seen by the pupil at his hour, by guardians at theirs, and by nobody a millisecond before', async () => {
    const world = await aWorld();
    await aClassTest(world, ['12']);
    const seenAt = async (instant: string) => {
      world.setClock(instant);
      return [await marksOf(world, asPupil(ADA)), await marksOf(world, parentOf(ADA))];
    };
    expect(await seenAt('2026-11-23T12:59:59.999Z')).toEqual([[], []]);
    expect(await seenAt(PUPILS_SEE)).toEqual([['12'], []]);
    expect(await seenAt('2026-11-24T12:59:59.999Z')).toEqual([['12'], []]);
    expect(await seenAt(GUARDIANS_SEE)).toEqual([['12'], ['12']]);
  });

  it('tell the pupil, and him alone, when his guardians will see them', async () => {
    const world = await aWorld();
    await aClassTest(world, ['12']);
    const toldTo = async (actor: Parameters<typeof read>[1]) => (await read(world, actor)).body.subjects[0]?.marks[0]?.guardiansFrom;
    world.setClock(PUPILS_SEE);
    expect(await toldTo(asPupil(ADA))).toBe(GUARDIANS_SEE);
    expect(await toldTo(HEAD)).toBeUndefined();
    world.setClock(GUARDIANS_SEE);
    expect(await toldTo(asPupil(ADA))).toBeUndefined();
    expect(await toldTo(parentOf(ADA))).toBeUndefined();
  });

  it('hold the average of what the reader sees, and nothing that waits', async () => {
    const world = await aWorld();
    await aClassTest(world, ['12']);
    world.setClock(at('14:01'));
    await aClassTest(world, ['20'], { change: { title: 'Devoir', coefficient: '3' } });
    const { body } = await read(world, asPupil(ADA));
    expect(body).toMatchObject({
      period: PERIOD,
      general: { kind: 'known', average: { exact: '12/1' } },
      settings: { rounding: 'p1', generalFrom: 'exact', classFigures: true },
    });
    expect((await read(world, parentOf(ADA))).body).toMatchObject({ general: { kind: 'notMarked' }, subjects: [] });
    world.setClock(GUARDIANS_SEE);
    expect((await read(world, asPupil(ADA))).body.subjects).toMatchObject([
      { subject: 'Mathématiques', average: { exact: '18/1', shown: '18,0' } },
    ]);
    expect((await read(world, parentOf(ADA))).body.general).toMatchObject({ average: { shown: '12,0' } });
  });

  it.each([
    ['the pupil himself', asPupil(ADA), 200],
    ['an informed guardian', parentOf(ADA), 200],
    ['a guardian without the right to be informed', parentOf(ADA, false), 404],
    ['a classmate', asPupil(BOB), 404],
    ['a classmate’s guardian', parentOf(BOB), 404],
    ['the head', HEAD, 200],
    ['the CPE', CPE, 200],
    ['the head teacher', PRINCIPAL, 200],
    ['a teacher of the class', WEBER, 404],
    ['a supervisor', AED, 404],
  ])('are for %s: %s', async (_who, actor, status) => {
    const world = await aWorld();
    await aClassTest(world, ['12']);
    expect((await read(world, actor)).status).toBe(status);
  });

  it('are read by staff as soon as they are published, never as drafts', async () => {
    const world = await aWorld();
    await aClassTest(world, ['12']);
    const draft = await world.add({ title: 'Brouillon' });
    await world.save(draft, 1, [mark(ADA, '3')]);
    await world.rebuild(MATHS);
    expect(await marksOf(world, HEAD)).toEqual(['12']);
  });

  it('tell a correction from its own opening on, to each reader who had seen the mark before', async () => {
    const world = await aWorld();
    const evaluationId = await aClassTest(world, ['12']);
    world.setClock(at('20:30'));
    await world.save(evaluationId, 3, [mark(ADA, '15')]);
    await world.rebuild(MATHS);
    expect(await marksOf(world, asPupil(ADA))).toEqual(['12']);
    const opening = at('07:00', '2026-11-24');
    world.setClock(opening);
    const own = await read(world, asPupil(ADA));
    expect(own.body.subjects[0]?.marks).toMatchObject([{ given: { mark: '15' }, seenFrom: PUPILS_SEE, correctedAt: opening }]);
    world.setClock(GUARDIANS_SEE);
    const parents = await read(world, parentOf(ADA));
    expect(parents.body.subjects[0]?.marks).toMatchObject([{ given: { mark: '15' }, seenFrom: GUARDIANS_SEE }]);
    expect(parents.body.subjects[0]?.marks[0]?.correctedAt).toBeUndefined();
  });

  it('count by former terms until the new ones are visible, and lose at once what is taken back or emptied in time', async () => {
    const world = await aWorld();
    const first = await aClassTest(world, ['10']);
    const second = await aClassTest(world, ['16'], { change: { title: 'Devoir' } });
    world.setClock(at('20:30'));
    await world.call(SCHMITT, 'changeEvaluation', {
      path: { evaluationId: second },
      body: { terms: terms({ title: 'Devoir', coefficient: '2' }), version: 3 },
    });
    await world.rebuild(MATHS);
    const average = async () => (await read(world, asPupil(ADA))).body.subjects[0]?.average?.shown;
    expect(await average()).toBe('13,0');
    world.setClock(at('07:00', '2026-11-24'));
    expect(await average()).toBe('14,0');
    await world.save(first, 3, [nothing(ADA)]);
    await world.rebuild(MATHS);
    expect(await average()).toBe('16,0');
    await world.call(SCHMITT, 'withdrawEvaluation', { path: { evaluationId: second } });
    await world.rebuild(MATHS);
    expect((await read(world, asPupil(ADA))).body.subjects).toEqual([]);
  });

  it('withhold the general average while coefficients disagree, and say of which subject', async () => {
    const world = await aWorld();
    const evaluationId = await world.add({}, GERMAN, KELLER);
    await world.save(evaluationId, 1, [mark(ADA, '14')], KELLER);
    await world.publish(evaluationId, 2, KELLER);
    const body = { version: 0, coefficients: [{ serviceId: GERMAN, coefficient: '2' }] };
    await world.call(HEAD, 'setClassCoefficients', { path: { schoolId: SCHOOL, classId: CLASS_A }, body });
    const settings = { version: 1, coefficient: '3', coefficientByClass: {}, scale: '20', subSubjects: [], coTeacherIds: [] };
    expect((await world.call(KELLER, 'changeService', { path: { serviceId: GERMAN }, body: settings })).status).toBe(200);
    await world.rebuild(GERMAN);
    world.setClock(PUPILS_SEE);
    expect((await read(world, asPupil(ADA))).body.general).toEqual({ kind: 'withheld', subjects: ['Allemand'] });
  });
});

describe('class figures', () => {
  it('are hidden below five marks, and switched off by the school within half a minute', async () => {
    const world = await aWorld();
    await aClassTest(world, ['10', '12', '14', '16']);
    world.setClock(PUPILS_SEE);
    const subject = async () => (await read(world, asPupil(ADA))).body.subjects[0];
    expect(await subject()).not.toHaveProperty('figures');
    await aClassTest(world, ['10', '12', '14', '16', '18'], { change: { title: 'Devoir' } });
    world.setClock(at('14:30'));
    const { settings } = (await world.call(HEAD, 'readMarksSettings', { path: { schoolId: SCHOOL } })).body;
    const shown = await subject();
    expect(shown?.figures).toMatchObject({ mean: { shown: '14,0' }, lowest: { shown: '10,0' }, highest: { shown: '18,0' }, pupils: 5 });
    expect(shown?.marks.map(({ figures }) => figures?.pupils)).toEqual(expect.arrayContaining([5, undefined]));
    await world.call(HEAD, 'changeMarksSettings', {
      path: { schoolId: SCHOOL },
      body: { settings: { ...settings, classFigures: false }, version: 0 },
    });
    world.setClock(at('14:31'));
    expect(JSON.stringify(await subject())).not.toContain('figures');
  });

  it('are those of what each audience sees at that hour', async () => {
    const world = await aWorld();
    await aClassTest(world, ['10', '10', '10', '10', '10']);
    world.setClock(at('08:20', '2026-11-24'));
    await aClassTest(world, ['20', '20', '20', '20', '20'], { change: { title: 'Devoir' } });
    const mean = async (actor: Actor) => (await read(world, actor)).body.subjects[0]?.figures?.mean.shown;
    expect([await mean(asPupil(ADA)), await mean(parentOf(ADA))]).toEqual(['10,0', undefined]);
    world.setClock(GUARDIANS_SEE);
    expect([await mean(asPupil(ADA)), await mean(parentOf(ADA))]).toEqual(['15,0', '10,0']);
    world.setClock(at('14:00', '2026-11-25'));
    expect([await mean(asPupil(ADA)), await mean(parentOf(ADA))]).toEqual(['15,0', '15,0']);
  });
});

describe('what is new', () => {
  it('is what this reader has not read yet, each reader apart', async () => {
    const world = await aWorld();
    await aClassTest(world, ['12', '13']);
    world.setClock(GUARDIANS_SEE);
    const news = async (actor: Actor) => (await world.call(actor, 'listResults')).body.pupils.map(({ isNew }) => isNew);
    expect([await news(asPupil(ADA)), await news(parentOf(ADA))]).toEqual([[1], [1]]);
    const seen = (actor: Actor, until: string) =>
      world.call(actor, 'markResultsSeen', { path: { pupilId: ADA.pupilId }, body: { period: PERIOD, until } });
    expect((await seen(parentOf(ADA), '2030-01-01T00:00:00Z')).body.until).toBe(GUARDIANS_SEE);
    expect([await news(asPupil(ADA)), await news(parentOf(ADA))]).toEqual([[1], [0]]);
    await seen(parentOf(ADA), '2020-01-01T00:00:00Z');
    expect(await news(parentOf(ADA))).toEqual([0]);
    expect((await seen(HEAD, GUARDIANS_SEE)).status).toBe(404);
  });

  it('is listed for all the children of a guardian at once', async () => {
    const world = await aWorld();
    await aClassTest(world, ['12', '13']);
    world.setClock(GUARDIANS_SEE);
    const both = { ...parentOf(ADA), children: [...parentOf(ADA).children, ...parentOf(BOB).children, ...parentOf(EVE, false).children] };
    const { body } = await world.call(both, 'listResults');
    expect(body.pupils).toMatchObject([
      {
        firstName: 'ada',
        general: { kind: 'known', average: { shown: '12,0' } },
        latest: [{ subject: 'Mathématiques', given: { mark: '12' } }],
      },
      { firstName: 'bob', general: { kind: 'known', average: { shown: '13,0' } } },
    ]);
    expect(body.pupils).toHaveLength(2);
    expect((await world.call(HEAD, 'listResults')).status).toBe(404);
  });
});

describe('the results of a class', () => {
  it('are its averages in every service, published only', async () => {
    const world = await aWorld();
    await aClassTest(world, ['12', '13', '14']);
    const french = await world.add({}, FRENCH, WEBER);
    await world.save(french, 1, [mark(ADA, '8')], WEBER);
    const ofClass = { path: { schoolId: SCHOOL, classId: CLASS_A } };
    const before = await world.call(PRINCIPAL, 'readClassResults', ofClass);
    expect(before.body.pupils.slice(0, 2)).toMatchObject([
      { averages: [{ serviceId: MATHS, average: { exact: '12/1' } }], general: { kind: 'known' } },
      { averages: [{ average: { exact: '13/1' } }] },
    ]);
    await world.publish(french, 2, WEBER);
    await world.rebuild(FRENCH);
    const after = await world.call(HEAD, 'readClassResults', ofClass);
    expect(after.body.pupils[0]?.general).toMatchObject({ average: { exact: '10/1' } });
    expect(after.body.figures).toMatchObject({ pupils: 3 });
    for (const actor of [WEBER, SCHMITT, asPupil(ADA), parentOf(ADA)]) {
      expect((await world.call(actor, 'readClassResults', ofClass)).status).toBe(404);
    }
  });
});

describe('the reaction', () => {
  it('makes the same results whatever the order and the number of its events', async () => {
    const world = await aWorld();
    const evaluationId = await aClassTest(world, ['12', '13', '14', '15', '16']);
    world.setClock(at('14:10'));
    await Promise.all([
      world.rebuild(MATHS, MATHS),
      world.save(evaluationId, 3, [mark(ADA, '17')]).then(() => world.rebuild(MATHS)),
      world.rebuild(MATHS),
      world.save(evaluationId, 3, [mark(BOB, '18')]).then(() => world.rebuild(MATHS)),
    ]);
    expect([await marksOf(world, asPupil(ADA)), await marksOf(world, asPupil(BOB), BOB)]).toEqual([['17'], ['18']]);
    const { body } = await read(world, asPupil(EVE), EVE);
    expect(body.subjects[0]?.figures?.mean.exact).toBe('16/1');
  });
});
