import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import type { TableSpec } from '@preau/shared/kernel/table.ts';
import { openDatabase, type Database } from '../runtime/database/database.ts';
import { meter, type Meter } from './meter.ts';

export interface FreshTable {
  readonly name: string;
  readonly client: Database;
  /** Counts the capacity units that this table's client consumes. */
  readonly meter: Meter;
}

const key = (name: string, type: 'HASH' | 'RANGE') => ({ AttributeName: name, KeyType: type }) as const;

/** A new empty table on the real engine, shaped by the domain's specification as infra shapes it. */
export const freshTable = async (spec: TableSpec): Promise<FreshTable> => {
  const raw = new DynamoDBClient({
    endpoint: inject('engineUrl'),
    region: 'eu-west-3',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const name = `${spec.domain}-${randomUUID()}`;
  const attributes = ['pk', 'sk', ...spec.indexes.flatMap((index) => [`${index}pk`, `${index}sk`])];
  await raw.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes.map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' })),
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      ...(spec.indexes.length === 0
        ? {}
        : {
            GlobalSecondaryIndexes: spec.indexes.map((index) => ({
              IndexName: index,
              KeySchema: [key(`${index}pk`, 'HASH'), key(`${index}sk`, 'RANGE')],
              Projection: { ProjectionType: 'ALL' as const },
            })),
          }),
    }),
  );
  const counted = meter(raw);
  return { name, client: openDatabase(raw), meter: counted };
};
