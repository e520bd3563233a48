import { describe, expect, it } from 'vitest';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { Actor, RosterPupil } from '@preau/shared/directory/schema.ts';
import { freshTable } from '../testing/tables.ts';
import {
  asPupil,
  CLASS_B,
  classPath,
  CPE,
  FRENCH,
  GERMAN,
  HEAD,
  LEA,
  MATHS,
  parentOf,
  PRINCIPAL,
  pupil,
  serviceIdNamed,
  TOM,
  worldOn,
  ZOE,
} from './council-world.testing.ts';

const aWorld = async () => {
  const world = worldOn(await freshTable(assessmentTable));
  const frenchPath = { serviceId: serviceIdNamed('Français', '3A'), period: '2026-T1' };
  const write = (remarks: readonly Record<string, unknown>[], { actor = FRENCH, as = 'written', path = frenchPath } = {}) =>
    world.call(actor, 'writeRemarks', { path, body: { as, remarks } });
  const proofread = (remarks: readonly Record<string, unknown>[], actor: Actor = PRINCIPAL, path = frenchPath) =>
    world.call(actor, 'proofreadRemarks', { path, body: { remarks } });
  const read = async (actor: Actor, of: RosterPupil) =>
    (await world.call(actor, 'readRemarks', { path: frenchPath })).body.pupils.find(({ about }) => about === of.pupilId)?.remark;
  return { ...world, frenchPath, write, proofread, read };
};

const said = (of: RosterPupil, text: string, revision = 0) => ({ about: of.pupilId, revision, text });
const tooLong = 'é'.repeat(601);

