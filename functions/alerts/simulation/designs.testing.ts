import { isOfLesson } from '@preau/shared/alerts/reminders.ts';
import { emailOf, smsOf } from '@preau/shared/alerts/message.ts';
import { become } from '@preau/shared/alerts/delivery.ts';
import type { Delivery } from '@preau/shared/alerts/schema.ts';
import { attempt } from '../attempt.ts';
import { receiveReceipt } from '../receive-receipt.ts';
import { tellGuardians } from '../tell-guardians.ts';
import { sweep } from '../wake.ts';
import { addressOf } from '../reachable.ts';
import type { Design, World } from './simulate.testing.ts';

const envelopeOf = (id: string) => ({ id, type: 'attendance.absence-observed', at: '2026-11-23T07:05:00.000Z', data: {} });

/** The product's own workers, unchanged. */
export const ours: Design = {
  name: 'outbox + lease + receipts (ours)',
  onAbsence: (services, data, id) => tellGuardians(services, data.kind, data, envelopeOf(id)),
  onMessage: async (services, deliveryId) => void (await attempt(services, deliveryId)),
  onReceipt: receiveReceipt,
  onMinute: sweep,
};

const sendAtOnce = async (services: World, delivery: Delivery) => {
  const [recipient] = await services.directory.listRecipients(delivery.pupilId);
  const to = recipient === undefined ? undefined : addressOf(recipient, delivery.channel);
  if (recipient === undefined || to === undefined || !isOfLesson(delivery)) return;
  const one = { to, deliveryId: delivery.deliveryId, attemptId: services.newId() };
  const result =
    delivery.channel === 'email'
      ? await services.sendEmail({ ...one, message: emailOf(delivery, recipient.language, services.link) })
      : await services.sendSms({ ...one, message: smsOf(delivery, recipient.language, services.link) });
  if (result.is !== 'accepted') throw new Error('Not sent');
};

/** A mutated sender: check the status, send, then mark; what fails is tried again by the queue. */
export const sendThenMark: Design = {
  ...ours,
  name: 'check, send, mark (mutated)',
  onMessage: async (services, deliveryId) => {
    const delivery = await services.store.findDelivery(deliveryId);
    if (delivery?.state !== 'created') return;
    await sendAtOnce(services, delivery);
    await services.store.saveDelivery(become(delivery, services.now(), { state: 'sent' }));
  },
  onReceipt: async () => {},
};

/** A mutated sender: mark, then send, and log what fails. */
export const markThenSend: Design = {
  ...ours,
  name: 'mark, send, log (mutated)',
  onMessage: async (services, deliveryId) => {
    const delivery = await services.store.findDelivery(deliveryId);
    if (delivery?.state !== 'created') return;
    if (!(await services.store.saveDelivery(become(delivery, services.now(), { state: 'sent' })))) return;
    await sendAtOnce(services, delivery).catch(() => {});
  },
};
