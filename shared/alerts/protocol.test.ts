import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HoldId } from '../kernel/ids.ts';
import { addSeconds } from '../kernel/school-time.ts';
import { aDelivery, T0 } from './delivery.testing.ts';
import { LEASE_SECONDS, MAX_ATTEMPTS, step, type Happening } from './protocol.ts';
import type { Delivery } from './schema.ts';
import { seedOfRun } from '../kernel/seed.testing.ts';

const HOLD = HoldId.parse('hld_monday');
const after = (delivery: Delivery, ...happenings: readonly (readonly [Happening, number])[]): Delivery =>
  happenings.reduce((current, [happening, second]) => step(current, happening, addSeconds(T0, second)) ?? current, delivery);

const leaseA: Happening = { is: 'leased', attemptId: 'A', addressMark: 'm' };
const created = aDelivery();
const leased = after(created, [leaseA, 0]);
const sent = after(leased, [{ is: 'accepted', attemptId: 'A' }, 1]);
const createdAgain = after(leased, [{ is: 'leaseExpired' }, LEASE_SECONDS]);
const sms = after(aDelivery({ channel: 'sms' }), [leaseA, 0]);

describe('the table of the protocol', () => {
  it.each<[string, Delivery, Happening, number, Delivery['state'] | 'unchanged']>([
    ['created, worker A: leased', created, leaseA, 0, 'leased'],
    ['created, not due yet: not leased', aDelivery({ dueAt: addSeconds(T0, 5) }), leaseA, 0, 'unchanged'],
    ['leased by A, worker B: no', leased, { is: 'leased', attemptId: 'B', addressMark: 'm' }, 1, 'unchanged'],
    ['leased by A, accepted: sent', leased, { is: 'accepted', attemptId: 'A' }, 1, 'sent'],
    ['leased by A, receipt of A: sent', leased, { is: 'receipt', attemptId: 'A', says: 'send' }, 1, 'sent'],
    ['leased by A, receipt of nobody: nothing', leased, { is: 'receipt', attemptId: 'Z', says: 'send' }, 1, 'unchanged'],
    ['leased by A, time-out of an e-mail: waits for its receipt', leased, { is: 'unknownOutcome', attemptId: 'A' }, 2, 'unchanged'],
    ['leased by A, lease still running: not ended', leased, { is: 'leaseExpired' }, LEASE_SECONDS - 1, 'unchanged'],
    ['leased by A, expired without receipt: created again', leased, { is: 'leaseExpired' }, LEASE_SECONDS, 'created'],
    ['created again, late receipt of A: sent', createdAgain, { is: 'receipt', attemptId: 'A', says: 'send' }, 70, 'sent'],
    ['created again, late answer of A: sent', createdAgain, { is: 'accepted', attemptId: 'A' }, 70, 'sent'],
    [
      'leased by A, given back by the provider: created',
      leased,
      { is: 'throttled', attemptId: 'A', retryAt: addSeconds(T0, 60) },
      13,
      'created',
    ],
    ['leased by A, refused: failed', leased, { is: 'refused', attemptId: 'A', reason: 'refused' }, 1, 'failed'],
    ['leased by A, refusal of another: nothing', leased, { is: 'refused', attemptId: 'B', reason: 'refused' }, 1, 'unchanged'],
    ['sent, any message: no', sent, leaseA, 2, 'unchanged'],
    ['sent, the same receipt again: no', sent, { is: 'receipt', attemptId: 'A', says: 'send' }, 2, 'unchanged'],
    ['sent, delivery: delivered', sent, { is: 'receipt', attemptId: 'A', says: 'delivery' }, 2, 'delivered'],
    ['sent, delay: nothing yet', sent, { is: 'receipt', attemptId: 'A', says: 'delay' }, 2, 'unchanged'],
    ['sent, bounce: bounced', sent, { is: 'receipt', attemptId: 'A', says: 'hardBounce' }, 2, 'bounced'],
    ['sent, complaint: it did arrive', sent, { is: 'receipt', attemptId: 'A', says: 'complaint' }, 2, 'delivered'],
    ['sent, correction: too late to cancel', sent, { is: 'cancelled', reason: 'corrected' }, 2, 'unchanged'],
    ['leased, correction: too late to cancel', leased, { is: 'cancelled', reason: 'corrected' }, 2, 'unchanged'],
    ['SMS leased, unknown outcome: uncertain', sms, { is: 'unknownOutcome', attemptId: 'A' }, 2, 'uncertain'],
    ['SMS leased, expired: uncertain, never created again', sms, { is: 'leaseExpired' }, LEASE_SECONDS, 'uncertain'],
    ['created, held: held', created, { is: 'held', holdId: HOLD, reason: 'unusualVolume' }, 0, 'held'],
    ['created, correction: cancelled', created, { is: 'cancelled', reason: 'corrected' }, 0, 'cancelled'],
    ['created, no address: failed', created, { is: 'unreachable', reason: 'noAddress' }, 0, 'failed'],
  ])('%s', (_row, delivery, happening, second, state) => {
    expect(step(delivery, happening, addSeconds(T0, second))?.state ?? 'unchanged').toBe(state);
  });

  it('sends what is released from a hold', () => {
    const held = after(created, [{ is: 'held', holdId: HOLD, reason: 'unusualVolume' }, 0]);
    const released = after(held, [{ is: 'released', dueAt: addSeconds(T0, 100) }, 90]);
    expect(released).toMatchObject({ state: 'created', dueAt: addSeconds(T0, 100) });
    expect(released.holdId).toBeUndefined();
  });

  it('remembers that an expired attempt may have left', () => {
    expect([leased.doubtful, createdAgain.doubtful]).toEqual([false, true]);
  });

  it('gives up an e-mail after so many attempts without answer, for the next rung', () => {
    const tired = aDelivery({ attemptIds: Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => `a${index}`) });
    const last = after(tired, [leaseA, 0], [{ is: 'leaseExpired' }, LEASE_SECONDS]);
    expect(last).toMatchObject({ state: 'failed', reason: 'noAnswer', ladder: 'toClimb' });
  });

  it('takes a family off the list of those not reached when a receipt says that it was', () => {
    const listed = after(sms, [{ is: 'unknownOutcome', attemptId: 'A' }, 2], [{ is: 'exhausted' }, 3]);
    expect(listed).toMatchObject({ state: 'uncertain', ladder: 'exhausted' });
    expect(after(listed, [{ is: 'receipt', attemptId: 'A', says: 'delivery' }, 9]).ladder).toBeUndefined();
  });
});

