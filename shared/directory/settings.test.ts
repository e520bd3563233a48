import { describe, expect, it } from 'vitest';
import { publicationInstant } from '../kernel/publication.ts';
import { DEFAULT_DECISION, faultOf, SettingsDecision, settingsOf } from './settings.ts';

const NANCY = { uai: '0540001A', zone: 'Europe/Paris' };
const TODAY = '2026-11-23';
const FRIDAY_EVENING = '2026-12-18T19:30:00.000Z';

describe('the settings of a school', () => {
  it('are those of the circular until the head decides', () => {
    expect(settingsOf(undefined, NANCY, TODAY)).toEqual({
      publication: { opens: '07:00', closes: '20:00', weekdays: [1, 2, 3, 4, 5], closures: [] },
      spreadMinutes: 10,
      homework: { dayLimitMinutes: 90, forTomorrowUntil: '18:00' },
      zone: 'Europe/Paris',
      uai: '0540001A',
    });
  });

  it.each([
    ['publishes on Monday of the holidays', {}, '2026-12-21T06:00:00.000Z'],
    ['waits for the end of the holidays', { onSchoolHolidays: 'closed' as const }, '2027-01-04T06:00:00.000Z'],
    ['waits for the end of a closure of its own', { closures: [{ from: '2026-12-19', until: '2026-12-22' }] }, '2026-12-23T06:00:00.000Z'],
  ])('%s when its head so decided', (_what, change, visible) => {
    const { publication, zone } = settingsOf({ ...DEFAULT_DECISION, ...change }, NANCY, TODAY);
    expect(publicationInstant(FRIDAY_EVENING, publication, zone)).toBe(visible);
  });

  it('closes public holidays of this year and the next', () => {
    const { publication } = settingsOf({ ...DEFAULT_DECISION, onPublicHolidays: 'closed' }, NANCY, TODAY);
    expect(publication.closures).toContainEqual({ from: '2027-05-06', until: '2027-05-06' });
    expect(publicationInstant('2027-03-27T11:00:00.000Z', publication, NANCY.zone)).toBe('2027-03-30T05:00:00.000Z');
  });

  it.each([
    [{ opens: '07:00', closes: '07:59' }, 'window-too-short'],
    [{ opens: '20:00', closes: '07:00' }, 'window-too-short'],
    [{ closures: [{ from: '2026-12-19', until: '2026-12-18' }] }, 'closure-backwards'],
    [{ closures: [{ from: '2026-12-19', until: '2027-12-19' }] }, 'closure-too-long'],
    [{ opens: '06:00', closes: '21:30', closures: [{ from: '2026-12-19', until: '2026-12-19' }] }, undefined],
  ])('%j is refused as %s', (change, fault) => {
    expect(faultOf({ ...DEFAULT_DECISION, ...change })).toBe(fault);
  });

  it('need at least one open weekday', () => {
    expect(SettingsDecision.safeParse({ ...DEFAULT_DECISION, weekdays: [] }).success).toBe(false);
  });
});
