import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { relay } from '../domains.ts';
import { buildFunction, type World } from './build-function.ts';
import type { DomainFunction } from './domain-function.ts';
import { mayDo, mayFollow } from './rights.ts';
import { setAsideQueue } from './watched-queue.ts';

/** By default a poison record blocks its shard for a day: here it is tried ten times, isolated by halving its batch, and set aside. */
const ATTEMPTS = 10;

const follow = (target: DomainFunction, domain: string, table: TableV2, setAside: SqsDlq): void => {
  const streamArn = table.tableStreamArn;
  if (streamArn === undefined) throw new Error(`The table of ${domain} has an outbox and no stream`);
  target.allow(mayFollow(streamArn));
  new lambda.EventSourceMapping(target, `Stream-${domain}`, {
    target: target.fn,
    eventSourceArn: streamArn,
    startingPosition: lambda.StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    parallelizationFactor: 4,
    retryAttempts: ATTEMPTS,
    maxRecordAge: Duration.hours(6),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: setAside,
    // Deletions say nothing to others; the rest is told apart by its outbox.
    filters: [lambda.FilterCriteria.filter({ eventName: lambda.FilterRule.or('INSERT', 'MODIFY') })],
  });
};

/** Reads the stream of every table that has an outbox and publishes what happened. */
export const buildRelay = (scope: Construct, world: World): DomainFunction => {
  const target = buildFunction(scope, relay, world);
  const setAside = setAsideQueue(scope, world.setting, 'relay');
  target.allow(mayDo(['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'], [setAside.queueArn]));
  for (const [domain, { spec, table }] of world.data.tables) if (spec.outbox) follow(target, domain, table, new SqsDlq(setAside));
  return target;
};
