import { wasElsewhere, type ReceiptWord } from '@preau/shared/alerts/receipts.ts';
import type { Delivery } from '@preau/shared/alerts/schema.ts';
import { DeliveryId } from '@preau/shared/kernel/ids.ts';
import { climb } from './climb.ts';
import type { PipelineServices } from './services.ts';
import { settle } from './transition.ts';

/** A provider's report of one attempt. */
export interface Receipt {
  readonly deliveryId: string;
  readonly attemptId: string;
  readonly says: ReceiptWord;
}

const INVALIDATES: readonly ReceiptWord[] = ['hardBounce', 'complaint'];

const invalidate = async ({ store, now }: PipelineServices, delivery: Delivery, { attemptId, says }: Receipt): Promise<void> => {
  if (!INVALIDATES.includes(says) || delivery.addressMark === undefined || wasElsewhere(delivery, attemptId)) return;
  const { guardianId, channel, addressMark } = delivery;
  await store.putInvalidChannel({
    guardianId,
    channel,
    addressMark,
    reason: says === 'complaint' ? 'complaint' : 'hardBounce',
    since: now(),
  });
};

/** Records what the provider says of an attempt; an address that does not exist is not written to again, and the next rung is climbed. */
export const receiveReceipt = async (services: PipelineServices, receipt: Receipt): Promise<void> => {
  const { deliveryId, attemptId, says } = receipt;
  const id = DeliveryId.safeParse(deliveryId);
  const delivery = id.success ? await services.store.findDelivery(id.data) : undefined;
  if (delivery === undefined || !delivery.attemptIds.includes(attemptId)) {
    services.log({ level: 'warn', message: 'receipt of an unknown attempt', says });
    return;
  }
  // Before the delivery is settled: a receipt seen again would otherwise change nothing and leave the address valid.
  await invalidate(services, delivery, receipt);
  const settled = await settle(services.store, delivery, { is: 'receipt', attemptId, says }, services.now());
  if (settled?.ladder === 'toClimb') await climb(services, settled);
};
