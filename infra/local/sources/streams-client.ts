import { field, listIn, numberIn, objectIn, parseJson, textIn, type Json } from '../json.ts';

export interface StreamRecord {
  readonly sequence: string;
  readonly eventName: string;
  readonly createdAt: number;
  /** The record as Lambda hands it to a function, without its source. */
  readonly body: Json;
}

interface Page {
  readonly records: readonly StreamRecord[];
  /** Undefined when the shard is closed and read to its end. */
  readonly next: string | undefined;
}

export type Position = { readonly type: 'TRIM_HORIZON' | 'LATEST' } | { readonly type: 'AFTER_SEQUENCE_NUMBER'; readonly sequence: string };

export interface StreamsClient {
  readonly listShards: (streamArn: string) => Promise<readonly string[]>;
  readonly openShard: (streamArn: string, shardId: string, position: Position) => Promise<string>;
  readonly read: (iterator: string, limit: number) => Promise<Page>;
}

export class StreamError extends Error {
  readonly type: string;

  constructor(type: string, operation: string) {
    super(`${operation} answered ${type}`);
    this.name = 'StreamError';
    this.type = type;
  }
}

const recordOf = (value: unknown): StreamRecord => {
  const dynamodb = objectIn(value, 'dynamodb');
  const createdAt = numberIn(dynamodb, 'ApproximateCreationDateTime') ?? 0;
  return {
    sequence: textIn(dynamodb, 'SequenceNumber') ?? '',
    eventName: textIn(value, 'eventName') ?? '',
    createdAt,
    body: {
      eventID: textIn(value, 'eventID'),
      eventName: textIn(value, 'eventName'),
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: textIn(value, 'awsRegion'),
      dynamodb: { ...dynamodb, ApproximateCreationDateTime: createdAt },
      ...(field(value, 'userIdentity') === undefined ? {} : { userIdentity: objectIn(value, 'userIdentity') }),
    },
  };
};

/** DynamoDB Streams of the engine; its wire format is already the one that functions receive. */
export const streamsClient = (engineUrl: string, region: string): StreamsClient => {
  const call = async (operation: string, input: Json): Promise<Json> => {
    const response = await fetch(engineUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
        'x-amz-date': '20260101T000000Z',
        authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=local`,
      },
      body: JSON.stringify(input),
    });
    const body = parseJson(await response.text());
    if (!response.ok) throw new StreamError((textIn(body, '__type') ?? String(response.status)).replace(/^.*#/, ''), operation);
    return body;
  };
  return {
    listShards: async (streamArn) => {
      const shards: string[] = [];
      let start: string | undefined;
      do {
        const description = objectIn(
          await call('DescribeStream', { StreamArn: streamArn, ...(start === undefined ? {} : { ExclusiveStartShardId: start }) }),
          'StreamDescription',
        );
        shards.push(...listIn(description, 'Shards').map((shard) => textIn(shard, 'ShardId') ?? ''));
        start = textIn(description, 'LastEvaluatedShardId');
      } while (start !== undefined);
      return shards;
    },
    openShard: async (streamArn, shardId, position) => {
      const after = position.type === 'AFTER_SEQUENCE_NUMBER' ? { SequenceNumber: position.sequence } : {};
      return (
        textIn(
          await call('GetShardIterator', { StreamArn: streamArn, ShardId: shardId, ShardIteratorType: position.type, ...after }),
          'ShardIterator',
        ) ?? ''
      );
    },
    read: async (iterator, limit) => {
      const page = await call('GetRecords', { ShardIterator: iterator, Limit: limit });
      return { records: listIn(page, 'Records').map(recordOf), next: textIn(page, 'NextShardIterator') };
    },
  };
};
