import * as cr from 'aws-cdk-lib/custom-resources';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { accept } from '../accept.ts';
import type { Setting } from '../setting.ts';
import { mayDo } from './rights.ts';

/**
 * AWS's own limit, soft and in dollars, as a second wall behind the cap in euros that each sending counts against:
 * a little above it, so that ours is met first.
 */
export const awsSpendLimitUsd = (capEuros: number): number => Math.max(1, Math.ceil(capEuros * 1.25));

/** Sets the account's SMS attributes: CloudFormation has no resource for them. */
export const smsBudget = (scope: Construct, setting: Setting): void => {
  const { sender, alerts } = setting.academy;
  const call: cr.AwsSdkCall = {
    service: 'SNS',
    action: 'SetSMSAttributes',
    parameters: {
      attributes: {
        MonthlySpendLimit: String(awsSpendLimitUsd(alerts.smsMonthlyCapEuros)),
        DefaultSMSType: 'Transactional',
        DefaultSenderID: sender.sms,
      },
    },
    physicalResourceId: cr.PhysicalResourceId.of('sms-budget'),
  };
  const logGroup = new logs.LogGroup(scope, 'SmsBudgetLogs', { retention: logs.RetentionDays.SIX_MONTHS });
  const role = new iam.Role(scope, 'SmsBudgetRole', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(mayDo(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]));
  const budget = new cr.AwsCustomResource(scope, 'SmsBudget', {
    onCreate: call,
    onUpdate: call,
    installLatestAwsSdk: false,
    resourceType: 'Custom::SmsBudget',
    role,
    logGroup,
    policy: cr.AwsCustomResourcePolicy.fromStatements([mayDo(['sns:SetSMSAttributes'], ['*'])]),
  });
  accept(
    budget,
    'IAM5[Resource::*]',
    'SMS attributes are the account’s: AWS defines no resource for sns:SetSMSAttributes, the only action allowed',
  );
};
