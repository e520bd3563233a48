import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { MAX_DELAY_SECONDS } from './create.ts';
import type { Queued, SendQueue } from './services.ts';

const BATCH = 10;

const delayOf = (dueAt: Instant, now: Instant): number => Math.max(0, Math.ceil((Date.parse(dueAt) - Date.parse(now)) / 1000));

const entryOf = ({ deliveryId, schoolId, dueAt }: Queued, index: number, now: Instant) => ({
  Id: String(index),
  MessageBody: JSON.stringify({ deliveryId }),
  DelaySeconds: delayOf(dueAt, now),
  // Fair queue: a school never waits behind another school's burst.
  MessageGroupId: schoolId,
});

/** The sending queue: what is due beyond its longest delay is left to the sweep; one refused entry fails the call, for a lost message is a late alert. */
export const sqsQueue =
  (client: SQSClient, url: string): SendQueue =>
  async (queued, now) => {
    const near = queued.filter((one) => delayOf(one.dueAt, now) <= MAX_DELAY_SECONDS);
    for (let start = 0; start < near.length; start += BATCH) {
      const entries = near.slice(start, start + BATCH).map((one, index) => entryOf(one, index, now));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: entries }));
      if (Failed.length > 0) throw new Error(`The queue refused ${Failed.length} of ${entries.length} messages`);
    }
  };
