import { expect, it, vi } from 'vitest';
import { DEFAULT_DECISION, type SettingsDecision } from '@preau/shared/directory/settings.ts';
import { aGuardian, aPost, aSchool, aStaff } from './testing/builders.ts';
import { directoryWorld as world } from './testing/world.ts';

vi.setConfig({ testTimeout: 30_000 });

const HEAD = aStaff('NANCY-METZ-20', { email: 'head@ac-nancy-metz.fr', posts: [aPost({ functions: ['DIR'], classIds: [] })] });
const path = { schoolId: aSchool().schoolId };
const READ = 'GET /schools/{schoolId}/settings';
const CHANGE = 'PUT /schools/{schoolId}/settings';
const decide = (change: Partial<SettingsDecision>, version: number) => ({
  path,
  body: { decided: { ...DEFAULT_DECISION, ...change }, version },
});

it('shows the usual rules and the next opening to a family, without the log', async () => {
  const { call } = await world([aGuardian()]);
  const { status, body } = await call('2', READ, { path });
  expect(status).toBe(200);
  expect(body).toMatchObject({ decided: DEFAULT_DECISION, version: 0, mayChange: false, nextPublication: '2026-11-23T08:00:00.000Z' });
  expect(body.log).toBeUndefined();
  expect(body.publicHolidays[0]).toEqual({ from: '2026-12-25', until: '2026-12-25' });
  expect(body.schoolHolidays[0]).toEqual({ from: '2026-12-19', until: '2027-01-03' });
});

it('keeps who changed what, the newest first, and gives the last decision to other domains for a read unit', async () => {
  const { call, directory, meters } = await world([HEAD]);
  await call('20', CHANGE, decide({ closes: '19:00' }, 0));
  const { body } = await call('20', CHANGE, decide({ closes: '19:00', dayLimitMinutes: 60 }, 1));
  expect(body.version).toBe(2);
  expect(body.log).toEqual([
    {
      version: 2,
      decidedAt: '2026-11-23T08:00:00.000Z',
      decidedBy: 'Paul Lemoine',
      before: { ...DEFAULT_DECISION, closes: '19:00' },
      after: { ...DEFAULT_DECISION, closes: '19:00', dayLimitMinutes: 60 },
    },
    expect.objectContaining({ version: 1, before: DEFAULT_DECISION, after: { ...DEFAULT_DECISION, closes: '19:00' } }),
  ]);
  for (const meter of meters) meter.reset();
  const settings = await directory.findSchoolSettings(path.schoolId);
  expect(settings).toMatchObject({ publication: { closes: '19:00' }, homework: { dayLimitMinutes: 60 } });
  expect(meters[0]?.units().rru).toBe(1);
});

it('gives the usual rules for a school that decided nothing', async () => {
  const { directory } = await world([]);
  expect(await directory.findSchoolSettings(path.schoolId)).toMatchObject({ publication: { opens: '07:00' }, zone: 'Europe/Paris' });
});

it('refuses a change over another that was not read, and keeps the first', async () => {
  const { call } = await world([HEAD]);
  await call('20', CHANGE, decide({ closes: '19:00' }, 0));
  const late = await call('20', CHANGE, decide({ closes: '18:00' }, 0));
  expect([late.status, late.body.code]).toEqual([409, 'directory.settings-changed-meanwhile']);
  expect((await call('20', READ, { path })).body.decided.closes).toBe('19:00');
});

it('lets one of two changes at once through', async () => {
  const { call } = await world([HEAD]);
  const answers = await Promise.all(['17:00', '18:00', '19:00'].map((closes) => call('20', CHANGE, decide({ closes }, 0))));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await call('20', READ, { path })).body).toMatchObject({ version: 1, log: [expect.objectContaining({ version: 1 })] });
});

it.each([
  [{ closes: '07:30' }, 'directory.window-too-short'],
  [{ closures: [{ from: '2026-12-02', until: '2026-12-01' }] }, 'directory.closure-backwards'],
  [{ closures: [{ from: '2026-12-02', until: '2027-06-01' }] }, 'directory.closure-too-long'],
])('refuses %j: %s', async (change, code) => {
  const { call } = await world([HEAD]);
  expect((await call('20', CHANGE, decide(change, 0))).body.code).toBe(code);
});
