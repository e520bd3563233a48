import { describe, expect, it } from 'vitest';
import { receiveReceipt } from './receive-receipt.ts';
import { aRecipient, aWorld, LAST_LESSON, NEXT_LESSON, SCHOOL } from './world.testing.ts';

const states = (school: ReturnType<typeof aWorld>) =>
  school.deliveries().map(({ channel, kind, state }) => [channel, kind, state].join(' '));

describe('the ladder', () => {
  const receipt = (school: ReturnType<typeof aWorld>, says: 'hardBounce' | 'delivery' | 'send' | 'complaint') => {
    const { deliveryId, attemptId } = school.world.sent[0]!;
    return receiveReceipt(school.services, { deliveryId, attemptId, says });
  };

  it('climbs to the SMS when the address does not exist, and never writes to that address again', async () => {
    const school = aWorld();
    await school.observe();
    school.pass(5);
    await school.work();
    await receipt(school, 'hardBounce');
    await school.work();
    expect(states(school)).toEqual(['email absence bounced', 'sms absence sent']);

    await school.observe({ lessonId: NEXT_LESSON });
    school.pass(5);
    await school.work();
    await school.work();
    expect(school.world.sent.map(({ channel }) => channel)).toEqual(['email', 'sms', 'sms']);

    school.world.recipients = [aRecipient({ email: 'corrected@example.org' })];
    await school.observe({ lessonId: LAST_LESSON });
    school.pass(5);
    await school.work();
    expect(school.world.sent.map(({ to }) => to)).toContain('corrected@example.org');
  });

  it('lists the family when the SMS, its last rung, was refused', async () => {
    const school = aWorld();
    await school.observe();
    school.pass(5);
    school.world.answers = [
      { is: 'refused', reason: 'refused' },
      { is: 'refused', reason: 'refused' },
    ];
    await school.work();
    await school.work();
    expect(await school.store.listUnreached(SCHOOL, '2026-11-23')).toMatchObject([{ channel: 'sms', reason: 'refused' }]);
  });

  it('never sends again an SMS whose outcome is unknown: the family is listed', async () => {
    const { email: _email, ...mobileOnly } = aRecipient();
    const school = aWorld({ recipients: [mobileOnly] });
    await school.observe();
    school.pass(5);
    school.world.answers = [{ is: 'unknown' }];
    await school.work();
    for (let minute = 0; minute < 10; minute += 1) {
      school.pass(60);
      await school.sweep();
      await school.work();
    }
    expect(school.world.sent).toHaveLength(1);
    expect(await school.store.listUnreached(SCHOOL, '2026-11-23')).toMatchObject([{ state: 'uncertain', reason: 'unknownOutcome' }]);
  });

  it('climbs after a silence only where the school asks for it, and not when the family has answered', async () => {
    const school = aWorld();
    const control = await school.store.findControl(SCHOOL);
    await school.store.saveControl({ ...control, settings: { alertHoldSeconds: 0, smsAfterMinutes: 10 }, version: 1 });
    await school.observe();
    await school.work();
    school.pass(540);
    await school.sweep();
    expect(school.world.messages).toEqual([]);
    school.pass(120);
    await school.sweep();
    await school.work();
    expect(states(school)).toEqual(['email absence sent', 'sms absence sent']);

    await school.observe({ revision: 5, kind: 'lateness' });
    await school.work();
    school.world.answered = true;
    school.pass(720);
    await school.sweep();
    expect(school.world.messages).toEqual([]);
  });

  it('takes a receipt for a fact: the family that was listed is not any more', async () => {
    const school = aWorld({ recipients: [aRecipient({ mobile: undefined as never })] });
    await school.observe();
    school.pass(5);
    school.world.answers = Array.from({ length: 12 }, () => ({ is: 'unknown' as const }));
    for (let round = 0; round < 14; round += 1) {
      await school.work();
      school.pass(60);
      await school.sweep();
    }
    expect(await school.store.listUnreached(SCHOOL, '2026-11-23')).toMatchObject([{ reason: 'noAnswer' }]);
    await receipt(school, 'send');
    expect(await school.store.listUnreached(SCHOOL, '2026-11-23')).toEqual([]);
  });
});
