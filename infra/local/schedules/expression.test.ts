import { Cron } from 'croner';
import { expect, it } from 'vitest';
import { readSchedule } from './expression.ts';

it.each([
  ['rate(1 minute)', { kind: 'every', ms: 60_000 }],
  ['rate(5 minutes)', { kind: 'every', ms: 300_000 }],
  ['rate(2 hours)', { kind: 'every', ms: 7_200_000 }],
  ['cron(0 18 ? * MON-FRI *)', { kind: 'cron', pattern: '0 18 * * MON-FRI' }],
  ['cron(30 7 ? * 2-6 *)', { kind: 'cron', pattern: '30 7 * * MON-FRI' }],
  ['cron(0 3 1 * ? *)', { kind: 'cron', pattern: '0 3 1 * *' }],
  ['at(2026-11-23T08:00:00)', { kind: 'once', at: '2026-11-23T08:00:00' }],
])('reads %s', (expression, expected) => {
  expect(readSchedule(expression)).toEqual(expected);
});

it('runs at the school’s hour, winter and summer alike', () => {
  const timing = readSchedule('cron(0 18 ? * 2-6 *)');
  const pattern = timing.kind === 'cron' ? timing.pattern : '';
  const next = (from: string) => new Cron(pattern, { timezone: 'Europe/Paris' }).nextRun(new Date(from))?.toISOString();
  expect(next('2026-11-22T00:00:00Z')).toBe('2026-11-23T17:00:00.000Z');
  expect(next('2027-06-05T00:00:00Z')).toBe('2027-06-07T16:00:00.000Z');
});

it('refuses an expression that it does not understand', () => {
  expect(() => readSchedule('every(1 minute)')).toThrow(/every/);
});
