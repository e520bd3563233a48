import { expect, it } from 'vitest';
import { domains } from '../../domains.ts';
import { inOrder } from '../in-order.ts';
import type { Synthesised } from '../templates.ts';

export const dataGuarantees = (read: () => Synthesised): void => {
  const text = (value: unknown): string => JSON.stringify(value);

  it('gives every domain that has a table one, and no other table exists', () => {
    const expected = domains.filter(({ table }) => table !== undefined).length;
    expect(read().ofType('AWS::DynamoDB::GlobalTable')).toHaveLength(expected);
    expect(read().ofType('AWS::DynamoDB::Table')).toHaveLength(0);
  });

  it('encrypts every table with the academy’s key, recovers it to any second of 35 days and protects it from deletion', () => {
    for (const table of read().ofType('AWS::DynamoDB::GlobalTable')) {
      expect(table.Properties, table.logicalId).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        Replicas: [
          {
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
            SSESpecification: { KMSMasterKeyId: { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] } },
          },
        ],
      });
    }
  });

  it('streams both images of a table that has an outbox, and expires items where the specification says so', () => {
    for (const { domain, table: spec } of domains) {
      if (spec === undefined) continue;
      const found = read()
        .ofType('AWS::DynamoDB::GlobalTable')
        .find(({ logicalId }) => logicalId.startsWith(`Table${domain}`));
      expect(found?.Properties['StreamSpecification'], domain).toEqual(spec.outbox ? { StreamViewType: 'NEW_AND_OLD_IMAGES' } : undefined);
      expect(found?.Properties['TimeToLiveSpecification'], domain).toEqual(spec.ttl ? { AttributeName: 'ttl', Enabled: true } : undefined);
    }
  });

  it('keeps tables, files, people and the key when their stack is deleted', () => {
    const kept = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool', 'AWS::KMS::Key'];
    for (const resource of kept.flatMap((type) => read().ofType(type))) {
      expect(['Retain', 'RetainExceptOnCreate'], resource.logicalId).toContain(resource.DeletionPolicy);
      expect(resource.UpdateReplacePolicy, resource.logicalId).toBe('Retain');
    }
  });

  it('never renames what holds data: a new logical id would create an empty twin beside it', () => {
    const holding = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool', 'AWS::KMS::Key'];
    const ids = holding
      .flatMap((type) =>
        read()
          .ofType(type)
          .map(({ logicalId }) => logicalId),
      )
      .toSorted(inOrder);
    expect(ids).toEqual([
      'AccessLogs8B620ECA',
      'DeliveriesBF2F7293',
      'Files8E6940B8',
      'Key961B73FD',
      'Tablealerts608E69B2',
      'TableassessmentDFF6FAB8',
      'Tableattendance3B6117C6',
      'TabledirectoryDF9DA575',
      'Tablefiles501C2015',
      'TablehomeworkC8D74DC0',
      'TableidentityEB535D2F',
      'Tableimports464ED080',
      'Tablenotebook875683AE',
      'Tablereports52094E61',
      'Tabletimetable17E6D500',
      'UserPool6BA7E5F2',
    ]);
  });

  it('keeps files private, encrypted, over TLS only, and posted from the academy’s own pages', () => {
    for (const bucket of read().ofType('AWS::S3::Bucket')) {
      expect(bucket.Properties['PublicAccessBlockConfiguration'], bucket.logicalId).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(bucket.Properties['BucketEncryption'], bucket.logicalId).toBeDefined();
      expect(bucket.Properties['LifecycleConfiguration'], bucket.logicalId).toBeDefined();
    }
    const posted = read()
      .ofType('AWS::S3::Bucket')
      .filter(({ Properties }) => Properties['CorsConfiguration'] !== undefined);
    expect(posted).toHaveLength(2);
    for (const bucket of posted) {
      expect(bucket.Properties['CorsConfiguration']).toMatchObject({
        CorsRules: [{ AllowedMethods: ['POST'], AllowedOrigins: ['https://nancy-metz.preau.education'] }],
      });
      expect(text(bucket.Properties['BucketEncryption'])).toContain('aws:kms');
    }
    expect(
      read()
        .ofType('AWS::S3::BucketPolicy')
        .every(({ Properties }) => text(Properties).includes('aws:SecureTransport')),
    ).toBe(true);
  });

  it('encrypts every topic and every queue, and ends every log', () => {
    for (const topic of read().ofType('AWS::SNS::Topic')) expect(topic.Properties['KmsMasterKeyId'], topic.logicalId).toBeDefined();
    for (const queue of read().ofType('AWS::SQS::Queue')) expect(queue.Properties['SqsManagedSseEnabled'], queue.logicalId).toBe(true);
    for (const log of read().ofType('AWS::Logs::LogGroup'))
      expect(log.Properties['RetentionInDays'], log.logicalId).toBeGreaterThanOrEqual(180);
  });
};
