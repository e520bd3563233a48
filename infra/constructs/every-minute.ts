import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { functionName, type Setting } from '../setting.ts';
import type { DomainFunction } from './domain-function.ts';
import { mayDo } from './rights.ts';

/** Calls a function once a minute; a call that could not be made is worth nothing a minute later, so it is not retried long. */
export const everyMinute = (target: DomainFunction, setting: Setting, entry: string, setAside: IQueue): void => {
  const role = new iam.Role(target, 'SchedulerRole', {
    assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': setting.academy.account } },
    }),
  });
  role.addToPolicy(mayDo(['lambda:InvokeFunction'], [target.fn.functionArn]));
  role.addToPolicy(mayDo(['sqs:SendMessage'], [setAside.queueArn]));
  const schedule = new CfnSchedule(target, 'EveryMinute', {
    name: functionName(setting, entry),
    description: `What has come due: ${entry}`,
    scheduleExpression: 'rate(1 minute)',
    state: 'ENABLED',
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: target.fn.functionArn,
      roleArn: role.roleArn,
      input: '{}',
      deadLetterConfig: { arn: setAside.queueArn },
      retryPolicy: { maximumRetryAttempts: 1, maximumEventAgeInSeconds: 60 },
    },
  });
  schedule.node.addDependency(role);
};
