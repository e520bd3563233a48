import { describe, expect, it } from 'vitest';
import { ServiceId } from '@preau/shared/kernel/ids.ts';
import { aCouncil, T1 } from './council-scene.testing.ts';
import { classPath, FRENCH, HEAD, LEA, PRINCIPAL, pupil, serviceIdNamed } from './council-world.testing.ts';

describe('a council with marks', () => {
  const averages = (world: Awaited<ReturnType<typeof aCouncil>>, subject: string, period: string, of: Readonly<Record<string, string>>) =>
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
    const world = await aCouncil();
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

  it('shows the general average with what a teacher decided, the computed one staying in sight', async () => {
    const world = await aCouncil();
    const { call, page } = world;
    await averages(world, 'Français', '2026-T1', { [LEA.pupilId]: '23/2' });
    await averages(world, 'Mathématiques', '2026-T1', { [LEA.pupilId]: '15/1' });
    expect((await page(LEA)).body.decided).toBeUndefined();
    const path = { serviceId: serviceIdNamed('Français', '3A'), period: '2026-T1' };
    const remarks = [{ about: LEA.pupilId, revision: 0, text: 'En progrès.', finalAverage: '13' }];
    await call(FRENCH, 'writeRemarks', { path, body: { as: 'written', remarks } });
    const { decided, pupil: lea, subjects } = (await page(LEA)).body;
    expect([decided, lea.general]).toMatchObject([{ average: { shown: '14,0' } }, { average: { shown: '13,3' } }]);
    expect(subjects.find(({ subject }) => subject === 'Français')).toMatchObject({ finalAverage: '13', average: { shown: '11,5' } });
  });

  it('keeps the periods that marks were given in', async () => {
    const world = await aCouncil();
    await averages(world, 'Français', '2026-T1', { [LEA.pupilId]: '12/1' });
    const cut = (kind: string, ends: readonly string[]) =>
      world.call(HEAD, 'changePeriods', { path: classPath, body: { version: 0, kind, ends } });
    expect((await cut('semester', ['2027-01-22'])).body.code).toBe('assessment.periods-hold-marks');
    expect((await cut('trimester', ['2026-11-27', '2027-03-05'])).status).toBe(200);
  });

  it('reads a class of thirty in twelve subjects, every synthesis written, for at most eight units', async () => {
    const world = await aCouncil();
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
