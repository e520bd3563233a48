import { describe, expect, it } from 'vitest';
import type { Actor, RosterPupil } from '@preau/shared/directory/schema.ts';
import { aCouncil, T1 } from './council-scene.testing.ts';
import {
  asPupil,
  CPE,
  EMPTY_CLASS,
  FRENCH,
  GERMAN,
  HEAD,
  LEA,
  parentOf,
  PRINCIPAL,
  serviceIdNamed,
  TOM,
  ZOE,
} from './council-world.testing.ts';

describe('a class council', () => {
  it('is read while it is prepared by whoever runs it and by the CPE, and by the class’s teachers once it is open', async () => {
    const { change, read, page } = await aCouncil();
    for (const actor of [PRINCIPAL, HEAD, CPE]) expect((await read(actor)).status).toBe(200);
    for (const actor of [FRENCH, parentOf(LEA), asPupil(LEA)]) expect((await read(actor)).status).toBe(404);
    expect((await change({ state: 'open' })).body).toEqual({ version: 1, state: 'open' });
    expect((await read(FRENCH)).body).toMatchObject({ state: 'open', mayRun: false });
    expect((await page(LEA, FRENCH)).status).toBe(200);
    for (const actor of [parentOf(LEA), asPupil(LEA)]) expect((await page(LEA, actor)).status).toBe(404);
    expect((await change({ version: 1, state: 'open' }, FRENCH)).status).toBe(404);
  });

  it('without any mark says that nobody is marked: no average, no trend, never a zero', async () => {
    const { read, page } = await aCouncil();
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
    const { absences, prepare, read } = await aCouncil();
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
    const { decide, page, read } = await aCouncil();
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
    const { change, decide } = await aCouncil();
    expect((await decide(LEA, { synthesis: '👏'.repeat(1000) })).status).toBe(200);
    const refused = await decide(TOM, { synthesis: 'é'.repeat(1001) });
    expect([refused.body.code, refused.body.details]).toEqual(['assessment.synthesis-too-long', { length: 1001, most: 1000 }]);
    expect((await change({ synthesis: 'é'.repeat(1001) })).body.code).toBe('assessment.synthesis-too-long');
  });

  it('of two people on one pupil: the second is told what was written, nothing is overwritten', async () => {
    const { decide, page } = await aCouncil();
    const both = await Promise.all([decide(LEA, { synthesis: 'Un.' }), decide(LEA, { synthesis: 'Deux.' }, HEAD)]);
    const refused = both.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('assessment.decision-changed-meanwhile');
    const kept = (await page(LEA)).body.decision;
    expect(refused?.body.details).toMatchObject({ theirs: { synthesis: kept?.synthesis, revision: 1 } });
    expect((await decide(LEA, { revision: 1, synthesis: 'Trois.' })).status).toBe(200);
  });

  it('is recorded with its date and its absences; from then on only the head reopens it', async () => {
    const { change, decide, read } = await aCouncil();
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
    const { call, prepare } = await aCouncil();
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
    const { call, decide } = await aCouncil();
    await call(HEAD, 'closePeriod', { path: T1, body: { version: 0 } });
    expect((await decide(LEA, { synthesis: 'Bien.' })).body.code).toBe('assessment.period-closed');
  });

  it('knows pupils of the class and its periods only', async () => {
    const { call, decide } = await aCouncil();
    expect((await decide(ZOE, { synthesis: 'Bien.' })).status).toBe(404);
    const other = await call(PRINCIPAL, 'readCouncil', { path: { ...T1, period: '2026-S1' } });
    expect(other.body.code).toBe('assessment.period-unknown');
  });

  it('shows what teachers have finished writing, drafts apart', async () => {
    const { call, page } = await aCouncil();
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
    const { call, decide, prepare } = await aCouncil();
    const path = { serviceId: serviceIdNamed('Français', '3A'), period: '2026-T1' };
    await call(FRENCH, 'writeRemarks', { path, body: { as: 'written', remarks: [{ about: LEA.pupilId, revision: 0, text: 'Bien.' }] } });
    await call(FRENCH, 'writeProgramme', { path, body: { revision: 0, elements: ['Le récit'] } });
    await prepare();
    await decide(LEA, { synthesis: 'Bien.' });
    const { body } = await call(PRINCIPAL, 'checkCouncil', { path: T1 });
    expect(body.missing.map(({ what, count, who, subject }) => [what, count, who.join(), subject])).toEqual([
      ['marks', 1, 'Mme german', 'Allemand'],
      ['programme', 1, 'Mme german', 'Allemand'],
      ['remarks', 1, 'Mme german', 'Allemand'],
      ['marks', 2, 'Mme french', 'Français'],
      ['remarks', 1, 'Mme french', 'Français'],
      ['proofreading', 1, 'principal Roux', 'Français'],
      ['marks', 2, 'Mme maths', 'Mathématiques'],
      ['programme', 1, 'Mme maths', 'Mathématiques'],
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
    const { call, change } = await aCouncil();
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
