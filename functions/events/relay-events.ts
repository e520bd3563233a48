import { PublishBatchCommand, type PublishBatchRequestEntry, type SNSClient } from '@aws-sdk/client-sns';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Envelope } from '@preau/shared/kernel/event.ts';
import { errorFields, type Log } from '../runtime/log.ts';

type Image = Readonly<Record<string, AttributeValue>>;

export interface StreamEvent {
  readonly Records: readonly {
    readonly dynamodb?: { readonly SequenceNumber?: string; readonly NewImage?: Image; readonly OldImage?: Image };
  }[];
}

interface Pending {
  readonly sequence: string;
  readonly entry: PublishBatchRequestEntry;
  readonly bytes: number;
}

const Outbox = z.array(Envelope);
const BATCH_ENTRIES = 10;
const BATCH_BYTES = 256_000;

const outboxOf = (image: Image | undefined): readonly Envelope[] => {
  const stored = image?.['outbox'];
  return stored === undefined ? [] : Outbox.parse(JSON.parse(stored.S ?? ''));
};

const idsOf = (image: Image | undefined): ReadonlySet<unknown> => {
  try {
    return new Set(outboxOf(image).map((envelope) => envelope.id));
  } catch {
    // What was there before is only used to skip what was already published.
    return new Set();
  }
};

/** An envelope once it is published: raw body, its type as attribute for the subscriptions' filters, its school for the fair queues. */
const entryOf = (envelope: Envelope): Pick<Pending, 'entry' | 'bytes'> => {
  const Message = JSON.stringify(envelope);
  const entry = {
    Id: '',
    Message,
    MessageAttributes: { type: { DataType: 'String', StringValue: envelope.type } },
    ...(envelope.schoolId === undefined ? {} : { MessageGroupId: envelope.schoolId }),
  };
  return { entry, bytes: Buffer.byteLength(Message) + envelope.type.length + 200 };
};

const batchesOf = (pending: readonly Pending[]): readonly (readonly Pending[])[] => {
  const batches: Pending[][] = [];
  let bytes = Infinity;
  for (const one of pending) {
    if (bytes + one.bytes > BATCH_BYTES || batches.at(-1)?.length === BATCH_ENTRIES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(one);
    bytes += one.bytes;
  }
  return batches;
};

const publish = async (client: SNSClient, topicArn: string, batch: readonly Pending[], log: Log): Promise<readonly string[]> => {
  const entries = batch.map(({ entry }, index) => ({ ...entry, Id: String(index) }));
  try {
    const { Failed = [] } = await client.send(new PublishBatchCommand({ TopicArn: topicArn, PublishBatchRequestEntries: entries }));
    if (Failed.length > 0) log({ level: 'error', message: 'events refused by the topic', count: Failed.length });
    return Failed.flatMap(({ Id }) => batch[Number(Id)]?.sequence ?? []);
  } catch (error) {
    log({ level: 'error', message: 'topic unreachable', count: batch.length, ...errorFields(error) });
    return batch.map(({ sequence }) => sequence);
  }
};

/** Publishes each event that a write brought into its item's outbox; records whose events could not all be published come again, a poisoned one without delaying the others. */
export const relayEvents =
  (client: SNSClient, topicArn: string, log: Log) =>
  async ({ Records }: StreamEvent) => {
    const failed = new Set<string>();
    const pending: Pending[] = [];
    for (const { dynamodb } of Records) {
      const sequence = dynamodb?.SequenceNumber ?? '';
      try {
        const published = idsOf(dynamodb?.OldImage);
        const fresh = outboxOf(dynamodb?.NewImage).filter((envelope) => !published.has(envelope.id));
        pending.push(...fresh.map((envelope) => ({ sequence, ...entryOf(envelope) })));
      } catch (error) {
        log({ level: 'error', message: 'outbox that cannot be read', sequence, ...errorFields(error) });
        failed.add(sequence);
      }
    }
    for (const batch of batchesOf(pending)) {
      for (const sequence of await publish(client, topicArn, batch, log)) failed.add(sequence);
    }
    // Lambda restarts from the lowest of these: the order of the stream.
    const batchItemFailures = Records.flatMap(({ dynamodb }) => dynamodb?.SequenceNumber ?? [])
      .filter((sequence) => failed.has(sequence))
      .map((itemIdentifier) => ({ itemIdentifier }));
    return { batchItemFailures };
  };
