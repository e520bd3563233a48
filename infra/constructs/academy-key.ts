import { RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** Services that write to an encrypted topic in the academy's name. */
const PUBLISHERS = ['ses.amazonaws.com', 'cloudwatch.amazonaws.com'] as const;

/** The academy's own key: whoever loses the right to use it loses every table, file and event at once. */
export const academyKey = (scope: Construct, account: string): kms.Key => {
  const key = new kms.Key(scope, 'Key', {
    description: 'Tables, files and events of one academy',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: PUBLISHERS.map((service) => new iam.ServicePrincipal(service)),
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
  return key;
};