describe('remarks', () => {
  it('are written by the teachers of the service, and read by whoever reads its marks', async () => {
    const { call, frenchPath, write } = await aWorld();
    const saved = await write([{ ...said(LEA, 'Un trimestre sérieux.'), position: 3, finalAverage: '13.5' }]);
    expect(saved.body).toMatchObject({ saved: 1, conflicts: [] });
    for (const actor of [FRENCH, PRINCIPAL, HEAD, CPE]) {
      const grid = await call(actor, 'readRemarks', { path: frenchPath });
      expect(grid.body.pupils[0]?.remark).toMatchObject({ text: 'Un trimestre sérieux.', position: 3, finalAverage: '13.5' });
    }
    for (const actor of [MATHS, asPupil(LEA), parentOf(LEA)]) {
      expect((await call(actor, 'readRemarks', { path: frenchPath })).status).toBe(404);
      expect((await write([said(LEA, 'Non.', 1)], { actor })).status).toBe(404);
    }
    expect((await write([said(LEA, 'Non.', 1)], { actor: PRINCIPAL })).status).toBe(404);
  });

  it('bear on the class too, and on each class of a group', async () => {
    const { call } = await aWorld();
    const path = { serviceId: serviceIdNamed('Allemand', '3ALL1'), period: '2026-T1' };
    const body = { as: 'written', remarks: [{ about: CLASS_B, revision: 0, text: 'Groupe agréable.' }] };
    const saved = await call(GERMAN, 'writeRemarks', { path, body });
    expect(saved.body.grid.classes.map(({ name, remark }) => [name, remark?.text])).toEqual([
      ['3A', undefined],
      ['3B', 'Groupe agréable.'],
    ]);
    expect(saved.body.grid.pupils.map(({ name }) => name)).toEqual(['Keller lea', 'Keller zoe']);
  });

  it('take in one go the positions that are suggested, and keep those that their teacher decided', async () => {
    const { call, frenchPath, write, read } = await aWorld();
    const terms = {
      title: 'Dictée',
      date: '2026-11-16',
      scale: '20',
      coefficient: '1',
      rescaled: false,
      counting: 'compulsory',
      skillIds: [],
      mock: false,
    };
    const { evaluation } = (await call(FRENCH, 'addEvaluation', { path: frenchPath, body: { terms, requestId: 'dictee-request' } })).body;
    const path = { evaluationId: evaluation.evaluationId };
    const cells = [LEA, TOM].map(({ pupilId }) => ({ pupilId, value: { given: { mark: '16' } } }));
    const saved = await call(FRENCH, 'saveCells', { path, body: { version: evaluation.version, cells, requestId: 'marks-request' } });
    await call(FRENCH, 'publishEvaluation', { path, body: { version: saved.body.version } });
    await write([{ ...said(TOM, 'Bien.'), position: 3 }]);
    expect((await call(PRINCIPAL, 'acceptPositions', { path: frenchPath })).status).toBe(404);
    const accepted = await call(FRENCH, 'acceptPositions', { path: frenchPath });
    expect(accepted.body).toMatchObject({ saved: 1, conflicts: [] });
    expect(await read(HEAD, LEA)).toMatchObject({ position: 4, text: '', settled: true });
    expect(await read(HEAD, TOM)).toMatchObject({ position: 3, text: 'Bien.', state: 'written' });
    expect((await call(FRENCH, 'acceptPositions', { path: frenchPath })).body.saved).toBe(0);
  });

  it('above 600 characters are told with their length, and nothing is half saved', async () => {
    const { write, read } = await aWorld();
    const refused = await write([said(LEA, 'Bien.'), said(TOM, tooLong)]);
    expect(refused.body.code).toBe('assessment.remark-too-long');
    expect(refused.body.details).toEqual({ remarks: [{ about: TOM.pupilId, length: 601 }] });
    expect(await read(FRENCH, LEA)).toBeUndefined();
    expect((await write([said(TOM, 'é'.repeat(600))])).body.saved).toBe(1);
  });

  it('of two teachers on one pupil: the second is told, nothing is overwritten, the others are saved', async () => {
    const { write, read } = await aWorld();
    await write([said(LEA, 'Écrit le matin.')]);
    const late = await write([said(LEA, 'Écrit sans avoir lu.'), said(TOM, 'Bien.')]);
    expect(late.body.saved).toBe(1);
    expect(late.body.conflicts).toMatchObject([
      { name: 'Keller lea', yours: 'Écrit sans avoir lu.', theirs: 'Écrit le matin.', by: 'french Roux', revision: 1 },
    ]);
    expect((await read(FRENCH, LEA))?.text).toBe('Écrit le matin.');
    const knowing = await write([said(LEA, 'Écrit en le sachant.', 1)]);
    expect(knowing.body).toMatchObject({ saved: 1, conflicts: [] });
  });

  it('at the same instant: one is kept, the other is told', async () => {
    const { write } = await aWorld();
    const both = await Promise.all(['Un.', 'Deux.'].map((text) => write([said(LEA, text)])));
    expect(both.map(({ body }) => body.saved).toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(both.flatMap(({ body }) => body.conflicts)).toHaveLength(1);
  });

  it('written twice the same are one, and keep their proofreading', async () => {
    const { write, proofread, read } = await aWorld();
    await write([said(LEA, 'Bien.')]);
    await proofread([{ decision: 'agree', ...said(LEA, 'Bien.', 1) }]);
    expect((await write([said(LEA, 'Bien.', 1)])).body).toMatchObject({ saved: 0, conflicts: [] });
    expect((await read(FRENCH, LEA))?.state).toBe('proofread');
    await write([said(LEA, 'Très bien.', 2)]);
    expect((await read(FRENCH, LEA))?.state).toBe('written');
  });

  it('that are drafts are their writers’ own, until they are finished', async () => {
    const { write, proofread, read } = await aWorld();
    await write([{ ...said(LEA, 'À compléter'), position: 2 }], { as: 'draft' });
    expect(await read(PRINCIPAL, LEA)).toMatchObject({ state: 'draft', text: '' });
    expect((await read(PRINCIPAL, LEA))?.position).toBeUndefined();
    expect((await proofread([{ decision: 'agree', ...said(LEA, 'Autre', 1) }])).body.saved).toBe(0);
    await write([{ ...said(LEA, 'À compléter', 1), position: 2 }]);
    expect(await read(PRINCIPAL, LEA)).toMatchObject({ state: 'written', text: 'À compléter', revision: 2 });
  });

  it('are corrected or sent back by the head teacher, who says what to write again', async () => {
    const { write, proofread, read } = await aWorld();
    await write([said(LEA, 'Bien mais bavarde.'), said(TOM, 'Nul.')]);
    const done = await proofread([
      { decision: 'agree', ...said(LEA, 'Bien, mais bavarde.', 1) },
      { decision: 'sendBack', about: TOM.pupilId, revision: 1, note: 'Dites ce qu’il peut faire.' },
    ]);
    expect(done.body.saved).toBe(2);
    expect(await read(FRENCH, LEA)).toMatchObject({ state: 'proofread', byName: 'french Roux', proofread: { byName: 'principal Roux' } });
    expect(await read(FRENCH, TOM)).toMatchObject({ state: 'draft', text: 'Nul.', asked: { note: 'Dites ce qu’il peut faire.' } });
    expect((await proofread([{ decision: 'agree', ...said(LEA, 'x', 2) }], FRENCH)).status).toBe(404);
  });

  it('of another class are not proofread by this head teacher', async () => {
    const { call, proofread } = await aWorld();
    const path = { serviceId: serviceIdNamed('Allemand', '3ALL1'), period: '2026-T1' };
    const remarks = [said(LEA, 'Gut.'), said(ZOE, 'Sehr gut.')];
    await call(GERMAN, 'writeRemarks', { path, body: { as: 'written', remarks } });
    expect((await proofread([{ decision: 'agree', ...said(ZOE, 'Gut', 1) }], PRINCIPAL, path)).body.code).toBe('assessment.not-in-service');
    const mine = await proofread([{ decision: 'agree', ...said(LEA, 'Gut', 1) }], PRINCIPAL, path);
    expect(mine.body.saved).toBe(1);
    expect(mine.body.grid.pupils.map(({ name }) => name)).toEqual(['Keller lea']);
    expect(mine.body.grid.classes.map(({ name }) => name)).toEqual(['3A']);
  });

  it('of a closed period are refused, until it is open again', async () => {
    const { call, write } = await aWorld();
    await write([said(LEA, 'Bien.')]);
    await call(HEAD, 'closePeriod', { path: { ...classPath, period: '2026-T1' }, body: { version: 0 } });
    expect((await write([said(LEA, 'Mieux.', 1)])).body.code).toBe('assessment.period-closed');
    await call(HEAD, 'reopenPeriod', { path: { ...classPath, period: '2026-T1' }, body: { version: 1, reason: 'Erreur' } });
    expect((await write([said(LEA, 'Mieux.', 1)])).body.saved).toBe(1);
  });

  it('name pupils of the service and periods of their class only', async () => {
    const { write, frenchPath } = await aWorld();
    expect((await write([said(ZOE, 'Bien.')])).body.code).toBe('assessment.not-in-service');
    expect((await write([{ about: CLASS_B, revision: 0, text: 'Bien.' }])).body.code).toBe('assessment.not-in-service');
    const other = await write([said(LEA, 'Bien.')], { path: { ...frenchPath, period: '2026-S1' } });
    expect(other.body.code).toBe('assessment.period-unknown');
  });

  it('keep what is typed as it is typed', async () => {
    const { write, read } = await aWorld();
    const typed = '#set text(red) <script>alert(1)</script> =cmd() « ça » نجاح 👏';
    await write([said(LEA, typed)]);
    expect((await read(FRENCH, LEA))?.text).toBe(typed);
  });

  it('cost one write unit each, whatever the class, and a class of thirty at most five read units', async () => {
    const { call, frenchPath, roster, table, write } = await aWorld();
    const many = Array.from({ length: 30 }, (_, index) => pupil(`pupil${index}x`));
    roster.splice(0, roster.length, ...many);
    const text = 'Un trimestre sérieux et régulier, il faut maintenant oser participer davantage. '.repeat(6).trim();
    table.meter.reset();
    await write(many.map((one) => said(one, text)));
    expect(table.meter.units().wru).toBe(30);
    table.meter.reset();
    const [first] = many;
    if (first === undefined) throw new Error('No pupil');
    await write([said(first, 'Court.', 1)]);
    expect(table.meter.units().wru).toBe(1);
    table.meter.reset();
    const grid = await call(FRENCH, 'readRemarks', { path: frenchPath });
    expect(grid.body.pupils).toHaveLength(30);
    expect(table.meter.units().rru).toBeLessThanOrEqual(5);
  });
});
