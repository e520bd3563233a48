import type * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'] as const;
const WRITE = [
  ...READ,
  'dynamodb:ConditionCheckItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
] as const;

const allow = (actions: readonly string[], resources: readonly string[]): iam.PolicyStatement =>
  new iam.PolicyStatement({ actions: [...actions], resources: [...resources] });

/** A table and each of its indexes by name: no right of ours ends with a star. */
const tableArns = (table: dynamodb.TableV2, indexes: readonly string[]): readonly string[] => [
  table.tableArn,
  ...indexes.map((index) => `${table.tableArn}/index/${index}`),
];

/** Reading through a door: never a Scan, for nobody's page needs one. */
export const mayRead = (table: dynamodb.TableV2, indexes: readonly string[]): iam.PolicyStatement => allow(READ, tableArns(table, indexes));

export const mayWrite = (table: dynamodb.TableV2, indexes: readonly string[]): iam.PolicyStatement =>
  allow(WRITE, tableArns(table, indexes));

/** Reading a whole table, which nobody's page needs: for the one that compares it with a delivery. */
export const mayScan = (table: dynamodb.TableV2): iam.PolicyStatement => allow(['dynamodb:Scan'], [table.tableArn]);

export const mayFollow = (streamArn: string): iam.PolicyStatement =>
  allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'], [streamArn]);

export const mayUseKey = (key: IKey): iam.PolicyStatement =>
  allow(['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'], [key.keyArn]);

export const mayDo = allow;

/** SMS have no resource to name: everything but the topics, so that the sender of SMS cannot speak as the academy's events. */
export const maySendSms = (partition: string): iam.PolicyStatement =>
  new iam.PolicyStatement({ actions: ['sns:Publish'], notResources: [`arn:${partition}:sns:*:*:*`] });
