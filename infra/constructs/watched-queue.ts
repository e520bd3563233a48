import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { accept } from '../accept.ts';
import { physicalName, type Setting } from '../setting.ts';

const ATTEMPTS = 5;

/** Messages set aside are kept as long as SQS can, for somebody to look and send them again. */
const deadLetters = (scope: Construct, setting: Setting, name: string): sqs.Queue =>
  new sqs.Queue(scope, `SetAside-${name}`, {
    queueName: physicalName(setting, `${name}-dlq`),
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });

/** A queue whose message is set aside after five attempts; `consumerSeconds` is the time limit of the function that reads it. */
export const watchedQueue = (scope: Construct, setting: Setting, name: string, consumerSeconds: number): sqs.Queue =>
  new sqs.Queue(scope, `Queue-${name}`, {
    queueName: physicalName(setting, name),
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(4),
    // Six times the consumer's limit, as Lambda asks: a slow batch must not be given twice.
    visibilityTimeout: Duration.seconds(consumerSeconds * 6),
    deadLetterQueue: { queue: deadLetters(scope, setting, name), maxReceiveCount: ATTEMPTS },
  });

/** Where a stream or a schedule puts what no attempt could deliver: no queue of ours stands before it. */
export const setAsideQueue = (scope: Construct, setting: Setting, name: string): sqs.Queue => {
  const queue = deadLetters(scope, setting, name);
  accept(
    queue,
    'SQS3',
    'It is itself where failed records are set aside, by a stream or a schedule instead of a queue; an alarm watches it',
  );
  return queue;
};
