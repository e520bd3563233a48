import { describe, expect, it } from 'vitest';
import type { HoldView } from '@preau/shared/alerts/api.ts';
import { HoldId } from '@preau/shared/kernel/ids.ts';
import { cancelledOf, noFamilyWords } from './untold.ts';

const aHold = (status: HoldView['status'], waiting: number): HoldView => ({
  holdId: HoldId.parse('hld_burstofmonday'),
  cause: 'unusualVolume',
  openedAt: '2026-11-23T07:20:00.000Z',
  waiting,
  usual: 12,
  status,
  warning: '',
});
const day = (cancelled: number, date = '2026-11-23') => ({ date, cancelled });
const ALL_TOLD = /^Toutes les familles/;

describe('a day without a family to call', () => {
  it('says that all were told when nothing was kept back', () => {
    expect(noFamilyWords(day(0), [])).toMatch(ALL_TOLD);
    expect(noFamilyWords(day(0), [aHold('open', 0), aHold('released', 0), aHold('releasing', 12)])).toMatch(ALL_TOLD);
  });

  it('never says so while alerts wait, once they are cancelled, or when that is not known', () => {
    for (const holds of [[aHold('open', 85)], [aHold('cancelling', 85)], undefined])
      expect(noFamilyWords(day(0), holds)).not.toMatch(ALL_TOLD);
    expect(noFamilyWords(day(85), [aHold('cancelled', 0)])).not.toMatch(ALL_TOLD);
  });
});

it('counts what a cancelled send has still to let go, on its own day', () => {
  const holds = [aHold('cancelling', 5), aHold('open', 7)];
  expect(cancelledOf(day(80), holds)).toBe(85);
  expect(cancelledOf(day(0, '2026-11-20'), holds)).toBe(0);
});
