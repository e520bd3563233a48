import { describe, expect, it } from 'vitest';
import { PersonId } from '../kernel/ids.ts';
import { firstRungs, nextRung } from './classes.ts';
import { tellingOf, toCancel } from './corrections.ts';
import { dedupeKey } from './dedupe.ts';
import { aDelivery } from './delivery.testing.ts';
import { adviceFor, explain, warningOf } from './explanations.ts';
import { isUnusual, slotOf, slotsBefore, usualOf } from './guard.ts';
import { Channel, DeliveryReason, DeliveryState } from './schema.ts';

const MOTHER = PersonId.parse('per_mother');
const FATHER = PersonId.parse('per_father');

describe('the ladder', () => {
  it('tries the lowest rung that reaches the guardian, then the next, then nothing', () => {
    expect(firstRungs('B', ['sms', 'email'])).toEqual(['email']);
    expect(firstRungs('B', ['sms'])).toEqual(['sms']);
    expect(firstRungs('B', [])).toEqual([]);
    expect(nextRung('B', ['email'], ['email', 'sms'])).toBe('sms');
    expect(nextRung('B', ['email', 'sms'], ['email', 'sms'])).toBeUndefined();
  });

  it('uses every channel at once for safety, and never the telephone for news', () => {
    expect(firstRungs('A', ['email', 'sms'])).toEqual(['email', 'sms']);
    expect(nextRung('D', ['email'], ['email', 'sms'])).toBeUndefined();
  });
});

describe('the de-duplication key', () => {
  it('differs by each of its parts: two guardians are two alerts', () => {
    const one = aDelivery();
    const others = [
      aDelivery({ guardianId: FATHER }),
      aDelivery({ channel: 'sms' }),
      aDelivery({ kind: 'lateness' }),
      aDelivery({ revision: 2 }),
      aDelivery({ pupilId: PersonId.parse('per_noah00') }),
    ];
    expect(new Set([one, ...others].map(dedupeKey)).size).toBe(6);
    expect(dedupeKey(aDelivery({ state: 'sent' }))).toBe(dedupeKey(one));
  });
});

describe('a correction', () => {
  const sent = aDelivery({ state: 'sent' });

  it.each([
    ['nothing was created', [], 'present', { tell: 'nothing' }],
    ['nothing left', [aDelivery({ state: 'cancelled' })], 'present', { tell: 'nothing' }],
    ['nothing left, but late', [aDelivery({ state: 'cancelled' })], 'lateness', { tell: 'alert', kind: 'lateness' }],
    ['told absent, present', [sent], 'present', { tell: 'correction', kind: 'nowPresent', channels: ['email'] }],
    ['told absent, late', [sent], 'lateness', { tell: 'correction', kind: 'nowLate', channels: ['email'] }],
    ['told absent, absent again', [sent], 'absence', { tell: 'nothing' }],
    ['bounced: was told nothing', [aDelivery({ state: 'bounced' })], 'present', { tell: 'nothing' }],
    [
      'perhaps told by SMS',
      [aDelivery({ state: 'uncertain', channel: 'sms' })],
      'present',
      { tell: 'correction', kind: 'nowPresent', channels: ['sms'] },
    ],
    [
      'perhaps told, cancelled since',
      [aDelivery({ state: 'cancelled', doubtful: true })],
      'present',
      { tell: 'correction', kind: 'nowPresent', channels: ['email'] },
    ],
    [
      'told absent then present, absent',
      [sent, aDelivery({ state: 'sent', kind: 'nowPresent', revision: 2 })],
      'absence',
      { tell: 'correction', kind: 'nowAbsent', channels: ['email'] },
    ],
    ['another guardian was told', [aDelivery({ state: 'sent', guardianId: FATHER })], 'present', { tell: 'nothing' }],
  ] as const)('%s', (_case, earlier, truth, telling) => {
    expect(tellingOf(MOTHER, earlier, truth)).toEqual(telling);
  });

  it('cancels what waits or is held, and only that', () => {
    const states = DeliveryState.options.map((state) => aDelivery({ state }));
    expect(toCancel(states).map(({ state }) => state)).toEqual(['created', 'held']);
  });
});

describe('the guard', () => {
  it('finds unusual what passes the floor and three times the habit', () => {
    expect(isUnusual(60, 0)).toBe(false);
    expect(isUnusual(61, 0)).toBe(true);
    expect(isUnusual(150, 50)).toBe(false);
    expect(isUnusual(151, 50)).toBe(true);
  });

  it('takes the median of the days that had alerts: one strike day is no habit', () => {
    expect(usualOf([])).toBe(0);
    expect(usualOf([0, 0, 12, 10, 900, 14])).toBe(14);
  });

  it('counts by ten minutes of the school’s clock and compares with weekdays only', () => {
    expect(slotOf('2026-11-23T07:29:59.000Z', 'Europe/Paris')).toBe('2026-11-23T08:2');
    expect(slotsBefore('2026-11-23T08:2').slice(0, 3)).toEqual(['2026-11-20T08:2', '2026-11-19T08:2', '2026-11-18T08:2']);
    expect(slotsBefore('2026-11-23T08:2')).toHaveLength(15);
  });

  it('says it in words', () => {
    expect(warningOf({ cause: 'unusualVolume', usual: 12 }, 1500)).toBe('1 500 destinataires, l’habitude à cette heure est 12.');
  });
});

describe('the office', () => {
  it('reads a sentence for every state, reason and channel, and what to do', () => {
    for (const state of DeliveryState.options) {
      for (const channel of Channel.options) {
        for (const reason of DeliveryReason.options) {
          expect(explain({ state, channel, reason })).toMatch(/^[A-ZL].*\.$/);
          expect(explain({ state, channel, reason })).not.toMatch(/[Ll]’SMS/);
          expect(adviceFor(reason)).toMatch(/\.$/);
        }
      }
    }
    expect(explain({ state: 'bounced', channel: 'email', reason: 'hardBounce' })).toBe(
      'Le courriel a été refusé à l’arrivée. L’adresse de courriel n’existe pas.',
    );
  });
});
