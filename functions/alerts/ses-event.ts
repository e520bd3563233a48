import * as z from 'zod';
import type { ReceiptWord } from '@preau/shared/alerts/receipts.ts';
import { queueHandler } from './queue-handler.ts';
import { receiveReceipt } from './receive-receipt.ts';
import type { PipelineServices } from './services.ts';

/** As SNS wraps it when raw delivery is off. */
const Wrapped = z.object({ Type: z.literal('Notification'), Message: z.string() });

const SesEvent = z.object({
  eventType: z.string(),
  mail: z.object({ tags: z.record(z.string(), z.array(z.string())).optional() }),
  bounce: z.object({ bounceType: z.string() }).optional(),
});
type SesEvent = z.infer<typeof SesEvent>;

const WORDS: Readonly<Record<string, ReceiptWord>> = {
  Send: 'send',
  Delivery: 'delivery',
  DeliveryDelay: 'delay',
  Complaint: 'complaint',
  Reject: 'reject',
};

const wordOf = ({ eventType, bounce }: SesEvent): ReceiptWord | undefined => {
  if (eventType !== 'Bounce') return WORDS[eventType];
  return bounce?.bounceType === 'Permanent' ? 'hardBounce' : 'softBounce';
};

const unwrap = (body: unknown): unknown => {
  const wrapped = Wrapped.safeParse(body);
  return wrapped.success ? JSON.parse(wrapped.data.Message) : body;
};

/** What an SES event says of an attempt; undefined for mail that is not an alert's and for events that say nothing of its fate. */
export const receiptOf = (body: unknown) => {
  const event = SesEvent.safeParse(unwrap(body));
  if (!event.success) return undefined;
  const deliveryId = event.data.mail.tags?.['alertId']?.[0];
  const attemptId = event.data.mail.tags?.['attemptId']?.[0];
  const says = wordOf(event.data);
  return deliveryId === undefined || attemptId === undefined || says === undefined ? undefined : { deliveryId, attemptId, says };
};

/** The Lambda of the provider's receipts, raw or wrapped by SNS. */
export const providerEventHandler = (services: PipelineServices) =>
  queueHandler(services.log, async (body) => {
    const receipt = receiptOf(body);
    if (receipt === undefined) {
      services.log({ level: 'info', message: 'provider event that is not a receipt' });
      return;
    }
    await receiveReceipt(services, receipt);
  });
