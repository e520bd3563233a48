import * as z from 'zod';
import { DeliveryId } from '@preau/shared/kernel/ids.ts';
import { attempt } from './attempt.ts';
import type { SendServices } from './services.ts';
import { queueHandler } from './queue-handler.ts';

const Message = z.strictObject({ deliveryId: DeliveryId });

/** The sending queue's Lambda: messages of a batch are attempted side by side, so that a slow one delays no other. */
export const sendHandler = (services: SendServices) =>
  queueHandler(services.log, async (body) => {
    await attempt(services, Message.parse(body).deliveryId);
  });
