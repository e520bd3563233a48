import { setTimeout as pause } from 'node:timers/promises';
import { objectIn, type Json } from '../json.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Queues } from '../sqs/queues.ts';
import type { Checkpoints } from './checkpoints.ts';
import { failedItems, type Mapping } from './mapping.ts';
import type { Nudges } from './nudges.ts';
import { handleBatch, type Positioned } from './stream-batch.ts';
import { StreamError, type Position, type StreamRecord, type StreamsClient } from './streams-client.ts';

const IDLE_MS = 1_000;
const RETRY_MS = 200;
const LONGEST_RETRY_MS = 5_000;
const CLOSED = 'CLOSED';

export interface StreamWorld {
  readonly client: StreamsClient;
  readonly functions: Functions;
  readonly queues: Queues;
  readonly checkpoints: Checkpoints;
  readonly nudges: Nudges;
  readonly region: string;
  readonly wasExpiry: (table: string, keys: unknown) => boolean;
  readonly signal: AbortSignal;
}

type Handed = Positioned & { readonly body: Json };

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

/** The engine records writes that change nothing; DynamoDB does not, and neither may its readers see them. */
export const changesSomething = (record: StreamRecord): boolean => {
  if (record.eventName !== 'MODIFY') return true;
  const images = objectIn(record.body, 'dynamodb');
  const [before, after] = [objectIn(images, 'OldImage'), objectIn(images, 'NewImage')];
  if (Object.keys(before).length === 0 || Object.keys(after).length === 0) return true;
  return JSON.stringify(sorted(before)) !== JSON.stringify(sorted(after));
};

/** Feeds a function from a table's stream until stopped, from where it stood: at least once, in order, poison set aside. */
export const pollStream = async (mapping: Mapping, streamArn: string, table: string, world: StreamWorld): Promise<void> => {
  const { checkpoints, client, functions, queues, signal } = world;
  const isStopped = (): boolean => signal.aborted;

  const handed = (record: StreamRecord): Handed => {
    const expiry = record.eventName === 'REMOVE' && world.wasExpiry(table, objectIn(record.body, 'dynamodb')['Keys']);
    return {
      sequence: record.sequence,
      ageSeconds: record.createdAt === 0 ? 0 : Date.now() / 1000 - record.createdAt,
      body: {
        ...record.body,
        eventSourceARN: mapping.sourceArn,
        awsRegion: world.region,
        ...(expiry ? { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } } : {}),
      },
    };
  };

  const giveUp =
    (shardId: string) =>
    (records: readonly Handed[], condition: string, attempts: number): void => {
      const queue = mapping.onFailureArn === undefined ? undefined : queues.find(mapping.onFailureArn);
      if (queue === undefined) return;
      const body = {
        requestContext: { requestId: mapping.id, functionArn: mapping.functionName, condition, approximateInvokeCount: attempts },
        responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
        version: '1.0',
        timestamp: new Date().toISOString(),
        DDBStreamBatchInfo: {
          shardId,
          startSequenceNumber: records[0]?.sequence,
          endSequenceNumber: records.at(-1)?.sequence,
          batchSize: records.length,
          streamArn: mapping.sourceArn,
        },
      };
      queues.send(queue, { body: JSON.stringify(body), attributes: '{}', group: undefined, delaySeconds: undefined });
    };

  const handle = (shardId: string, records: readonly StreamRecord[]): Promise<boolean> =>
    handleBatch(
      records.filter((record) => changesSomething(record) && mapping.filter(record.body)).map(handed),
      { maxRetries: mapping.maxRetries, maxAgeSeconds: mapping.maxAgeSeconds, bisects: mapping.bisects },
      {
        invoke: async (batch) => {
          const outcome = await functions.invoke(mapping.functionName, JSON.stringify({ Records: batch.map((record) => record.body) }));
          return outcome.ok ? { ok: true, failed: failedItems(mapping, outcome.payload) } : { ok: false };
        },
        giveUp: giveUp(shardId),
        wait: (attempt) =>
          pause(Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** (attempt - 1)), undefined, { signal, ref: false }).catch(() => undefined),
        isStopped,
      },
    );

  const positionOf = (shardId: string): Position => {
    const sequence = checkpoints.find(mapping.id, shardId);
    if (sequence !== undefined) return { type: 'AFTER_SEQUENCE_NUMBER', sequence };
    return { type: mapping.startsAtLatest ? 'LATEST' : 'TRIM_HORIZON' };
  };

  const openShard = async (shardId: string): Promise<string> => {
    try {
      return await client.openShard(streamArn, shardId, positionOf(shardId));
    } catch (error) {
      // What is older than the stream keeps is gone there; everything that remains is read again.
      if (error instanceof StreamError && error.type === 'TrimmedDataAccessException')
        return client.openShard(streamArn, shardId, { type: 'TRIM_HORIZON' });
      throw error;
    }
  };

  const readShard = async (shardId: string): Promise<void> => {
    let iterator: string | undefined = await openShard(shardId);
    while (iterator !== undefined && !isStopped()) {
      const page = await client.read(iterator, mapping.batchSize);
      const last = page.records.at(-1);
      if (last !== undefined) {
        if (!(await handle(shardId, page.records))) return;
        checkpoints.save(mapping.id, shardId, last.sequence);
      }
      iterator = page.next;
      if (last === undefined && iterator !== undefined) await world.nudges.wait(table, IDLE_MS, signal);
    }
    if (iterator === undefined) checkpoints.save(`${mapping.id} closed`, shardId, CLOSED);
  };

  while (!isStopped()) {
    try {
      const shards = (await client.listShards(streamArn)).filter(
        (shardId) => checkpoints.find(`${mapping.id} closed`, shardId) === undefined,
      );
      await Promise.all(shards.map(readShard));
      if (shards.length === 0) await world.nudges.wait(table, IDLE_MS, signal);
    } catch {
      // An expired iterator or a busy engine: begin again from the last checkpoint.
      await pause(RETRY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
};
