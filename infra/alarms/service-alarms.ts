import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib';
import { awsSpendLimitUsd } from '../constructs/sms-budget.ts';
import type { Setting } from '../setting.ts';
import { metric, type AlarmSpec } from './alarm-spec.ts';

const EVERYBODY = 'Pages open slowly or end on an error, for everybody.';

/** The API as its users see it, whatever the function behind. */
export const gatewayAlarms = (apiId: string): readonly AlarmSpec[] => {
  const of = (name: string, statistic: string) =>
    metric({ namespace: 'AWS/ApiGateway', name, dimensions: { ApiId: apiId }, statistic, minutes: 5 });
  return [
    {
      id: 'gateway-failing',
      errorImpact: EVERYBODY,
      runbook: 'gateway-failing',
      metric: new cloudwatch.MathExpression({
        // A single failure at night is not an outage: one request in a hundred, and at least ten.
        expression: 'IF(failed > 10, 100 * failed / total, 0)',
        label: 'share of failed requests, in percent',
        period: Duration.minutes(5),
        usingMetrics: { failed: of('5xx', 'Sum'), total: of('Count', 'Sum') },
      }),
      threshold: 1,
    },
    {
      id: 'gateway-slow',
      errorImpact: EVERYBODY,
      runbook: 'gateway-slow',
      metric: of('Latency', 'p95'),
      threshold: 1_500,
      periods: [2, 3],
    },
  ];
};

/** DynamoDB refuses requests of this domain: its pages fail or wait. */
export const tableAlarms = (domain: string, tableName: string, errorImpact: string): readonly AlarmSpec[] => {
  const of = (name: string) =>
    metric({ namespace: 'AWS/DynamoDB', name, dimensions: { TableName: tableName }, statistic: 'Sum', minutes: 5 });
  return [
    {
      id: `table-${domain}-throttled`,
      errorImpact,
      runbook: 'table-throttled',
      metric: new cloudwatch.MathExpression({
        expression: 'FILL(reads, 0) + FILL(writes, 0)',
        label: `${domain}: throttled requests`,
        period: Duration.minutes(5),
        usingMetrics: { reads: of('ReadThrottleEvents'), writes: of('WriteThrottleEvents') },
      }),
      threshold: 10,
    },
  ];
};

const ses = (name: string) => metric({ namespace: 'AWS/SES', name, dimensions: {}, statistic: 'Average', minutes: 60 });

/** SES suspends an account above 5 % of bounces or 0.1 % of complaints: these ring well before. */
export const mailAlarms: readonly AlarmSpec[] = [
  {
    id: 'mail-bounces',
    errorImpact: 'Many families’ addresses are wrong; if it lasts, AWS stops every e-mail of the academy.',
    runbook: 'email-reputation',
    metric: ses('Reputation.BounceRate'),
    threshold: 0.02,
  },
  {
    id: 'mail-complaints',
    errorImpact: 'Families report our e-mails as unwanted; if it lasts, AWS stops every e-mail of the academy.',
    runbook: 'email-reputation',
    metric: ses('Reputation.ComplaintRate'),
    threshold: 0.0005,
  },
];

/** SMS: the month's spending, and what carriers refuse. */
export const smsAlarms = (setting: Setting): readonly AlarmSpec[] => [
  {
    id: 'sms-budget',
    errorImpact: 'When the cap is reached, families without an e-mail address are no longer told of an absence by SMS.',
    runbook: 'sms-budget',
    metric: metric({ namespace: 'AWS/SNS', name: 'SMSMonthToDateSpentUSD', dimensions: {}, statistic: 'Maximum', minutes: 60 }),
    threshold: awsSpendLimitUsd(setting.academy.alerts.smsMonthlyCapEuros) * 0.6,
  },
];
