import { describe, expect, it } from 'vitest';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import { freshTable } from '../testing/tables.ts';
import { ADA, asPupil, at, BOB, CPE, HEAD, mark, MATHS, MULLER, SCHMITT, SCHOOL, terms, WEBER, worldOn } from './marks-world.testing.ts';

const aWorld = async () => worldOn(await freshTable(assessmentTable));

/** An evaluation with two marks, at its second version. */
const marked = async (world: Awaited<ReturnType<typeof aWorld>>): Promise<string> => {
  const evaluationId = await world.add();
  await world.save(evaluationId, 1, [mark(ADA, '10'), mark(BOB, '11')]);
  return evaluationId;
};

describe('publishing', () => {
  it('says first when pupils then guardians will see it, and holds to it', async () => {
    const world = await aWorld();
    const evaluationId = await marked(world);
    const preview = await world.call(SCHMITT, 'previewPublication', { path: { evaluationId } });
    expect(preview.body).toMatchObject({
      pupilsOn: { date: '2026-11-23', time: '14:00' },
      guardiansOn: { date: '2026-11-24', time: '14:00' },
      waits: true,
      missing: 4,
    });
    const published = await world.publish(evaluationId, 2);
    expect(published.body.forecast).toEqual(preview.body);
    const statusAt = async (instant: string) => {
      world.setClock(instant);
      return (await world.call(SCHMITT, 'readEvaluation', { path: { evaluationId } })).body.evaluation.status;
    };
    expect(await statusAt('2026-11-23T12:59:59.999Z')).toBe('waiting');
    expect(await statusAt('2026-11-23T13:00:00.000Z')).toBe('pupils');
    expect(await statusAt('2026-11-24T12:59:59.999Z')).toBe('pupils');
    expect(await statusAt('2026-11-24T13:00:00.000Z')).toBe('published');
  });

  it.each([
    [
      'an evaluation without a mark',
      async (world: Awaited<ReturnType<typeof aWorld>>) => world.publish(await world.add(), 1),
      'assessment.nothing-entered',
    ],
    ['what a colleague has filled since', async (world) => world.publish(await marked(world), 1), 'assessment.changed-meanwhile'],
    [
      'twice',
      async (world) => {
        const evaluationId = await marked(world);
        await world.publish(evaluationId, 2);
        return world.publish(evaluationId, 3);
      },
      'assessment.already-published',
    ],
  ] satisfies readonly [string, (world: Awaited<ReturnType<typeof aWorld>>) => Promise<{ body: { code?: string } }>, string][])(
    'refuses %s',
    async (_what, attempt, code) => {
      expect((await attempt(await aWorld())).body.code).toBe(code);
    },
  );

  it('is cancelled until pupils see it, and no longer', async () => {
    const world = await aWorld();
    const evaluationId = await marked(world);
    const cancel = () => world.call(MULLER, 'cancelPublication', { path: { evaluationId } });
    expect((await cancel()).body.code).toBe('assessment.not-published');
    await world.publish(evaluationId, 2);
    expect((await cancel()).body.evaluation.status).toBe('draft');
    await world.publish(evaluationId, 4);
    world.setClock(at('14:00'));
    expect((await cancel()).body.code).toBe('assessment.already-visible');
  });

  it('tells each audience once, at its hour, of what holds still', async () => {
    const world = await aWorld();
    const evaluationId = await marked(world);
    const given = await marked(world);
    await world.publish(evaluationId, 2);
    await world.publish(given, 2);
    await world.call(SCHMITT, 'cancelPublication', { path: { evaluationId: given } });
    const toldAt = async (instant: string) => {
      world.setClock(instant);
      return (await world.release()).map(({ data }) => data);
    };
    expect(await toldAt('2026-11-23T12:59:59.999Z')).toEqual([]);
    expect(await toldAt('2026-11-23T13:00:00.000Z')).toMatchObject([{ evaluationId, audience: 'pupils' }]);
    expect(await toldAt('2026-11-23T13:01:00.000Z')).toEqual([]);
    expect(await toldAt('2026-11-24T13:30:00.000Z')).toMatchObject([
      { evaluationId, audience: 'guardians', pupilIds: [ADA.pupilId, BOB.pupilId] },
    ]);
    expect(await toldAt('2026-11-25T13:30:00.000Z')).toEqual([]);
  });

  it('costs a few write units', async () => {
    const world = await aWorld();
    const evaluationId = await marked(world);
    world.table.meter.reset();
    await world.publish(evaluationId, 2);
    expect(world.table.meter.units().wru).toBeLessThanOrEqual(5);
  });
});

