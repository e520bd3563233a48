import { describe, expect, it } from 'vitest';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import type { Actor, RosterPupil } from '@preau/shared/directory/schema.ts';
import { freshTable } from '../testing/tables.ts';
import {
  asPupil,
  classPath,
  CPE,
  EMPTY_CLASS,
  FRENCH,
  GERMAN,
  HEAD,
  LEA,
  parentOf,
  PRINCIPAL,
  pupil,
  serviceIdNamed,
  TOM,
  worldOn,
  ZOE,
} from './council-world.testing.ts';

const T1 = { ...classPath, period: '2026-T1' };

const aWorld = async () => {
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

describe('a class council', () => {
  it('is read while it is prepared by whoever runs it and by the CPE, and by the class’s teachers once it is open', async () => {
    const { change, read, page } = await aWorld();
    for (const actor of [PRINCIPAL, HEAD, CPE]) expect((await read(actor)).status).toBe(200);
    for (const actor of [FRENCH, parentOf(LEA), asPupil(LEA)]) expect((await read(actor)).status).toBe(404);
    expect((await change({ state: 'open' })).body).toEqual({ version: 1, state: 'open' });
    expect((await read(FRENCH)).body).toMatchObject({ state: 'open', mayRun: false });
    expect((await page(LEA, FRENCH)).status).toBe(200);
    for (const actor of [parentOf(LEA), asPupil(LEA)]) expect((await page(LEA, actor)).status).toBe(404);
    expect((await change({ version: 1, state: 'open' }, FRENCH)).status).toBe(404);
  });

  it('without any mark says that nobody is marked: no average, no trend, never a zero', async () => {
    const { read, page } = await aWorld();
    const { body } = await read();
    expect(body.pupils.map(({ name, general, trend }) => [name, general, trend])).toEqual([
      ['Keller lea', { kind: 'notMarked' }, undefined],
      ['Keller tom', { kind: 'notMarked' }, undefined],
    ]);
    expect(body.figures).toBeUndefined();
    const lea = (await page(LEA)).body;
    expect(lea.subjects.map(({ subject, average }) => [subject, average])).toEqual([
      ['Allemand', undefined],
      ['Français', undefined],
      ['Mathématiques', undefined],
    ]);
    expect((await page(TOM)).body.subjects.map(({ subject }) => subject)).toEqual(['Français', 'Mathématiques']);
  });

  it('freezes half-days and lates: what happens later changes nothing, until they are taken again', async () => {
    const { absences, prepare, read } = await aWorld();
    absences.set(LEA.pupilId, { justified: 3, unjustified: 1, lates: 2 });
    expect((await prepare()).body).toMatchObject({ version: 1, pupils: 2 });
    absences.set(LEA.pupilId, { justified: 3, unjustified: 9, lates: 2 });
    expect((await read()).body.pupils.map((one) => one.absences)).toEqual([
      { justified: 3, unjustified: 1, lates: 2 },
      { justified: 0, unjustified: 0, lates: 0 },
    ]);
    expect((await prepare()).body.code).toBe('assessment.changed-meanwhile');
    await prepare(1);
    expect((await read()).body.pupils[0]?.absences?.unjustified).toBe(9);
  });

  it('writes a synthesis, a mention and opinions for each pupil, page after page', async () => {
    const { decide, page, read } = await aWorld();
    const opinions = [{ wish: 'Seconde générale et technologique', opinion: 'favourable' }];
    await decide(LEA, { synthesis: 'Un très bon trimestre.', mention: 'congratulations', opinions });
    const lea = (await page(LEA)).body;
    expect(lea.decision).toMatchObject({ synthesis: 'Un très bon trimestre.', mention: 'congratulations', opinions, revision: 1 });
    expect([lea.previous, lea.next?.name, lea.position]).toEqual([undefined, 'Keller tom', { rank: 1, of: 2 }]);
    expect((await page(TOM)).body.previous?.name).toBe('Keller lea');
    expect((await read()).body.pupils.map(({ hasSynthesis, mention }) => [hasSynthesis, mention])).toEqual([
      [true, 'congratulations'],
      [false, undefined],
    ]);
  });

  it('counts a synthesis as the LSU does, up to 1000 characters', async () => {
    const { change, decide } = await aWorld();
    expect((await decide(LEA, { synthesis: '👏'.repeat(1000) })).status).toBe(200);
    const refused = await decide(TOM, { synthesis: 'é'.repeat(1001) });
    expect([refused.body.code, refused.body.details]).toEqual(['assessment.synthesis-too-long', { length: 1001, most: 1000 }]);
    expect((await change({ synthesis: 'é'.repeat(1001) })).body.code).toBe('assessment.synthesis-too-long');
  });

  it('of two people on one pupil: the second is told what was written, nothing is overwritten', async () => {
    const { decide, page } = await aWorld();
    const both = await Promise.all([decide(LEA, { synthesis: 'Un.' }), decide(LEA, { synthesis: 'Deux.' }, HEAD)]);
    const refused = both.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('assessment.decision-changed-meanwhile');
    const kept = (await page(LEA)).body.decision;
    expect(refused?.body.details).toMatchObject({ theirs: { synthesis: kept?.synthesis, revision: 1 } });
    expect((await decide(LEA, { revision: 1, synthesis: 'Trois.' })).status).toBe(200);
  });

  it('is recorded with its date and its absences; from then on only the head reopens it', async () => {
    const { change, decide, read } = await aWorld();
    expect((await change({ state: 'held' })).body.code).toBe('assessment.council-without-date');
    const held = await change({ state: 'held', date: '2026-12-03', synthesis: 'Classe agréable.' });
    expect(held.body).toEqual({ version: 1, state: 'held' });
    expect((await read(FRENCH)).body).toMatchObject({ state: 'held', date: '2026-12-03', synthesis: 'Classe agréable.' });
    expect((await read()).body.absencesAt).toBeDefined();
    expect((await decide(LEA, { synthesis: 'Trop tard.' })).body.code).toBe('assessment.council-held');
    expect((await change({ version: 1, state: 'open', date: '2026-12-03' })).body.code).toBe('assessment.council-held');
    expect((await change({ version: 1, state: 'open', date: '2026-12-03' }, HEAD)).body.state).toBe('open');
    expect((await decide(LEA, { synthesis: 'À temps.' })).status).toBe(200);
  });

  it('does not take place in a class without pupils, and says so', async () => {
    const { call, prepare } = await aWorld();
    const path = { ...T1, classId: EMPTY_CLASS };
    const empty = await call(HEAD, 'readCouncil', { path });
    expect(empty.body.pupils).toEqual([]);
    expect((await call(HEAD, 'prepareCouncil', { path, body: { version: 0 } })).body.code).toBe('assessment.class-without-pupils');
    expect((await prepare(0, path)).status).toBe(404);
    const held = await call(HEAD, 'changeCouncil', { path, body: { version: 0, state: 'held', date: '2026-12-03', synthesis: '' } });
    expect(held.body.code).toBe('assessment.class-without-pupils');
    expect((await call(HEAD, 'checkCouncil', { path })).body.missing.map(({ what }) => what)).toEqual(['date', 'classSynthesis']);
  });

  it('of a closed period decides nothing any more', async () => {
    const { call, decide } = await aWorld();
    await call(HEAD, 'closePeriod', { path: T1, body: { version: 0 } });
    expect((await decide(LEA, { synthesis: 'Bien.' })).body.code).toBe('assessment.period-closed');
  });

  it('knows pupils of the class and its periods only', async () => {
    const { call, decide } = await aWorld();
    expect((await decide(ZOE, { synthesis: 'Bien.' })).status).toBe(404);
    const other = await call(PRINCIPAL, 'readCouncil', { path: { ...T1, period: '2026-S1' } });
    expect(other.body.code).toBe('assessment.period-unknown');
  });

  it('shows what teachers have finished writing, drafts apart', async () => {
    const { call, page } = await aWorld();
    const path = { serviceId: serviceIdNamed('Français', '3A'), period: '2026-T1' };
    const remarks = (of: RosterPupil, as: string) =>
      call(FRENCH, 'writeRemarks', {
        path,
        body: { as, remarks: [{ about: of.pupilId, revision: 0, text: `De ${of.firstName}.`, position: 3 }] },
      });
    await remarks(LEA, 'written');
    await remarks(TOM, 'draft');
    const french = async (of: RosterPupil) => (await page(of)).body.subjects.find(({ subject }) => subject === 'Français');
    expect(await french(LEA)).toMatchObject({ remark: 'De lea.', position: 3, state: 'written' });
    expect(await french(TOM)).toMatchObject({ remark: '', state: 'draft' });
    expect((await french(TOM))?.position).toBeUndefined();
  });
});

describe('what is missing before a council', () => {
  it('names each subject with its teachers, pupils who attend it only, then the head teacher and the head', async () => {
    const { call, decide, prepare } = await aWorld();
    const path = { serviceId: serviceIdNamed('Français', '3A'), period: '2026-T1' };
    await call(FRENCH, 'writeRemarks', { path, body: { as: 'written', remarks: [{ about: LEA.pupilId, revision: 0, text: 'Bien.' }] } });
    await prepare();
    await decide(LEA, { synthesis: 'Bien.' });
    const { body } = await call(PRINCIPAL, 'checkCouncil', { path: T1 });
    expect(body.missing.map(({ what, count, who, subject }) => [what, count, who.join(), subject])).toEqual([
      ['marks', 1, 'Mme german', 'Allemand'],
      ['remarks', 1, 'Mme german', 'Allemand'],
      ['marks', 2, 'Mme french', 'Français'],
      ['remarks', 1, 'Mme french', 'Français'],
      ['proofreading', 1, 'principal Roux', 'Français'],
      ['marks', 2, 'Mme maths', 'Mathématiques'],
      ['remarks', 2, 'Mme maths', 'Mathématiques'],
      ['date', 1, 'Direction', undefined],
      ['syntheses', 1, 'principal Roux', undefined],
      ['classSynthesis', 1, 'principal Roux', undefined],
    ]);
    for (const actor of [FRENCH, CPE]) expect((await call(actor, 'checkCouncil', { path: T1 })).status).toBe(404);
  });
});

describe('the list of councils', () => {
  it('is the head’s for every class, the head teacher’s for his own, the teachers’ once they are open, nobody else’s', async () => {
    const { call, change } = await aWorld();
    const list = async (actor: Actor) =>
      (await call(actor, 'listCouncils')).body.councils?.map(({ className, mayRun }) => [className, mayRun]);
    expect(await list(HEAD)).toEqual([
      ['3A', true],
      ['3B', true],
      ['3C', true],
    ]);
    expect(await list(CPE)).toEqual([
      ['3A', false],
      ['3B', false],
      ['3C', false],
    ]);
    expect(await list(PRINCIPAL)).toEqual([['3A', true]]);
    expect(await list(GERMAN)).toEqual([]);
    await change({ state: 'open', date: '2026-12-03' });
    expect(await list(GERMAN)).toEqual([['3A', false]]);
    const [row] = (await call(GERMAN, 'listCouncils')).body.councils;
    expect(row?.councils).toEqual([{ period: '2026-T1', until: '2026-11-30', state: 'open', date: '2026-12-03', closed: false }]);
    expect((await call(parentOf(LEA), 'listCouncils')).status).toBe(404);
  });
});

describe('with marks', () => {
  const averages = (world: Awaited<ReturnType<typeof aWorld>>, subject: string, period: string, of: Readonly<Record<string, string>>) =>
    world.services.results.putAverages({
      classId: classPath.classId,
      serviceId: serviceIdNamed(subject, '3A'),
      period,
      stamp: 1,
      subject,
      teachers: [],
      weight: { kind: 'said', coefficient: '1' },
      averages: of,
    });

  it('shows averages, positions and how they moved since the period before, whoever has none staying without', async () => {
    const world = await aWorld();
    const { call, page, prepare, read } = world;
    await averages(world, 'Français', '2026-T1', { [LEA.pupilId]: '23/2' });
    await averages(world, 'Français', '2026-T2', { [LEA.pupilId]: '27/2' });
    await prepare();
    await call(PRINCIPAL, 'changeCouncil', { path: T1, body: { version: 1, state: 'held', date: '2026-12-03', synthesis: '' } });
    const T2 = { ...classPath, period: '2026-T2' };
    const second = await call(PRINCIPAL, 'readCouncil', { path: T2 });
    expect(second.body.pupils.map(({ general, trend }) => [general.kind, trend])).toEqual([
      ['known', 'up'],
      ['notMarked', undefined],
    ]);
    const lea = await call(PRINCIPAL, 'readCouncilPupil', { path: { ...T2, pupilId: LEA.pupilId } });
    expect(lea.body.subjects.find(({ subject }) => subject === 'Français')).toMatchObject({
      average: { shown: '13,5' },
      before: { shown: '11,5' },
      trend: 'up',
      automatic: { from: 'average', position: 3 },
    });
    expect((await page(LEA)).body.subjects.find(({ subject }) => subject === 'Français')?.before).toBeUndefined();
    expect((await read()).body.figures?.mean.shown).toBe('11,5');
  });

  it('keeps the periods that marks were given in', async () => {
    const world = await aWorld();
    await averages(world, 'Français', '2026-T1', { [LEA.pupilId]: '12/1' });
    const cut = (kind: string, ends: readonly string[]) =>
      world.call(HEAD, 'changePeriods', { path: classPath, body: { version: 0, kind, ends } });
    expect((await cut('semester', ['2027-01-22'])).body.code).toBe('assessment.periods-hold-marks');
    expect((await cut('trimester', ['2026-11-27', '2027-03-05'])).status).toBe(200);
  });

  it('reads a class of thirty in twelve subjects, every synthesis written, for at most eight units', async () => {
    const world = await aWorld();
    const { decide, prepare, read, roster, table } = world;
    const many = Array.from({ length: 30 }, (_, index) => pupil(`pupil${index}x`));
    roster.splice(0, roster.length, ...many);
    const of = Object.fromEntries(many.map(({ pupilId }, index) => [pupilId, `${index + 101}/${index + 11}`]));
    for (let index = 0; index < 12; index += 1) {
      await world.services.results.putAverages({
        classId: classPath.classId,
        serviceId: ServiceId.parse(`svc_c-troisiemetroisiemea-subject${index}`),
        period: '2026-T1',
        stamp: 1,
        subject: `Matière ${index}`,
        teachers: ['Mme Weber'],
        weight: { kind: 'said', coefficient: '1' },
        averages: of,
      });
    }
    await prepare();
    const text = 'Un trimestre sérieux et régulier ; il faut maintenant oser participer davantage à l’oral. ';
    await Promise.all(many.map((one) => decide(one, { synthesis: text.repeat(4), mention: 'compliments' })));
    table.meter.reset();
    const { body } = await read();
    expect(body.pupils.filter(({ general }) => general.kind === 'known')).toHaveLength(30);
    expect(table.meter.units().rru).toBeLessThanOrEqual(8);
    table.meter.reset();
    await decide(many[0] ?? LEA, { revision: 1, synthesis: 'Court.' });
    expect(table.meter.units().wru).toBe(1);
  });
});
