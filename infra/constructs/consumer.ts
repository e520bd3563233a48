import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { DomainFunction } from './domain-function.ts';
import { mayDo } from './rights.ts';

export interface ConsumerProps {
  readonly batchSize: number;
  /** Environments opened at the same time; SQS keeps the rest waiting instead of throttling the function. */
  readonly atOnce: number;
}

/** A function reads a queue message by message: each succeeds or comes again alone. */
export const consume = (target: DomainFunction, queue: IQueue, props: ConsumerProps): void => {
  target.allow(
    mayDo(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'], [queue.queueArn]),
  );
  new lambda.EventSourceMapping(target, 'Queue', {
    target: target.fn,
    eventSourceArn: queue.queueArn,
    batchSize: props.batchSize,
    maxBatchingWindow: Duration.seconds(0),
    maxConcurrency: props.atOnce,
    reportBatchItemFailures: true,
  });
};
