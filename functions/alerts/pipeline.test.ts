import { describe, expect, it } from 'vitest';
import { aRecipient, aWorld, FATHER, LEA, LESSON, MOTHER, SCHOOL } from './world.testing.ts';
import { attempt } from './attempt.ts';
import { markOf } from './reachable.ts';
import { receiveReceipt } from './receive-receipt.ts';

const father = aRecipient({
  personId: FATHER,
  email: 'father@example.org',
  mobile: '+33622222222',
  language: 'en',
  relationship: 'father',
});
const states = (school: ReturnType<typeof aWorld>) =>
  school
    .deliveries()
    .map(({ guardianId, channel, kind, state }) => [guardianId === MOTHER ? 'mother' : 'father', channel, kind, state].join(' '));

/** A message was handed over and no answer came: it may have left. */
const afterUnknownAttempt = async (change?: Parameters<typeof aWorld>[0]): Promise<ReturnType<typeof aWorld>> => {
  const school = aWorld(change);
  await school.observe();
  school.pass(5);
  school.world.answers = [{ is: 'unknown' }];
  await school.work();
  return school;
};

describe('an absence', () => {
  it('is told to each guardian, each in his language, once the undo window is over', async () => {
    const school = aWorld({ recipients: [aRecipient(), father] });
    await school.observe();
    expect(await school.work()).toEqual([]);
    school.pass(5);
    expect(await school.work()).toEqual(['sent', 'sent']);
    expect(school.world.sent.map(({ to, message }) => [to, 'subject' in message ? message.subject : ''])).toEqual([
      ['mother@example.org', 'Léa : absence signalée'],
      ['father@example.org', 'Léa: absence reported'],
    ]);
    expect(states(school)).toEqual(['mother email absence sent', 'father email absence sent']);
  });

  it('is told once, however often its event and its message come', async () => {
    const school = aWorld();
    for (let time = 0; time < 3; time += 1) await school.observe();
    school.pass(5);
    await school.work();
    expect(school.world.sent).toHaveLength(1);
  });

  it('waits for 7:00 when it is recorded in the evening', async () => {
    const school = aWorld({ at: '2026-11-23T19:30:00.000Z' });
    await school.observe();
    expect(school.deliveries()[0]?.dueAt.slice(0, 14)).toBe('2026-11-24T06:');
    school.pass(10);
    await school.sweep();
    expect(await school.work()).toEqual([]);
    school.world.clock = '2026-11-24T06:11:00.000Z';
    await school.sweep();
    expect(await school.work()).toEqual(['sent']);
  });

  it('goes by SMS when there is no e-mail address', async () => {
    const { email: _email, ...mobileOnly } = aRecipient();
    const school = aWorld({ recipients: [mobileOnly] });
    await school.observe();
    school.pass(5);
    await school.work();
    expect(school.world.sent.map(({ channel, to }) => [channel, to])).toEqual([['sms', '+33611111111']]);
  });

  it('lists the family at once when no channel reaches it', async () => {
    const { email: _email, mobile: _mobile, ...unreachable } = aRecipient();
    const school = aWorld({ recipients: [unreachable] });
    await school.observe();
    expect(await school.store.listUnreached(SCHOOL, '2026-11-23')).toMatchObject([{ reason: 'noAddress', state: 'failed' }]);
    expect(school.world.messages).toEqual([]);
  });

  it('is not sent to a guardian who lost the right to be informed meanwhile', async () => {
    const school = aWorld();
    await school.observe();
    school.world.recipients = [];
    school.pass(5);
    expect(await school.work()).toEqual(['cancelled']);
    expect(school.world.sent).toEqual([]);
  });
});

describe('a correction', () => {
  it('in the undo window means that nobody is told anything', async () => {
    const school = aWorld();
    await school.observe();
    await school.correct();
    school.pass(10);
    await school.work();
    expect(school.world.sent).toEqual([]);
    expect(states(school)).toEqual(['mother email absence cancelled']);
  });

  it('after sending goes to the same people by the same channel', async () => {
    const { email: _email, ...mobileOnly } = father;
    const school = aWorld({ recipients: [aRecipient(), mobileOnly] });
    await school.observe();
    school.pass(5);
    await school.work();
    await school.correct();
    school.pass(5);
    await school.work();
    expect(states(school)).toEqual([
      'mother email absence sent',
      'father sms absence sent',
      'mother email nowPresent sent',
      'father sms nowPresent sent',
    ]);
  });

  it('from absent to late is a lateness for who was told nothing, and a correction for who was', async () => {
    const early = aWorld();
    await early.observe();
    await early.correct({ now: 'lateness', minutesLate: 10 });
    expect(states(early)).toEqual(['mother email absence cancelled', 'mother email lateness created']);

    const late = aWorld();
    await late.observe();
    late.pass(5);
    await late.work();
    await late.correct({ now: 'lateness', minutesLate: 10 });
    expect(states(late)).toEqual(['mother email absence sent', 'mother email nowLate created']);
  });

  it('that overtakes its absence makes the absence stale', async () => {
    const school = aWorld();
    await school.correct();
    await school.observe();
    expect(school.deliveries()).toEqual([]);
  });

  it('is also sent when an attempt may have left without our knowing', async () => {
    const school = await afterUnknownAttempt();
    school.pass(60);
    await school.sweep();
    await school.correct();
    expect(states(school)).toEqual(['mother email absence cancelled', 'mother email nowPresent created']);
  });

  it('stops an alert whose message was already under way', async () => {
    const school = aWorld();
    await school.observe();
    await school.store.recordFact({
      pupilId: LEA,
      schoolId: SCHOOL,
      date: '2026-11-23',
      lessonId: LESSON,
      revision: 2,
      envelopeId: 'x',
    });
    school.pass(5);
    expect(await school.work()).toEqual(['cancelled']);
  });
});