describe('a correction after publication', () => {
  it('keeps who changed what, and waits for the window', async () => {
    const world = await aWorld();
    const evaluationId = await marked(world);
    await world.publish(evaluationId, 2);
    world.setClock(at('20:30'));
    const saved = await world.save(evaluationId, 3, [mark(ADA, '16')], MULLER);
    expect(saved.body.visibleFrom).toBe(at('07:00', '2026-11-24'));
    expect(saved.body.saved).toMatchObject([{ changes: 1, visibleFrom: at('07:00', '2026-11-24') }]);
    const changed = await world.call(SCHMITT, 'changeEvaluation', {
      path: { evaluationId },
      body: { terms: terms({ coefficient: '2' }), version: 4 },
    });
    expect(changed.status).toBe(200);
    const history = await world.call(CPE, 'readHistory', { path: { evaluationId } });
    expect(history.body.entries).toMatchObject([
      {
        what: 'cell',
        by: 'Mme muller',
        pupilId: ADA.pupilId,
        before: { given: { mark: '10' } },
        after: { given: { mark: '16' } },
        visibleFrom: at('07:00', '2026-11-24'),
      },
      { what: 'terms', by: 'Mme schmitt', before: { coefficient: '1' }, after: { coefficient: '2' } },
      { what: 'cell', by: 'Mme schmitt', pupilId: BOB.pupilId, after: { given: { mark: '11' } } },
      { what: 'published', by: 'Mme schmitt' },
    ]);
    expect((await world.call(WEBER, 'readHistory', { path: { evaluationId } })).status).toBe(404);
  });
});

describe('a publication put forward', () => {
  it('shows at once what was corrected under the later one', async () => {
    const world = await aWorld();
    const evaluationId = await marked(world);
    await world.publish(evaluationId, 2, SCHMITT, '2026-11-26');
    await world.save(evaluationId, 3, [mark(ADA, '16')]);
    await world.call(SCHMITT, 'cancelPublication', { path: { evaluationId } });
    await world.publish(evaluationId, 5);
    await world.rebuild(MATHS);
    world.setClock(at('14:00'));
    const { body } = await world.call(asPupil(ADA), 'readResults', { path: { pupilId: ADA.pupilId } });
    expect(body.subjects[0]?.marks).toMatchObject([{ given: { mark: '16' } }]);
  });
});

describe('the rules of a school', () => {
  it('are the head’s to decide, within the school’s window, each over the one that was read', async () => {
    const world = await aWorld();
    const school = { path: { schoolId: SCHOOL } };
    const { settings, version } = (await world.call(WEBER, 'readMarksSettings', school)).body;
    expect([settings, version]).toMatchObject([{ hours: ['14:00'], guardianDelayHours: 24, rounding: 'p1', rank: false }, 0]);
    const change = (hours: string[], read: number, actor = HEAD) =>
      world.call(actor, 'changeMarksSettings', { ...school, body: { settings: { ...settings, hours }, version: read } });
    expect((await change(['12:00'], 0, WEBER)).status).toBe(404);
    expect((await change(['20:00'], 0)).body.code).toBe('assessment.hours-outside-window');
    expect((await change(['12:00', '18:00'], 0)).body.version).toBe(1);
    expect((await change(['17:00'], 0)).body.code).toBe('assessment.changed-meanwhile');
    const evaluationId = await marked(world);
    expect((await world.call(SCHMITT, 'previewPublication', { path: { evaluationId } })).body.pupilsOn.time).toBe('12:00');
  });
});
