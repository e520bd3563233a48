import { describe, expect, it } from 'vitest';
import { sendHandler } from './send-message.ts';
import { providerEventHandler } from './ses-event.ts';
import { aRecipient, aWorld } from './world.testing.ts';

const CANARY = /canari-7f3a|33699999999/i;

/** Everything that could leak has the canary in it, and everything that can fail does. */
const aLeakySchool = async () => {
  const school = aWorld({ recipients: [aRecipient({ email: 'canari-7f3a@example.org', mobile: '+33699999999' })] });
  await school.observe({ firstName: 'Canari-7f3a' });
  school.pass(5);
  return school;
};

describe('the logs', () => {
  it('never hold a name or an address, even when everything fails', async () => {
    const school = await aLeakySchool();
    const fail = async () => {
      throw new Error('canari-7f3a@example.org refused +33699999999');
    };
    const broken = { ...school.services, sendEmail: fail, store: { ...school.store, saveDelivery: school.store.saveDelivery } };
    const records = school.world.messages.map(({ deliveryId }, index) => ({
      messageId: String(index),
      body: JSON.stringify({ deliveryId }),
    }));
    expect((await sendHandler(broken)({ Records: records })).batchItemFailures).toHaveLength(1);
    await sendHandler(school.services)({ Records: [{ messageId: 'x', body: '{"deliveryId":"Canari-7f3a"}' }] });
    const handle = providerEventHandler({ ...school.services, store: { ...school.store, findDelivery: fail } });
    await handle({
      Records: [
        { messageId: 'y', body: JSON.stringify({ eventType: 'Send', mail: { tags: { alertId: ['dlv_canari-7f3a'], attemptId: ['A'] } } }) },
      ],
    });
    await handle({ Records: [{ messageId: 'z', body: '{"canari-7f3a":' }] });
    expect(school.world.logs.length).toBeGreaterThan(3);
    expect(JSON.stringify(school.world.logs)).not.toMatch(CANARY);
  });
});

describe('the queue and the table', () => {
  it('hold no address: the queue an opaque id, the table a fingerprint', async () => {
    const school = await aLeakySchool();
    expect(JSON.stringify(school.world.messages.map(({ deliveryId }) => ({ deliveryId })))).not.toMatch(CANARY);
    await school.work();
    const [delivery] = school.deliveries();
    expect(delivery?.state).toBe('sent');
    expect(JSON.stringify({ ...delivery, firstName: '' })).not.toMatch(CANARY);
  });
});

describe('what a locked screen shows', () => {
  it('is the first name and the kind of event, and nothing else', async () => {
    const school = await aLeakySchool();
    await school.work();
    const [email] = school.world.sent;
    expect(email !== undefined && 'subject' in email.message ? email.message.subject : '').toBe('Canari-7f3a : absence signalée');

    const { email: _email, ...mobileOnly } = aRecipient();
    const other = aWorld({ recipients: [mobileOnly] });
    await other.observe();
    other.pass(5);
    await other.work();
    const [sms] = other.world.sent;
    expect(sms !== undefined && 'parts' in sms.message ? sms.message.text : '').toBe(
      'Léa : absence signalée. Voir et répondre : https://ent.example/',
    );
  });
});
