import { describe, expect, it } from 'vitest';
import { providerEventHandler, receiptOf } from './ses-event.ts';
import { sendHandler } from './send-message.ts';
import { aWorld, MOTHER } from './world.testing.ts';

const anEvent = (eventType: string, tags: Record<string, string[]> | undefined, more: object = {}) => ({
  eventType,
  mail: {
    timestamp: '2026-11-23T07:20:06.000Z',
    messageId: 'm',
    destination: ['mother@example.org'],
    ...(tags === undefined ? {} : { tags }),
  },
  ...more,
});
const tags = { alertId: ['dlv_one'], attemptId: ['A'], 'ses:configuration-set': ['alerts'] };
const batch = (...bodies: unknown[]) => ({
  Records: bodies.map((body, index) => ({ messageId: String(index), body: JSON.stringify(body) })),
});

describe('an event of SES', () => {
  it.each([
    ['Send', {}, 'send'],
    ['Delivery', {}, 'delivery'],
    ['DeliveryDelay', {}, 'delay'],
    ['Complaint', {}, 'complaint'],
    ['Reject', {}, 'reject'],
    ['Bounce', { bounce: { bounceType: 'Permanent', bounceSubType: 'General' } }, 'hardBounce'],
    ['Bounce', { bounce: { bounceType: 'Transient', bounceSubType: 'MailboxFull' } }, 'softBounce'],
    ['Bounce', { bounce: { bounceType: 'Undetermined' } }, 'softBounce'],
  ])('%s is read as a receipt', (eventType, more, says) => {
    expect(receiptOf(anEvent(eventType, tags, more))).toEqual({ deliveryId: 'dlv_one', attemptId: 'A', says });
  });

  it('is read through the envelope of SNS too', () => {
    const wrapped = { Type: 'Notification', TopicArn: 'arn', Message: JSON.stringify(anEvent('Send', tags)) };
    expect(receiptOf(wrapped)).toMatchObject({ says: 'send' });
  });

  it.each([
    ['other mail', anEvent('Send', undefined)],
    ['a reading', anEvent('Open', tags)],
    ['nonsense', { hello: 'world' }],
    ['nothing', null],
  ])('is passed over when it is of %s', (_case, body) => {
    expect(receiptOf(body)).toBeUndefined();
  });
});

describe('the receipts’ queue', () => {
  const sentOnce = async () => {
    const school = aWorld();
    await school.observe();
    school.pass(5);
    await school.work();
    const { deliveryId, attemptId } = school.world.sent[0]!;
    const receipt = (eventType: string, more: object = {}) => anEvent(eventType, { alertId: [deliveryId], attemptId: [attemptId] }, more);
    return { school, receipt, handle: providerEventHandler(school.services) };
  };
  const BOUNCE = { bounce: { bounceType: 'Permanent' } };

  it('records deliveries in whatever order their events come', async () => {
    const { school, receipt, handle } = await sentOnce();
    await handle(batch(receipt('Delivery'), receipt('Send')));
    await handle(batch(receipt('Send')));
    expect(school.deliveries()[0]?.state).toBe('delivered');
  });

  it('takes a complaint as the end of that address, without calling the message unread', async () => {
    const { school, receipt, handle } = await sentOnce();
    await handle(batch(receipt('Complaint')));
    expect(school.deliveries()[0]).toMatchObject({ state: 'delivered', reason: 'complaint' });
    expect(await school.store.listInvalidChannels(MOTHER)).toMatchObject([{ channel: 'email', reason: 'complaint' }]);
  });

  it('keeps an address valid after a full mailbox, and climbs', async () => {
    const { school, receipt, handle } = await sentOnce();
    await handle(batch(receipt('Bounce', { bounce: { bounceType: 'Transient' } })));
    expect(await school.store.listInvalidChannels(MOTHER)).toEqual([]);
    expect(school.deliveries().map(({ channel, state }) => `${channel} ${state}`)).toEqual(['email bounced', 'sms created']);
  });

  it('climbs once, however often the bounce is reported', async () => {
    const { school, receipt, handle } = await sentOnce();
    await handle(batch(receipt('Bounce', BOUNCE), receipt('Bounce', BOUNCE)));
    await handle(batch(receipt('Bounce', BOUNCE)));
    await school.work();
    expect(school.world.sent.map(({ channel }) => channel)).toEqual(['email', 'sms']);
  });

  it('ignores a receipt that names no attempt of ours', async () => {
    const { school, handle } = await sentOnce();
    const { deliveryId } = school.world.sent[0]!;
    const result = await handle(batch(anEvent('Bounce', { alertId: [deliveryId], attemptId: ['forged'] }, BOUNCE), anEvent('Send', tags)));
    expect(result.batchItemFailures).toEqual([]);
    expect(school.deliveries()[0]?.state).toBe('sent');
  });

  it('gives back only the message that fails', async () => {
    const { school, receipt } = await sentOnce();
    const broken = { ...school.store, findDelivery: async () => Promise.reject(new Error('down')) };
    const handle = providerEventHandler({ ...school.services, store: broken });
    expect(await handle(batch({ other: 'mail' }, receipt('Send')))).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
  });
});

describe('the sending queue', () => {
  it('works on each message alone and gives back what cannot be read', async () => {
    const school = aWorld();
    await school.observe();
    school.pass(5);
    const [message] = school.world.messages;
    const result = await sendHandler(school.services)(
      batch({ deliveryId: message?.deliveryId }, { deliveryId: 'x', more: 1 }, { deliveryId: 'dlv_unknown' }),
    );
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(school.world.sent).toHaveLength(1);
  });
});
