import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { TableSpec } from '@preau/shared/kernel/table.ts';

const text = (name: string): dynamodb.Attribute => ({ name, type: dynamodb.AttributeType.STRING });

/** A domain's table as its specification says: on demand, recoverable to any second of 35 days, encrypted by the academy's key, never deleted with its stack. */
export const domainTable = (scope: Construct, spec: TableSpec, key: IKey): dynamodb.TableV2 =>
  new dynamodb.TableV2(scope, `Table-${spec.domain}`, {
    partitionKey: text('pk'),
    sortKey: text('sk'),
    billing: dynamodb.Billing.onDemand(),
    encryption: dynamodb.TableEncryptionV2.customerManagedKey(key),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    globalSecondaryIndexes: spec.indexes.map((indexName) => ({
      indexName,
      partitionKey: text(`${indexName}pk`),
      sortKey: text(`${indexName}sk`),
      projectionType: dynamodb.ProjectionType.ALL,
    })),
    ...(spec.ttl ? { timeToLiveAttribute: 'ttl' } : {}),
    ...(spec.outbox ? { dynamoStream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES } : {}),
  });
