import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

export interface PrivateBucketProps {
  readonly bucketName: string;
  readonly key: IKey;
  readonly logs: s3.Bucket;
  /** The only page that may post a file. */
  readonly webOrigin: string;
  readonly keptDays: number;
  /** What arrives under this prefix is judged, copied or given up: a day is enough. */
  readonly quarantine?: string;
}

/** Files that browsers post themselves with a signed form: private, encrypted by the academy's key, and gone when their time is over. */
export const privateBucket = (scope: Construct, id: string, props: PrivateBucketProps): s3.Bucket =>
  new s3.Bucket(scope, id, {
    bucketName: props.bucketName,
    encryption: s3.BucketEncryption.KMS,
    encryptionKey: props.key,
    bucketKeyEnabled: true,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    serverAccessLogsBucket: s3.Bucket.fromBucketName(scope, `${id}Logs`, props.logs.bucketName),
    serverAccessLogsPrefix: `${id.toLowerCase()}/`,
    cors: [{ allowedOrigins: [props.webOrigin], allowedMethods: [s3.HttpMethods.POST], allowedHeaders: ['content-type'], maxAge: 3600 }],
    lifecycleRules: [
      {
        expiration: Duration.days(props.keptDays),
        noncurrentVersionExpiration: Duration.days(30),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
      ...(props.quarantine === undefined
        ? []
        : [{ prefix: props.quarantine, expiration: Duration.days(2), noncurrentVersionExpiration: Duration.days(1) }]),
    ],
  });

/** Who read which file: kept a year, as the CNIL allows for security logs. */
export const accessLogBucket = (scope: Construct, account: string): s3.Bucket => {
  const logs = new s3.Bucket(scope, 'AccessLogs', {
    encryption: s3.BucketEncryption.S3_MANAGED,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [{ expiration: Duration.days(365) }],
  });
  logs.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [logs.arnForObjects('*')],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
  return logs;
};