describe('a worker', () => {
  it('tries again with the same attempt while the provider says later, then gives the delivery back', async () => {
    const school = aWorld();
    await school.observe();
    school.pass(5);
    school.world.answers = [{ is: 'throttled' }, { is: 'throttled' }];
    expect(await school.work()).toEqual(['sent']);
    expect(school.deliveries()[0]?.attemptIds).toHaveLength(1);

    await school.observe({ revision: 2, kind: 'lateness' });
    school.pass(5);
    school.world.answers = Array.from({ length: 7 }, () => ({ is: 'throttled' as const }));
    expect(await school.work()).toEqual(['throttled']);
    school.pass(60);
    expect(await school.work()).toEqual(['sent']);
  });

  it('does not resend before its lease ends, and not at all once the receipt is known', async () => {
    const school = await afterUnknownAttempt();
    school.pass(30);
    await school.sweep();
    expect(school.world.messages).toEqual([]);
    const { deliveryId, attemptId } = school.world.sent[0]!;
    await receiveReceipt(school.services, { deliveryId, attemptId, says: 'send' });
    school.pass(60);
    await school.sweep();
    await school.work();
    expect(school.world.sent).toHaveLength(1);
  });

  it('resends once the lease has ended without any receipt', async () => {
    const school = await afterUnknownAttempt();
    school.pass(46);
    await school.sweep();
    expect(await school.work()).toEqual(['sent']);
  });

  it('stops at the monthly SMS cap, and the family is listed', async () => {
    const { email: _email, ...mobileOnly } = aRecipient();
    const school = aWorld({ recipients: [mobileOnly] });
    const poor = { ...school.services, smsCapMicros: 0 };
    await school.observe();
    school.pass(5);
    expect(await attempt(poor, school.deliveries()[0]!.deliveryId)).toBe('unreached');
    expect(school.world.sent).toEqual([]);
    expect(await school.store.listUnreached(SCHOOL, '2026-11-23')).toMatchObject([{ reason: 'smsCap' }]);
  });

  it('finds again, by the sweep, a delivery whose message was lost', async () => {
    const school = aWorld();
    await school.observe();
    school.world.messages = [];
    school.pass(130);
    await school.sweep();
    expect(await school.work()).toEqual(['sent']);
  });
});

describe('an address', () => {
  /** An attempt of unknown outcome to one address, then one that the provider accepted, to another. */
  const corrected = async () => {
    const school = await afterUnknownAttempt({ recipients: [aRecipient({ email: 'old@example.org' })] });
    school.world.recipients = [aRecipient({ email: 'new@example.org' })];
    school.pass(46);
    await school.sweep();
    await school.work();
    const [first, second] = school.world.sent;
    if (first === undefined || second === undefined) throw new Error('Two attempts were expected');
    return { school, first, second };
  };

  it.each(['hardBounce', 'softBounce', 'reject', 'complaint'] as const)(
    'that was corrected is not condemned by a late %s of the former one',
    async (says) => {
      const { school, first } = await corrected();
      expect(school.world.sent.map(({ to }) => to)).toEqual(['old@example.org', 'new@example.org']);
      await receiveReceipt(school.services, { deliveryId: first.deliveryId, attemptId: first.attemptId, says });
      expect(await school.store.listInvalidChannels(MOTHER)).toEqual([]);
      expect(states(school)).toEqual([`mother email absence ${says === 'complaint' ? 'delivered' : 'sent'}`]);
    },
  );

  it('that was corrected is not written to again when it bounces itself, and the next rung is climbed', async () => {
    const { school, second } = await corrected();
    await receiveReceipt(school.services, { deliveryId: second.deliveryId, attemptId: second.attemptId, says: 'hardBounce' });
    expect(await school.store.listInvalidChannels(MOTHER)).toMatchObject([{ channel: 'email', addressMark: markOf('new@example.org') }]);
    expect(states(school)).toEqual(['mother email absence bounced', 'mother sms absence created']);
  });

  it('that is the same is condemned by whichever attempt bounces', async () => {
    const school = await afterUnknownAttempt();
    school.pass(46);
    await school.sweep();
    await school.work();
    const { deliveryId, attemptId } = school.world.sent[0]!;
    await receiveReceipt(school.services, { deliveryId, attemptId, says: 'hardBounce' });
    expect(await school.store.listInvalidChannels(MOTHER)).toHaveLength(1);
  });
});
