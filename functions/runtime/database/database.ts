import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBInterface } from '@symphoniacloud/dynamodb-entity-store';
import { databaseCalls } from './call.ts';
import { gatherReads } from './gathered-reads.ts';

/** DynamoDB with plain items: what `@symphoniacloud/dynamodb-entity-store` asks of the SDK's document client. */
export interface Database extends DynamoDBInterface {
  readonly config: DynamoDBClient['config'];
  readonly destroy: () => void;
}

type Output<K extends keyof DynamoDBInterface> = Awaited<ReturnType<DynamoDBInterface[K]>>;

interface Page {
  readonly LastEvaluatedKey?: Record<string, unknown> | undefined;
}

const allPages = async <I extends object, O extends Page>(read: (input: I) => Promise<O>, input: I): Promise<O[]> => {
  const pages: O[] = [];
  let from: Page['LastEvaluatedKey'];
  do {
    const page = await read(from === undefined ? input : { ...input, ExclusiveStartKey: from });
    pages.push(page);
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return pages;
};

/** One for each execution environment; retries are safe because every write of ours is conditional or idempotent. */
export const openDatabase = (client: DynamoDBClient = new DynamoDBClient({ maxAttempts: 3 })): Database => {
  const { call, destroy } = databaseCalls(client);
  const operation =
    <K extends keyof DynamoDBInterface>(name: string) =>
    (input: object): Promise<Output<K>> =>
      // The answer of the named operation: AWS keeps its shape.
      call(name, input) as Promise<Output<K>>;
  const query = operation<'queryOnePage'>('Query');
  const scan = operation<'scanOnePage'>('Scan');
  const batchGet = operation<'batchGet'>('BatchGetItem');
  return {
    config: client.config,
    get: gatherReads(operation<'get'>('GetItem'), batchGet),
    put: operation<'put'>('PutItem'),
    update: operation<'update'>('UpdateItem'),
    delete: operation<'delete'>('DeleteItem'),
    batchGet,
    batchWrite: operation<'batchWrite'>('BatchWriteItem'),
    transactionGet: operation<'transactionGet'>('TransactGetItems'),
    transactionWrite: operation<'transactionWrite'>('TransactWriteItems'),
    queryOnePage: query,
    queryAllPages: (input) => allPages(query, input),
    scanOnePage: scan,
    scanAllPages: (input) => allPages(scan, input),
    destroy,
  };
};
