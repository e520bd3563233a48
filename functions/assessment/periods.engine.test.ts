import { describe, expect, it } from 'vitest';
import { assessmentTable } from '@preau/shared/assessment/table.ts';
import { freshTable } from '../testing/tables.ts';
import { classPath, CPE, FRENCH, HEAD, LEA, parentOf, PRINCIPAL, worldOn } from './council-world.testing.ts';

const aWorld = async () => worldOn(await freshTable(assessmentTable));
const T1 = { ...classPath, period: '2026-T1' };

describe('the periods of a class', () => {
  it('are trimesters in a collège for which nothing was decided, read by its staff', async () => {
    const { call } = await aWorld();
    const read = await call(FRENCH, 'readPeriods', { path: classPath });
    expect(read.body.periods).toMatchObject({ className: '3A', year: 2026, kind: 'trimester', version: 0 });
    expect(read.body.periods.periods.map(({ key }) => key)).toEqual(['2026-T1', '2026-T2', '2026-T3']);
    expect([read.body.mayChange, read.body.log]).toEqual([false, undefined]);
    expect((await call(parentOf(LEA), 'readPeriods', { path: classPath })).status).toBe(404);
  });

  it('are cut otherwise by the head alone', async () => {
    const { call } = await aWorld();
    const asked = { path: classPath, body: { version: 0, kind: 'semester', ends: ['2027-01-22'] } };
    for (const actor of [FRENCH, PRINCIPAL, CPE]) expect((await call(actor, 'changePeriods', asked)).status).toBe(404);
    const changed = await call(HEAD, 'changePeriods', asked);
    expect(changed.body).toMatchObject({ kind: 'semester', version: 1 });
    const read = await call(HEAD, 'readPeriods', { path: classPath });
    expect(read.body.periods.periods.map(({ from, until }) => [from, until])).toEqual([
      ['2026-08-01', '2027-01-22'],
      ['2027-01-23', '2027-07-31'],
    ]);
    expect(read.body.log).toMatchObject([{ version: 1, byName: 'head Roux', change: { what: 'dates' } }]);
  });

  it.each([
    [{ kind: 'trimester', ends: ['2027-03-05', '2026-11-27'] }],
    [{ kind: 'trimester', ends: ['2026-11-27'] }],
    [{ kind: 'semester', ends: ['2028-01-22'] }],
  ])('refuse dates out of order: %j', async (body) => {
    const { call } = await aWorld();
    const refused = await call(HEAD, 'changePeriods', { path: classPath, body: { version: 0, ...body } });
    expect(refused.body.code).toBe('assessment.periods-disordered');
  });

  it('are closed and reopened by the head, who says why: the log keeps both', async () => {
    const { call } = await aWorld();
    expect((await call(PRINCIPAL, 'closePeriod', { path: T1, body: { version: 0 } })).status).toBe(404);
    const closed = await call(HEAD, 'closePeriod', { path: T1, body: { version: 0 } });
    expect(closed.body.periods[0]?.closed?.byName).toBe('head Roux');
    const again = await call(HEAD, 'closePeriod', { path: T1, body: { version: 1 } });
    expect(again.body.code).toBe('assessment.period-already-closed');
    expect((await call(HEAD, 'reopenPeriod', { path: T1, body: { version: 1, reason: ' ' } })).status).toBe(400);
    const reopened = await call(HEAD, 'reopenPeriod', { path: T1, body: { version: 1, reason: 'Une note oubliée' } });
    expect(reopened.body.periods[0]?.closed).toBeUndefined();
    const { log } = (await call(HEAD, 'readPeriods', { path: classPath })).body;
    expect(log?.map(({ change }) => change)).toEqual([
      { what: 'reopened', period: '2026-T1', reason: 'Une note oubliée' },
      { what: 'closed', period: '2026-T1' },
    ]);
  });

  it('do not move a closed period, nor drop it', async () => {
    const { call } = await aWorld();
    await call(HEAD, 'closePeriod', { path: T1, body: { version: 0 } });
    const moved = await call(HEAD, 'changePeriods', {
      path: classPath,
      body: { version: 1, kind: 'trimester', ends: ['2026-11-27', '2027-03-15'] },
    });
    expect(moved.body.code).toBe('assessment.period-is-closed');
    const later = await call(HEAD, 'changePeriods', {
      path: classPath,
      body: { version: 1, kind: 'trimester', ends: ['2026-11-30', '2027-03-05'] },
    });
    expect(later.body.periods.map(({ until, closed }) => [until, closed !== undefined])).toEqual([
      ['2026-11-30', true],
      ['2027-03-05', false],
      ['2027-07-31', false],
    ]);
  });

  it('are decided over what was read, by one of two heads at once', async () => {
    const { call } = await aWorld();
    const body = { version: 0, kind: 'semester', ends: ['2027-01-22'] };
    const both = await Promise.all([1, 2].map(() => call(HEAD, 'changePeriods', { path: classPath, body })));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('assessment.periods-changed-meanwhile');
  });

  it('are unknown in another scheme or another year', async () => {
    const { call } = await aWorld();
    for (const period of ['2026-S1', '2025-T1']) {
      const refused = await call(HEAD, 'closePeriod', { path: { ...classPath, period }, body: { version: 0 } });
      expect(refused.body.code).toBe('assessment.period-unknown');
    }
  });

  it('are listed for all classes in the order of their names, for half a unit each', async () => {
    const { call, table } = await aWorld();
    await call(HEAD, 'closePeriod', { path: T1, body: { version: 0 } });
    table.meter.reset();
    const listed = await call(HEAD, 'listPeriods', { path: { schoolId: classPath.schoolId } });
    expect(listed.body.classes.map(({ className, periods }) => [className, periods[0]?.closed !== undefined])).toEqual([
      ['3A', true],
      ['3B', false],
      ['3C', false],
    ]);
    expect(table.meter.units().rru).toBe(1.5);
  });
});
