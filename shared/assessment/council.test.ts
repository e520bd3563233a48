import { describe, expect, it } from 'vitest';
import { ServiceId } from '../kernel/ids.ts';
import { missingOf, type CheckedService } from './council-check.ts';
import { isOpenToChange, trendOf } from './council.ts';

const aService = (change: Partial<CheckedService> = {}): CheckedService => ({
  serviceId: ServiceId.parse('svc_c-sixiemea-francais'),
  subject: 'Français',
  teachers: [{ name: 'M. Weber' }],
  remarks: ['proofread', 'proofread'],
  withoutAverage: 0,
  isInConflict: false,
  lacksProgramme: false,
  ...change,
});
const ready = {
  services: [aService()],
  principals: ['Mme Roux'],
  pupils: 2,
  council: { date: '2026-12-03', absences: { at: '', from: '', until: '', pupils: {} }, synthesis: 'Bonne classe.' },
  decisions: [{ synthesis: 'Bien.' }, { synthesis: 'Très bien.' }],
};

describe('what a council waits for', () => {
  it('is nothing once everything is done', () => {
    expect(missingOf(ready)).toEqual([]);
  });

  it('names the teachers of each subject for remarks and marks, and the head teacher for proofreading', () => {
    const late = aService({ remarks: [undefined, 'draft', 'written'], withoutAverage: 1, lacksProgramme: true });
    expect(missingOf({ ...ready, services: [late] }).map(({ what, count, who }) => [what, count, who])).toEqual([
      ['marks', 1, ['M. Weber']],
      ['programme', 1, ['M. Weber']],
      ['remarks', 2, ['M. Weber']],
      ['proofreading', 1, ['Mme Roux']],
    ]);
  });

  it('surfaces coefficients that disagree to the head', () => {
    expect(missingOf({ ...ready, services: [aService({ isInConflict: true })] })).toMatchObject([
      { what: 'coefficients', who: ['Direction'] },
    ]);
  });

  it('is, before anything was prepared, the date, the absences and every synthesis', () => {
    const nothing = missingOf({ ...ready, council: undefined, decisions: [{ synthesis: '' }] });
    expect(nothing.map(({ what, count }) => [what, count])).toEqual([
      ['date', 1],
      ['absences', 1],
      ['syntheses', 2],
      ['classSynthesis', 1],
    ]);
  });

  it('falls to the head in a class without a head teacher', () => {
    const missing = missingOf({ ...ready, principals: [], services: [aService({ remarks: ['written'] })] });
    expect(missing).toMatchObject([{ what: 'proofreading', who: ['Direction'] }]);
  });

  it('is neither absences nor syntheses in a class without pupils', () => {
    const missing = missingOf({ ...ready, services: [], pupils: 0, council: undefined, decisions: [] });
    expect(missing.map(({ what }) => what)).toEqual(['date', 'classSynthesis']);
  });
});

it.each([
  ['24/2', '25/2', 'up'],
  ['24/2', '249/20', 'steady'],
  ['25/2', '24/2', 'down'],
  ['12/1', '12/1', 'steady'],
  [undefined, '12/1', undefined],
  ['12/1', undefined, undefined],
  ['0/1', undefined, undefined],
] as const)('from %s to %s the trend is %s', (before, now, trend) => {
  expect(trendOf(before, now)).toBe(trend);
});

it.each([
  [undefined, true],
  [{ state: 'preparing' }, true],
  [{ state: 'open' }, true],
  [{ state: 'held' }, false],
] as const)('%j is open to change: %s', (council, isOpen) => {
  expect(isOpenToChange(council)).toBe(isOpen);
});
