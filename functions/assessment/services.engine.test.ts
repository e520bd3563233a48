import { describe, expect, it } from 'vitest';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import { freshTable } from '../testing/tables.ts';
import {
  ADA,
  BOB,
  CLASS_A,
  CPE,
  GERMAN,
  HEAD,
  KELLER,
  mark,
  MATHS,
  MAX,
  MULLER,
  PERIOD,
  PRINCIPAL,
  pupil,
  SCHMITT,
  SCHOOL,
  substituteOf,
  WEBER,
  worldOn,
  AED,
  asPupil,
  parentOf,
} from './marks-world.testing.ts';

const aWorld = async () => worldOn(await freshTable(assessmentTable));

describe('who enters and who reads', () => {
  it.each([
    ['a teacher of the service', SCHMITT, 200],
    ['her colleague of the same service', MULLER, 200],
    ['whoever stands in for her today', substituteOf('martin', 'schmitt'), 200],
    ['whoever stands in for another teacher', substituteOf('martin', 'weber'), 404],
    ['another teacher of the class', WEBER, 404],
    ['the head teacher', PRINCIPAL, 404],
    ['the head', HEAD, 404],
  ])('%s', async (_who, actor, status) => {
    const world = await aWorld();
    const evaluationId = await world.add();
    expect((await world.save(evaluationId, 1, [mark(ADA, '10')], actor)).status).toBe(status);
  });

  it('drafts are their teachers’ alone; once published the head, the CPE and the head teacher read them', async () => {
    const world = await aWorld();
    const evaluationId = await world.add({}, GERMAN, KELLER);
    const german = { path: { serviceId: GERMAN, period: PERIOD } };
    await world.save(evaluationId, 1, [mark(ADA, '12'), mark(BOB, '12'), mark(MAX, '13')], KELLER);
    for (const actor of [HEAD, CPE, PRINCIPAL]) {
      expect((await world.call(actor, 'readGrid', german)).body.evaluations).toEqual([]);
      expect((await world.call(actor, 'readEvaluation', { path: { evaluationId } })).status).toBe(404);
    }
    await world.publish(evaluationId, 2, KELLER);
    expect((await world.call(HEAD, 'readGrid', german)).body.evaluations[0]?.cells).toHaveLength(3);
    const ofClass = await world.call(PRINCIPAL, 'readGrid', german);
    expect(ofClass.body.pupils.map(({ className }) => className)).toEqual(['3A', '3A']);
    expect(JSON.stringify(ofClass.body.evaluations)).not.toContain(MAX.pupilId);
    expect((await world.call(WEBER, 'readGrid', german)).status).toBe(404);
  });
});

describe('services', () => {
  it('are those of the timetable, with those that a colleague shares', async () => {
    const world = await aWorld();
    const named = async (actor = SCHMITT) =>
      (await world.call(actor, 'listServices')).body.services.map(({ service }) => `${service.subject} ${service.to}`);
    expect(await named()).toEqual(['Histoire-géographie 3B', 'Mathématiques 3A']);
    expect(await named(substituteOf('martin', 'schmitt'))).toEqual(['Mathématiques 3A']);
    expect(await named(PRINCIPAL)).toEqual([]);
    const body = { version: 0, coefficientByClass: {}, scale: '10', subSubjects: [], coTeacherIds: [WEBER.personId] };
    const settled = await world.call(SCHMITT, 'changeService', { path: { serviceId: MATHS }, body });
    expect(settled.body.row.service).toMatchObject({ version: 1, settings: { scale: '10', coTeachers: [{ name: 'Mme weber' }] } });
    expect(await named(WEBER)).toContain('Mathématiques 3A');
    const evaluationId = await world.add();
    expect((await world.save(evaluationId, 1, [mark(ADA, '10')], WEBER)).status).toBe(200);
    expect((await world.call(SCHMITT, 'changeService', { path: { serviceId: MATHS }, body })).body.code).toBe(
      'assessment.changed-meanwhile',
    );
    const alone = { ...body, version: 1, coTeacherIds: [] };
    expect((await world.call(SCHMITT, 'changeService', { path: { serviceId: MATHS }, body: alone })).status).toBe(200);
    expect(await named(WEBER)).not.toContain('Mathématiques 3A');
  });

  it('obey rules that families may read', async () => {
    const world = await aWorld();
    const status = async (actor: Parameters<typeof world.call>[0]) =>
      (await world.call(actor, 'readMarksSettings', { path: { schoolId: SCHOOL } })).status;
    expect(await Promise.all([AED, asPupil(ADA), parentOf(ADA), parentOf(ADA, false)].map(status))).toEqual([200, 200, 200, 404]);
  });

  it('of a class show where its coefficient and the group’s disagree', async () => {
    const world = await aWorld();
    const ofClass = { path: { schoolId: SCHOOL, classId: CLASS_A } };
    const weights = async () =>
      (await world.call(PRINCIPAL, 'listServicesOfClass', ofClass)).body.services
        .find(({ service }) => service.serviceId === GERMAN)
        ?.weights.map(({ weight }) => weight);
    const set = (coefficient: string, version: number) =>
      world.call(HEAD, 'setClassCoefficients', { ...ofClass, body: { version, coefficients: [{ serviceId: GERMAN, coefficient }] } });
    const one = { kind: 'said', coefficient: '1' };
    expect(await weights()).toEqual([one, one]);
    expect((await set('2', 0)).body.version).toBe(1);
    expect(await weights()).toEqual([{ kind: 'said', coefficient: '2' }, one]);
    const body = { version: 0, coefficient: '3', coefficientByClass: {}, scale: '20', subSubjects: [], coTeacherIds: [] };
    await world.call(KELLER, 'changeService', { path: { serviceId: GERMAN }, body });
    expect(await weights()).toEqual([
      { kind: 'conflict', ofClass: '2', ofService: '3' },
      { kind: 'said', coefficient: '3' },
    ]);
    expect((await set('3', 0)).body.code).toBe('assessment.changed-meanwhile');
    await set('3', 1);
    expect(await weights()).toMatchObject([{ kind: 'said' }, { kind: 'said' }]);
  });

  it('keep a sub-subject that an evaluation is under', async () => {
    const world = await aWorld();
    const settle = (version: number, subSubjects: unknown[]) =>
      world.call(SCHMITT, 'changeService', {
        path: { serviceId: MATHS },
        body: { version, coefficientByClass: {}, scale: '20', subSubjects, coTeacherIds: [] },
      });
    await settle(0, [{ subSubjectId: 'calcul', name: 'Calcul mental', coefficient: '1' }]);
    await world.add({ subSubjectId: 'calcul' });
    expect((await settle(1, [])).body.code).toBe('assessment.sub-subject-used');
  });
});

describe('capacity', () => {
  it('saves thirty marks for at most eight write units', async () => {
    const world = await aWorld();
    const names = Array.from({ length: 30 }, (_, index) => pupil(`pupil${String(index).padStart(2, '0')}`));
    world.roster.push(...names);
    const evaluationId = await world.add();
    const { meter } = world.table;
    meter.reset();
    const cells = names.map((one, index) => ({
      pupilId: one.pupilId,
      value: { given: { mark: `${index % 20}.5` }, ...(index % 5 === 0 ? { comment: 'Des progrès, continuez ainsi.' } : {}) },
    }));
    expect((await world.save(evaluationId, 1, cells)).body.saved).toHaveLength(30);
    expect(meter.units().wru).toBeLessThanOrEqual(8);
  });
});
