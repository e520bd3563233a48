import { setTimeout as pause } from 'node:timers/promises';
import { objectIn, parseJson, textIn, type Json } from '../json.ts';
import type { Functions } from '../lambda/functions.ts';
import { md5, type QueuedMessage, type Queues } from '../sqs/queues.ts';
import { failedItems, type Mapping } from './mapping.ts';

const WAIT_MS = 10_000;
const AFTER_FAILURE_MS = 500;
const LOOPS = 4;

// Lambda writes attribute keys in lower camel case, unlike the SDK.
const attributesForLambda = (text: string): Json => {
  const attributes = parseJson(text);
  return Object.fromEntries(
    Object.keys(attributes).map((name) => {
      const value = objectIn(attributes, name);
      return [
        name,
        {
          stringValue: textIn(value, 'StringValue'),
          dataType: textIn(value, 'DataType') ?? 'String',
          stringListValues: [],
          binaryListValues: [],
        },
      ];
    }),
  );
};

/** A message as Lambda hands it to a function. */
export const queueRecord = (message: QueuedMessage, queueArn: string, region: string): Json => ({
  messageId: message.messageId,
  receiptHandle: message.receipt,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.receives),
    SentTimestamp: String(message.sentAt),
    SenderId: 'local',
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    ...(message.group === undefined ? {} : { MessageGroupId: message.group }),
  },
  messageAttributes: attributesForLambda(message.attributes),
  md5OfBody: md5(message.body),
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: region,
});

/** Which messages of a batch are done: all but those reported, none when the function failed or reported something unknown. */
export const doneMessages = (messages: readonly QueuedMessage[], failed: readonly string[]): readonly QueuedMessage[] => {
  const known = new Set(messages.map((message) => message.messageId));
  if (failed.some((id) => !known.has(id))) return [];
  return messages.filter((message) => !failed.includes(message.messageId));
};

/** Feeds a function from a queue until stopped; what failed becomes visible again by the queue's own timeout, then goes to its dead letters. */
export const pollQueue = (
  mapping: Mapping,
  queues: Queues,
  functions: Functions,
  region: string,
  signal: AbortSignal,
): Promise<unknown> => {
  const queue = queues.find(mapping.sourceArn);
  if (queue === undefined) throw new Error(`${mapping.id} reads the unknown queue ${mapping.sourceArn}`);

  const once = async (): Promise<void> => {
    const messages = await queues.receiveOrWait(queue, Math.min(10, mapping.batchSize), undefined, WAIT_MS, signal);
    if (messages.length === 0 || signal.aborted) return;
    const outcome = await functions.invoke(
      mapping.functionName,
      JSON.stringify({ Records: messages.map((message) => queueRecord(message, queue.arn, region)) }),
    );
    if (!outcome.ok) return;
    for (const message of doneMessages(messages, failedItems(mapping, outcome.payload))) queues.remove(queue, message.receipt);
  };

  const loop = async (): Promise<void> => {
    while (!signal.aborted) await once().catch(() => pause(AFTER_FAILURE_MS, undefined, { ref: false }));
  };
  return Promise.all(Array.from({ length: Math.min(LOOPS, mapping.maxConcurrency) }, loop));
};
