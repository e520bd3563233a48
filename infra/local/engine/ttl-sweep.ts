import { DeleteItemCommand, DescribeTableCommand, ScanCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LocalTable } from './tables.ts';

export interface TtlSweep {
  /** Deletes what has expired, now; says how many items. */
  readonly run: () => Promise<number>;
  /** True once for the removal of an item that this sweep deleted: the stream marks it as the service's own. */
  readonly wasExpiry: (table: string, keys: unknown) => boolean;
}

const identity = (table: string, keys: unknown): string =>
  `${table} ${JSON.stringify(Object.entries(keys ?? {}).sort(([a], [b]) => a.localeCompare(b)))}`;

/** Plays DynamoDB's time to live, which the engine accepts but does not apply. */
export const ttlSweep = (client: DynamoDBClient, tables: readonly LocalTable[], nowSeconds: () => number): TtlSweep => {
  const expired = new Set<string>();

  const sweepTable = async (table: LocalTable, attribute: string): Promise<number> => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table.name }));
    const keyNames = (Table?.KeySchema ?? []).flatMap((key) => (key.AttributeName === undefined ? [] : [key.AttributeName]));
    let count = 0;
    let start: Record<string, AttributeValue> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({
          TableName: table.name,
          FilterExpression: '#ttl < :now',
          ExpressionAttributeNames: { '#ttl': attribute },
          ExpressionAttributeValues: { ':now': { N: String(nowSeconds()) } },
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        }),
      );
      for (const item of page.Items ?? []) {
        const keys = Object.fromEntries(keyNames.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]] as const])));
        const mark = identity(table.name, keys);
        expired.add(mark);
        const removed = await client
          .send(
            new DeleteItemCommand({
              TableName: table.name,
              Key: keys,
              // An item whose date was pushed back in the meantime stays.
              ConditionExpression: '#ttl < :now',
              ExpressionAttributeNames: { '#ttl': attribute },
              ExpressionAttributeValues: { ':now': { N: String(nowSeconds()) } },
            }),
          )
          .then(
            () => true,
            () => false,
          );
        if (removed) count += 1;
        else expired.delete(mark);
      }
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return count;
  };

  return {
    run: async () => {
      let count = 0;
      for (const table of tables) if (table.ttlAttribute !== undefined) count += await sweepTable(table, table.ttlAttribute);
      return count;
    },
    wasExpiry: (table, keys) => expired.delete(identity(table, keys)),
  };
};
