import { describe, expect, it } from 'vitest';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import { freshTable } from '../testing/tables.ts';
import {
  ADA,
  at,
  BOB,
  CLASS_A,
  CLASS_B,
  EVE,
  GERMAN,
  HEAD,
  KELLER,
  mark,
  MATHS,
  MAX,
  MULLER,
  nothing,
  PERIOD,
  pupil,
  SCHMITT,
  SCHOOL,
  serviceIdOf,
  terms,
  worldOn,
} from './marks-world.testing.ts';

const aWorld = async () => worldOn(await freshTable(assessmentTable));
const grid = { path: { serviceId: MATHS, period: PERIOD } };

describe('an evaluation', () => {
  it('is one column, whoever of its teachers adds it and however often the form is sent', async () => {
    const world = await aWorld();
    const body = { terms: terms(), requestId: 'same-request' };
    const answers = await Promise.all([1, 2, 3].map(() => world.call(SCHMITT, 'addEvaluation', { ...grid, body })));
    expect(new Set(answers.map((answer) => answer.body.evaluation.evaluationId)).size).toBe(1);
    const seen = await world.call(MULLER, 'readGrid', grid);
    expect(seen.body.evaluations).toMatchObject([{ status: 'draft', version: 1, terms: { title: 'Contrôle n° 1' } }]);
    expect(seen.body.pupils.map(({ name }) => name)).toEqual(['ada', 'bob', 'eve', 'jim', 'leo', 'zoe'].map((name) => `Klein ${name}`));
  });

  it('is another column when other terms are sent under the same key, as a page shown again may do', async () => {
    const world = await aWorld();
    const add = (title: string) =>
      world.call(SCHMITT, 'addEvaluation', { ...grid, body: { terms: { ...terms(), title }, requestId: 'same-request' } });
    const [first, second] = [await add('Contrôle n° 1'), await add('Contrôle n° 2')];
    expect(second.body.evaluation.evaluationId).not.toBe(first.body.evaluation.evaluationId);
  });

  it.each([
    ['a day outside the period', { date: '2026-12-01' }, 'assessment.date-outside-period'],
    ['a sub-subject that the service has not', { subSubjectId: 'oral' }, 'assessment.sub-subject-unknown'],
  ])('with %s is refused in a sentence', async (_what, change, code) => {
    const world = await aWorld();
    const refused = await world.call(SCHMITT, 'addEvaluation', { ...grid, body: { terms: terms(change), requestId: 'some-request' } });
    expect(refused.body).toMatchObject({ code, title: expect.stringMatching(/[.!]$/) });
  });

  it('is in a period that exists for the class', async () => {
    const world = await aWorld();
    const asked = { path: { serviceId: MATHS, period: '2026-S1' } };
    expect((await world.call(SCHMITT, 'readGrid', asked)).body.code).toBe('assessment.period-unknown');
  });

  it('is never in another school year', async () => {
    const world = await aWorld();
    const asked = {
      path: { serviceId: MATHS, period: '2025-T1' },
      body: { terms: terms({ date: '2025-11-24' }), requestId: 'late-request' },
    };
    expect((await world.call(SCHMITT, 'addEvaluation', asked)).body.code).toBe('assessment.period-closed');
  });

  it('keeps a scale that its marks fit', async () => {
    const world = await aWorld();
    const evaluationId = await world.add();
    await world.save(evaluationId, 1, [mark(ADA, '15')]);
    const change = (scale: string) =>
      world.call(SCHMITT, 'changeEvaluation', { path: { evaluationId }, body: { terms: terms({ scale }), version: 2 } });
    expect((await change('10')).body.code).toBe('assessment.scale-below-mark');
    expect((await change('40')).body.evaluation).toMatchObject({ terms: { scale: '40' }, version: 3 });
  });

  it('is not changed over terms that somebody wrote meanwhile, and does not mind marks entered meanwhile', async () => {
    const world = await aWorld();
    const evaluationId = await world.add();
    const change = (title: string, version: number) =>
      world.call(MULLER, 'changeEvaluation', { path: { evaluationId }, body: { terms: terms({ title }), version } });
    await world.save(evaluationId, 1, [mark(ADA, '15')]);
    expect((await change('Devoir', 1)).status).toBe(200);
    expect((await change('Interrogation', 1)).body.code).toBe('assessment.changed-meanwhile');
  });

  it('taken back counts no more and comes back as a draft with its marks', async () => {
    const world = await aWorld();
    const evaluationId = await world.add();
    await world.save(evaluationId, 1, [mark(ADA, '15')]);
    const path = { path: { evaluationId } };
    expect((await world.call(SCHMITT, 'withdrawEvaluation', path)).body.evaluation.status).toBe('withdrawn');
    const taken = await world.call(SCHMITT, 'readGrid', grid);
    expect(taken.body.pupils[0]?.average).toBeUndefined();
    expect((await world.save(evaluationId, 3, [mark(ADA, '16')])).body.code).toBe('assessment.is-withdrawn');
    expect((await world.call(SCHMITT, 'restoreEvaluation', path)).body.evaluation).toMatchObject({
      status: 'draft',
      cells: [{ pupilId: ADA.pupilId, given: { mark: '15' } }],
    });
    expect((await world.call(SCHMITT, 'readGrid', grid)).body.pupils[0]?.average).toEqual({ exact: '15/1', shown: '15,0' });
  });

  it('is copied to other services of the same teacher, without marks', async () => {
    const world = await aWorld();
    const evaluationId = await world.add({ title: 'Dictée' });
    await world.save(evaluationId, 1, [mark(ADA, '15')]);
    const copy = (serviceId: string) =>
      world.call(SCHMITT, 'copyEvaluation', {
        path: { evaluationId },
        body: { to: [{ serviceId, period: PERIOD, date: '2026-11-24' }], requestId: 'copy-request' },
      });
    const history = serviceIdOf('Histoire-géographie', '3B');
    const copied = await copy(history);
    expect(copied.body.evaluations).toMatchObject([{ serviceId: history, evaluation: { terms: { title: 'Dictée' }, cells: [] } }]);
    expect((await copy(history)).body).toEqual(copied.body);
    expect((await copy(GERMAN)).body.code).toBe('assessment.service-unknown');
  });
});

