import {
  CreateTableCommand,
  DescribeTableCommand,
  UpdateTimeToLiveCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { field, listIn, objectIn, textIn, textsIn } from '../json.ts';
import type { LocalResource } from '../template/local-template.ts';

export interface LocalTable {
  readonly name: string;
  readonly hasStream: boolean;
  /** The engine's own stream ARN; the template's carries no date. */
  readonly streamArn: string | undefined;
  readonly ttlAttribute: string | undefined;
}

const keySchema = (value: unknown): { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[] =>
  listIn(value, 'KeySchema').map((key) => ({
    AttributeName: textIn(key, 'AttributeName') ?? '',
    KeyType: textIn(key, 'KeyType') === 'RANGE' ? 'RANGE' : 'HASH',
  }));

const projection = (value: unknown): { ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'; NonKeyAttributes?: string[] } => {
  const type = textIn(objectIn(value, 'Projection'), 'ProjectionType');
  const attributes = textsIn(objectIn(value, 'Projection'), 'NonKeyAttributes');
  return {
    ProjectionType: type === 'KEYS_ONLY' || type === 'INCLUDE' ? type : 'ALL',
    ...(attributes.length === 0 ? {} : { NonKeyAttributes: [...attributes] }),
  };
};

const viewType = (value: string | undefined): 'NEW_IMAGE' | 'OLD_IMAGE' | 'KEYS_ONLY' | 'NEW_AND_OLD_IMAGES' =>
  value === 'NEW_IMAGE' || value === 'OLD_IMAGE' || value === 'KEYS_ONLY' ? value : 'NEW_AND_OLD_IMAGES';

/** What CreateTable needs of a template's table; replicas, encryption, recovery and deletion protection mean nothing here. */
const tableInput = (resource: LocalResource): CreateTableCommandInput => {
  const { properties } = resource;
  const indexes = listIn(properties, 'GlobalSecondaryIndexes').map((index) => ({
    IndexName: textIn(index, 'IndexName') ?? '',
    KeySchema: keySchema(index),
    Projection: projection(index),
  }));
  const stream = objectIn(properties, 'StreamSpecification');
  const hasStream = field(properties, 'StreamSpecification') !== undefined;
  return {
    TableName: resource.ref,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(properties),
    AttributeDefinitions: listIn(properties, 'AttributeDefinitions').map((attribute) => {
      const type = textIn(attribute, 'AttributeType');
      return { AttributeName: textIn(attribute, 'AttributeName') ?? '', AttributeType: type === 'N' || type === 'B' ? type : 'S' };
    }),
    ...(indexes.length === 0 ? {} : { GlobalSecondaryIndexes: indexes }),
    ...(hasStream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: viewType(textIn(stream, 'StreamViewType')) } } : {}),
  };
};

/** Creates the table of a template, or finds it again on disk. */
export const createTable = async (client: DynamoDBClient, resource: LocalResource): Promise<LocalTable> => {
  const input = tableInput(resource);
  const ttlAttribute = textIn(objectIn(resource.properties, 'TimeToLiveSpecification'), 'AttributeName');
  const isNew = await client.send(new CreateTableCommand(input)).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && error.name === 'ResourceInUseException') return false;
      throw error;
    },
  );
  if (isNew && ttlAttribute !== undefined) {
    await client.send(
      new UpdateTimeToLiveCommand({ TableName: resource.ref, TimeToLiveSpecification: { Enabled: true, AttributeName: ttlAttribute } }),
    );
  }
  const { Table } = await client.send(new DescribeTableCommand({ TableName: resource.ref }));
  return { name: resource.ref, hasStream: input.StreamSpecification !== undefined, streamArn: Table?.LatestStreamArn, ttlAttribute };
};
