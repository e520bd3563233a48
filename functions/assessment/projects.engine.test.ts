import { describe, expect, it } from 'vitest';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { freshTable } from '../testing/tables.ts';
import {
  classPath,
  CPE,
  FRENCH,
  GERMAN,
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

const PERIOD = '2026-T1';
const path = { ...classPath, period: PERIOD };
const EPI = { title: 'L’eau', theme: 'EPI_EDD', subjects: ['Français', 'Mathématiques'], description: 'De la source au robinet.' };

const aWorld = async () => {
  const world = worldOn(await freshTable(assessmentTable));
  const change = (revision: number, body: Record<string, unknown>, actor: Actor = PRINCIPAL) =>
    world.call(actor, 'changeProjects', { path, body: { revision, change: body } });
  const say = (about: string, said: readonly Record<string, unknown>[], actor: Actor = PRINCIPAL) =>
    world.call(actor, 'sayOfPupils', { path: { ...path, about }, body: { said } });
  const close = async () => {
    const { body } = await world.call(HEAD, 'readPeriods', { path: classPath });
    await world.call(HEAD, 'closePeriod', { path, body: { version: body.periods.version } });
  };
  return { ...world, change, say, close };
};

describe('the elements of the programme', () => {
  const frenchPath = { serviceId: serviceIdNamed('Français', '3A'), period: PERIOD };

  it('are written once for the class by the teachers of the service, each element once', async () => {
    const { call } = await aWorld();
    const body = { revision: 0, elements: ['Le récit', ' Le  récit ', 'La lettre'] };
    const saved = await call(FRENCH, 'writeProgramme', { path: frenchPath, body });
    expect(saved.body).toMatchObject({ elements: ['Le récit', 'La lettre'], revision: 1, written: { byName: 'french Roux' } });
    for (const actor of [FRENCH, PRINCIPAL, CPE]) {
      expect((await call(actor, 'readRemarks', { path: frenchPath })).body.programme.elements).toEqual(['Le récit', 'La lettre']);
    }
    for (const actor of [MATHS, PRINCIPAL, HEAD, CPE, parentOf(LEA)]) {
      expect((await call(actor, 'writeProgramme', { path: frenchPath, body })).status).toBe(404);
    }
  });

  it('that a colleague wrote meanwhile are told, and nothing is overwritten', async () => {
    const { call } = await aWorld();
    await call(FRENCH, 'writeProgramme', { path: frenchPath, body: { revision: 0, elements: ['Le récit'] } });
    const late = await call(FRENCH, 'writeProgramme', { path: frenchPath, body: { revision: 0, elements: ['La lettre'] } });
    expect(late.body).toMatchObject({ code: 'assessment.changed-meanwhile', details: { theirs: { elements: ['Le récit'], revision: 1 } } });
  });

  it('are refused too long, too many, outside the periods, and once the period is closed for one class of the group', async () => {
    const { call, close } = await aWorld();
    const write = (elements: readonly string[], at = frenchPath, actor: Actor = FRENCH) =>
      call(actor, 'writeProgramme', { path: at, body: { revision: 0, elements } });
    expect((await write(['é'.repeat(301)])).status).toBe(400);
    expect((await write(Array.from({ length: 21 }, (_, index) => `Élément ${index}`))).status).toBe(400);
    expect((await write(['Le récit'], { ...frenchPath, period: '2026-S1' })).body.code).toBe('assessment.period-unknown');
    await close();
    expect((await write(['Le récit'])).body.code).toBe('assessment.period-closed');
    const group = { serviceId: serviceIdNamed('Allemand', '3ALL1'), period: PERIOD };
    expect((await write(['Der Brief'], group, GERMAN)).body.code).toBe('assessment.period-closed');
  });
});

describe('the projects of a class', () => {
  it('are written by the head teacher and the head, read by the CPE too, and by nobody else', async () => {
    const { call, change } = await aWorld();
    const added = await change(0, { what: 'add', project: EPI });
    const [project] = added.body.projects;
    expect(project).toMatchObject(EPI);
    const written = await change(
      1,
      { what: 'write', projectId: project?.projectId, project: { title: 'Lecture', subjects: ['Français'] } },
      HEAD,
    );
    expect(written.body.projects).toEqual([{ projectId: project?.projectId, title: 'Lecture', subjects: ['Français'] }]);
    await change(2, { what: 'paths', paths: { PAR_AVN: 'Forum des métiers.' } });
    const seen = await call(CPE, 'readProjects', { path });
    expect(seen.body).toMatchObject({ revision: 3, paths: { PAR_AVN: 'Forum des métiers.' }, mayRun: false, mayWriteSchoolLife: true });
    expect(seen.body.subjects).toEqual(['Allemand', 'Français', 'Mathématiques']);
    expect((await change(3, { what: 'remove', projectId: project?.projectId })).body.projects).toEqual([]);
    for (const actor of [FRENCH, GERMAN, parentOf(LEA)]) {
      expect((await call(actor, 'readProjects', { path })).status).toBe(404);
      expect((await change(4, { what: 'add', project: EPI }, actor)).status).toBe(404);
    }
    expect((await change(4, { what: 'add', project: EPI }, CPE)).status).toBe(404);
  });

  it('are refused when they cannot be: an EPI of one subject, a pupil of another class, one that is gone, an eleventh', async () => {
    const { change } = await aWorld();
    expect((await change(0, { what: 'add', project: { ...EPI, subjects: ['Français', 'Français'] } })).status).toBe(400);
    const strange = await change(0, { what: 'add', project: { ...EPI, pupilIds: [ZOE.pupilId] } });
    expect(strange.body.code).toBe('assessment.not-in-class');
    const gone = await change(0, { what: 'remove', projectId: 'prj_gone' });
    expect(gone.body.code).toBe('assessment.project-impossible');
    for (let revision = 0; revision < 10; revision += 1) {
      expect((await change(revision, { what: 'add', project: { ...EPI, title: `Projet ${revision}` } })).status).toBe(200);
    }
    expect((await change(10, { what: 'add', project: EPI })).body.code).toBe('assessment.project-impossible');
  });

  it('changed by two people at once keep the first change, and the second is told', async () => {
    const { change, close } = await aWorld();
    await change(0, { what: 'add', project: EPI });
    expect((await change(0, { what: 'add', project: EPI }, HEAD)).body.code).toBe('assessment.changed-meanwhile');
    await close();
    expect((await change(1, { what: 'paths', paths: {} })).body.code).toBe('assessment.period-closed');
  });
});

describe('what is said of pupils besides their subjects', () => {
  it('is the CPE’s and the head’s for the school-life office, the head teacher’s and the head’s elsewhere', async () => {
    const { say, change, call } = await aWorld();
    const projectId = (await change(0, { what: 'add', project: EPI })).body.projects[0]?.projectId ?? '';
    const text = [{ pupilId: LEA.pupilId, revision: 0, text: 'Très engagée.' }];
    expect((await say('VIE_SCO', text, CPE)).body.saved).toBe(1);
    expect((await say('VIE_SCO', text, PRINCIPAL)).status).toBe(404);
    expect((await say(projectId, text, CPE)).status).toBe(404);
    expect((await say('PAR_CIT', text, CPE)).status).toBe(404);
    for (const about of [projectId, 'PAR_CIT']) expect((await say(about, text)).body.saved).toBe(1);
    expect((await say('prj_gone', text)).body.code).toBe('assessment.project-impossible');
    expect((await say('VIE_SCO', [{ pupilId: ZOE.pupilId, revision: 0, text: 'Non.' }], HEAD)).body.code).toBe('assessment.not-in-class');
    const page = await call(PRINCIPAL, 'readCouncilPupil', { path: { ...path, pupilId: LEA.pupilId } });
    expect(page.body.schoolLife).toBe('Très engagée.');
  });

  it('by two people on one pupil is told to the second, the others being saved', async () => {
    const { say } = await aWorld();
    await say('VIE_SCO', [{ pupilId: LEA.pupilId, revision: 0, text: 'Ponctuelle.' }], CPE);
    const late = await say(
      'VIE_SCO',
      [
        { pupilId: LEA.pupilId, revision: 0, text: 'En retard.' },
        { pupilId: TOM.pupilId, revision: 0, text: 'Assidu.' },
      ],
      HEAD,
    );
    expect(late.body).toMatchObject({
      saved: 1,
      conflicts: [{ pupilId: LEA.pupilId, theirs: 'Ponctuelle.', by: 'cpe Roux', revision: 1 }],
    });
    const again = await say('VIE_SCO', [{ pupilId: LEA.pupilId, revision: 1, text: 'En retard.' }], HEAD);
    expect(again.body.saved).toBe(1);
    expect((await say('VIE_SCO', [{ pupilId: LEA.pupilId, revision: 2, text: 'é'.repeat(601) }], CPE)).body).toMatchObject({
      code: 'assessment.remark-too-long',
      details: { remarks: [{ about: LEA.pupilId, length: 601 }] },
    });
  });
});