describe('marks', () => {
  it('are saved in one go, and nothing entered is never a zero', async () => {
    const world = await aWorld();
    const evaluationId = await world.add();
    const saved = await world.save(evaluationId, 1, [
      mark(ADA, '12.5'),
      { pupilId: BOB.pupilId, value: { given: { none: 'absent' }, comment: 'À rattraper' } },
    ]);
    expect(saved.body).toMatchObject({ version: 2, conflicts: [], refused: [] });
    const { body } = await world.call(SCHMITT, 'readGrid', grid);
    expect(body.evaluations[0]?.cells).toEqual([
      { pupilId: ADA.pupilId, given: { mark: '12.5' }, changes: 0 },
      { pupilId: BOB.pupilId, given: { none: 'absent' }, comment: 'À rattraper', changes: 0 },
    ]);
    expect(body.pupils.map(({ average }) => average?.shown)).toEqual(['12,5', undefined, undefined, undefined, undefined, undefined]);
    expect(body.figures).toMatchObject({ mean: { exact: '25/2' }, pupils: 1 });
  });

  it('out of their scale, of nobody here or of a skill that is not assessed are refused one by one', async () => {
    const world = await aWorld();
    const evaluationId = await world.add({ scale: '10' });
    const saved = await world.save(evaluationId, 1, [
      mark(ADA, '10.5'),
      mark(BOB, '10'),
      mark(MAX, '5'),
      { pupilId: EVE.pupilId, value: { levels: { skl_unknown: 3 } } },
    ]);
    expect(saved.body.saved.map(({ pupilId }) => pupilId)).toEqual([BOB.pupilId]);
    expect(saved.body.refused).toEqual([
      { pupilId: ADA.pupilId, reason: 'out-of-range' },
      { pupilId: MAX.pupilId, reason: 'not-in-roster' },
      { pupilId: EVE.pupilId, reason: 'skill-unknown' },
    ]);
  });

  it('that a colleague changed meanwhile are told with both values, and the others are saved', async () => {
    const world = await aWorld();
    const evaluationId = await world.add();
    await world.save(evaluationId, 1, [mark(ADA, '10'), mark(BOB, '11')]);
    await world.save(evaluationId, 2, [mark(ADA, '12')], MULLER);
    const mine = await world.save(evaluationId, 2, [mark(ADA, '13'), mark(BOB, '14'), mark(EVE, '15')]);
    expect(mine.body.conflicts).toEqual([
      { pupilId: ADA.pupilId, theirs: { given: { mark: '12' } }, yours: { given: { mark: '13' } }, by: 'Mme muller', at: at('08:20') },
    ]);
    expect(mine.body.saved).toMatchObject([{ given: { mark: '14' } }, { given: { mark: '15' } }]);
    const { body } = await world.call(MULLER, 'readEvaluation', { path: { evaluationId } });
    expect(body.evaluation.cells.map(({ given }) => given)).toEqual([{ mark: '12' }, { mark: '14' }, { mark: '15' }]);
  });

  it('entered by two teachers at once are all there', async () => {
    const world = await aWorld();
    const evaluationId = await world.add();
    const class3A = world.roster.slice(0, 6);
    const answers = await Promise.all(
      class3A.map((one, index) => world.save(evaluationId, 1, [mark(one, String(index + 10))], index % 2 === 0 ? SCHMITT : MULLER)),
    );
    expect(answers.flatMap(({ body }) => body.conflicts)).toEqual([]);
    const { body } = await world.call(SCHMITT, 'readEvaluation', { path: { evaluationId } });
    expect(body.evaluation.cells.map(({ given }) => given)).toEqual([10, 11, 12, 13, 14, 15].map((value) => ({ mark: String(value) })));
  });

  it('sent twice by the same form overwrite nothing that came between', async () => {
    const world = await aWorld();
    const evaluationId = await world.add();
    await world.save(evaluationId, 1, [mark(ADA, '10')], SCHMITT, 'lost-answer');
    expect((await world.save(evaluationId, 1, [mark(ADA, '10')], SCHMITT, 'lost-answer')).body).toMatchObject({
      version: 2,
      conflicts: [],
    });
    await world.save(evaluationId, 2, [mark(ADA, '12')], MULLER);
    const again = await world.save(evaluationId, 1, [mark(ADA, '10')], SCHMITT, 'lost-answer');
    expect(again.body.conflicts).toMatchObject([{ theirs: { given: { mark: '12' } } }]);
  });

  it('are undone by saving what was there', async () => {
    const world = await aWorld();
    const evaluationId = await world.add();
    await world.save(evaluationId, 1, [mark(ADA, '10')]);
    const wrong = await world.save(evaluationId, 2, [mark(ADA, '1'), mark(BOB, '2')]);
    expect(wrong.body.previous).toEqual([mark(ADA, '10'), nothing(BOB)]);
    await world.save(evaluationId, 3, wrong.body.previous);
    const { body } = await world.call(SCHMITT, 'readEvaluation', { path: { evaluationId } });
    expect(body.evaluation.cells).toMatchObject([{ pupilId: ADA.pupilId, given: { mark: '10' } }]);
  });

  it('of a pupil who left stay, and of one who arrived later say since when', async () => {
    const world = await aWorld();
    const evaluationId = await world.add();
    await world.save(evaluationId, 1, [mark(ADA, '10'), mark(EVE, '11')]);
    const place = world.roster.findIndex(({ pupilId }) => pupilId === EVE.pupilId);
    world.roster.splice(place, 1, pupil('new'));
    world.setClock(at('08:20', '2026-11-26'));
    await world.save(evaluationId, 2, [mark(pupil('new'), '15')]);
    world.setClock(at('08:20', '2026-11-27'));
    const { body } = await world.call(SCHMITT, 'readGrid', grid);
    expect(body.pupils.find(({ pupilId }) => pupilId === pupil('new').pupilId)).toMatchObject({ arrivedOn: '2026-11-26' });
    expect(body.pupils.at(-1)).toMatchObject({ pupilId: EVE.pupilId, leftOn: '2026-11-26', average: { shown: '11,0' } });
    expect((await world.save(evaluationId, 3, [mark(EVE, '12')])).body.refused).toEqual([]);
  });

  it('of a group are entered for the pupils of an open class when the period is closed for another', async () => {
    const world = await aWorld();
    const evaluationId = await world.add({}, GERMAN, KELLER);
    const closed = await world.call(HEAD, 'closePeriod', {
      path: { schoolId: SCHOOL, classId: CLASS_A, period: PERIOD },
      body: { version: 0 },
    });
    expect(closed.status).toBe(200);
    const saved = await world.save(evaluationId, 1, [mark(ADA, '12'), mark(MAX, '13')], KELLER);
    expect(saved.body.refused).toEqual([{ pupilId: ADA.pupilId, reason: 'period-closed' }]);
    expect(saved.body.saved).toMatchObject([{ pupilId: MAX.pupilId }]);
    await world.call(HEAD, 'closePeriod', { path: { schoolId: SCHOOL, classId: CLASS_B, period: PERIOD }, body: { version: 0 } });
    expect((await world.save(evaluationId, 2, [mark(MAX, '14')], KELLER)).body.code).toBe('assessment.period-closed');
    const { body } = await world.call(KELLER, 'readGrid', { path: { serviceId: GERMAN, period: PERIOD } });
    expect(body.period.closedFor.toSorted()).toEqual([CLASS_A, CLASS_B]);
  });
});
