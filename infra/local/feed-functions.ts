import type { DatabaseSync } from 'node:sqlite';
import type { LocalTable } from './engine/tables.ts';
import type { Functions } from './lambda/functions.ts';
import { openCheckpoints } from './sources/checkpoints.ts';
import { mappingOf } from './sources/mapping.ts';
import type { Nudges } from './sources/nudges.ts';
import { pollQueue } from './sources/queue-poller.ts';
import { pollStream } from './sources/stream-poller.ts';
import { streamsClient } from './sources/streams-client.ts';
import type { Queues } from './sqs/queues.ts';
import type { LocalTemplate } from './template/local-template.ts';

export interface FeedWorld {
  readonly template: LocalTemplate;
  readonly tables: readonly LocalTable[];
  readonly engineUrl: string;
  readonly region: string;
  readonly database: DatabaseSync;
  readonly functions: Functions;
  readonly queues: Queues;
  readonly nudges: Nudges;
  readonly wasExpiry: (table: string, keys: unknown) => boolean;
}

const STOP_MS = 3_000;

/** Starts every event source mapping of the template: queues and streams feed functions until `stop`. */
export const feedFunctions = (world: FeedWorld): { readonly stop: () => Promise<void> } => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const streams = { ...world, client: streamsClient(world.engineUrl, world.region), checkpoints: openCheckpoints(world.database), signal };
  const running = world.template.ofType('AWS::Lambda::EventSourceMapping').flatMap((resource) => {
    const mapping = mappingOf(resource);
    if (mapping === undefined) return [];
    if (mapping.sourceArn.includes(':sqs:')) return [pollQueue(mapping, world.queues, world.functions, world.region, signal)];
    const name = /table\/([^/]+)/.exec(mapping.sourceArn)?.[1] ?? '';
    const table = world.tables.find((candidate) => candidate.name === name);
    if (table?.streamArn === undefined)
      throw new Error(`${mapping.id} reads ${mapping.sourceArn}, which is neither a queue nor a stream of ours`);
    return [pollStream(mapping, table.streamArn, table.name, streams)];
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.race([Promise.allSettled(running), new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())]);
    },
  };
};