const happening = fc.oneof(
  fc.record({ is: fc.constant('leased' as const), attemptId: fc.constantFrom('A', 'B', 'C'), addressMark: fc.constant('m') }),
  fc.record({ is: fc.constant('accepted' as const), attemptId: fc.constantFrom('A', 'B', 'C') }),
  fc.record({ is: fc.constant('throttled' as const), attemptId: fc.constantFrom('A', 'B', 'C'), retryAt: fc.constant(T0) }),
  fc.record({ is: fc.constant('unknownOutcome' as const), attemptId: fc.constantFrom('A', 'B', 'C') }),
  fc.record({ is: fc.constant('refused' as const), attemptId: fc.constantFrom('A', 'B', 'C'), reason: fc.constant('refused' as const) }),
  fc.record({
    is: fc.constant('receipt' as const),
    attemptId: fc.constantFrom('A', 'B', 'C'),
    says: fc.constantFrom(
      'send' as const,
      'delivery' as const,
      'delay' as const,
      'complaint' as const,
      'hardBounce' as const,
      'softBounce' as const,
      'reject' as const,
    ),
  }),
  fc.constantFrom<Happening>(
    { is: 'leaseExpired' },
    { is: 'cancelled', reason: 'corrected' },
    { is: 'held', holdId: HOLD, reason: 'unusualVolume' },
    { is: 'released', dueAt: T0 },
    { is: 'requeued' },
    { is: 'climbed' },
    { is: 'exhausted' },
    { is: 'answered' },
    { is: 'unreachable', reason: 'noAddress' },
  ),
);

const RANK: Readonly<Record<string, number>> = { sent: 1, delivered: 2, bounced: 3 };
const seed = seedOfRun();

describe(`whatever happens, in any order (SEED=${seed})`, () => {
  const history = fc.array(fc.tuple(happening, fc.nat({ max: 200 })), { maxLength: 25 });

  it('never goes back from what the provider reported', () => {
    fc.assert(
      fc.property(history, fc.constantFrom('email' as const, 'sms' as const), (happenings, channel) => {
        let delivery = aDelivery({ channel });
        for (const [what, second] of happenings) {
          const next = step(delivery, what, addSeconds(T0, second)) ?? delivery;
          expect(RANK[next.state] ?? 0).toBeGreaterThanOrEqual(RANK[delivery.state] ?? 0);
          delivery = next;
        }
      }),
      { seed, numRuns: 3000 },
    );
  });

  it('never leases again an SMS whose outcome is unknown', () => {
    fc.assert(
      fc.property(history, (happenings) => {
        let delivery = aDelivery({ channel: 'sms' });
        for (const [what, second] of happenings) {
          const next = step(delivery, what, addSeconds(T0, second)) ?? delivery;
          expect(delivery.doubtful && next.state === 'leased').toBe(false);
          delivery = next;
        }
      }),
      { seed, numRuns: 3000 },
    );
  });

  it('always leaves something to wake it, or an end', () => {
    fc.assert(
      fc.property(history, (happenings) => {
        const last = after(aDelivery(), ...happenings);
        const isOver = ['sent', 'delivered', 'cancelled'].includes(last.state) || ['climbed', 'exhausted'].includes(last.ladder ?? '');
        const isSettled = last.ladder === undefined && ['bounced', 'failed', 'uncertain'].includes(last.state);
        expect(isOver || isSettled || last.state === 'held' || last.wakeAt !== undefined).toBe(true);
      }),
      { seed, numRuns: 3000 },
    );
  });
});
