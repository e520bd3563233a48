import { Stack } from 'aws-cdk-lib';
import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Capability } from '../domain-spec.ts';
import { guichetsParameterName, samlKeyParameterName } from '../parameters.ts';
import { accept } from '../accept.ts';
import { bucketName, physicalName, type BucketPart, type Setting } from '../setting.ts';
import type { DomainFunction } from './domain-function.ts';
import { hostedOrigin } from './native-saml.ts';
import { mayDo, maySendSms } from './rights.ts';

/** What capabilities are made of; a stack gives those that exist before it. */
export interface Means {
  readonly userPool?: UserPool;
  readonly userPoolClient?: UserPoolClient;
  readonly alertsQueue?: IQueue;
  readonly eventsTopic?: ITopic;
}

type Grant = (target: DomainFunction, setting: Setting, means: Means) => void;

const needed = <T>(value: T | undefined, name: string): T => {
  if (value === undefined) throw new Error(`${name} does not exist before this stack`);
  return value;
};

const bucket =
  (variable: string, part: BucketPart, action: string): Grant =>
  (target, setting) => {
    const name = bucketName(setting, part);
    target.set(variable, name);
    target.allow(mayDo([action], [`arn:${Stack.of(target).partition}:s3:::${name}/*`]));
    accept(
      target,
      `IAM5[Resource::arn:<AWS::Partition>:s3:::${name}/*]`,
      `One action (${action}) on the objects of one bucket, whose keys are drawn at random when a file is deposited`,
    );
  };

const arn = (target: DomainFunction, service: string, resource: string): string => Stack.of(target).formatArn({ service, resource });

const readsParameter = (target: DomainFunction, variable: string, name: string): void => {
  target.set(variable, name);
  target.allow(mayDo(['ssm:GetParameter'], [arn(target, 'ssm', `parameter${name}`)]));
};

/** Each capability, with the variables and the rights it gives. */
export const capabilities: Readonly<Record<Capability, Grant>> = {
  'user-pool': (target, _setting, means) => {
    const pool = needed(means.userPool, 'The user pool');
    target.set('USER_POOL_ID', pool.userPoolId);
    target.set('USER_POOL_CLIENT_ID', needed(means.userPoolClient, 'The user pool client').userPoolClientId);
    const actions = [
      'AdminCreateUser',
      'AdminSetUserPassword',
      'AdminInitiateAuth',
      'AdminRespondToAuthChallenge',
      'AdminUserGlobalSignOut',
    ];
    target.allow(
      mayDo(
        actions.map((action) => `cognito-idp:${action}`),
        [pool.userPoolArn],
      ),
    );
  },
  'user-pool-client': (target, _setting, means) => {
    target.set('USER_POOL_CLIENT_ID', needed(means.userPoolClient, 'The user pool client').userPoolClientId);
  },
  guichets: (target, setting) => {
    target.set('IDENTITY_ADAPTER', setting.academy.identity);
    target.set('HOSTED_ORIGIN', hostedOrigin(setting));
    readsParameter(target, 'GUICHETS', guichetsParameterName(setting.academy.code, setting.stage));
  },
  'saml-key': (target, setting) => {
    readsParameter(target, 'SAML_KEY_PARAMETER', samlKeyParameterName(setting.academy.code, setting.stage));
  },
  'alerts-queue': (target, _setting, means) => {
    const queue = needed(means.alertsQueue, 'The queue of deliveries');
    target.set('QUEUE_ALERTS_SEND', queue.queueUrl);
    target.allow(mayDo(['sqs:SendMessage'], [queue.queueArn]));
  },
  'upload-deliveries': bucket('BUCKET_DELIVERIES', 'deliveries', 's3:PutObject'),
  'read-deliveries': bucket('BUCKET_DELIVERIES', 'deliveries', 's3:GetObject'),
  'upload-files': bucket('BUCKET_FILES', 'files', 's3:PutObject'),
  'read-files': bucket('BUCKET_FILES', 'files', 's3:GetObject'),
  'remove-files': bucket('BUCKET_FILES', 'files', 's3:DeleteObject'),
  'file-scanning': (target, setting) => {
    target.set('FILE_SCANNING', setting.academy.fileScanning);
    if (setting.academy.fileScanning === 'guardDuty') bucket('BUCKET_FILES', 'files', 's3:GetObjectVersionTagging')(target, setting, {});
  },
  email: (target, setting) => {
    const { email, name } = setting.academy.sender;
    const configurationSet = physicalName(setting, 'mail');
    target.set('SENDER_EMAIL', email);
    target.set('SENDER_NAME', name);
    target.set('SES_CONFIGURATION_SET', configurationSet);
    const resources = [`identity/${email.slice(email.indexOf('@') + 1)}`, `configuration-set/${configurationSet}`];
    target.allow(
      mayDo(
        ['ses:SendEmail'],
        resources.map((resource) => arn(target, 'ses', resource)),
      ),
    );
  },
  sms: (target, setting) => {
    target.set('SMS_SENDER', setting.academy.sender.sms);
    target.set('SMS_MONTHLY_CAP_EUROS', String(setting.academy.alerts.smsMonthlyCapEuros));
    target.set('SMS_PART_EUROS', String(setting.academy.alerts.smsPartEuros));
    target.allow(maySendSms(Stack.of(target).partition));
  },
  'alert-settings': (target, setting) => {
    target.set('ALERT_HOLD_SECONDS', String(setting.academy.alerts.holdSeconds));
    target.set('ALERT_HOURS', setting.academy.alerts.hours);
  },
  'events-topic': (target, _setting, means) => {
    const topic = needed(means.eventsTopic, 'The topic of events');
    target.set('EVENTS_TOPIC_ARN', topic.topicArn);
    target.allow(mayDo(['sns:Publish'], [topic.topicArn]));
  },
};
