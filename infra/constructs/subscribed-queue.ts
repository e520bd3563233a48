import * as sns from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/** The queue receives the events of these types as they were written, without SNS's wrapping. */
export const feed = (topic: sns.ITopic, queue: IQueue, types: readonly string[]): void => {
  topic.addSubscription(
    new SqsSubscription(queue, {
      rawMessageDelivery: true,
      ...(types.length === 0 ? {} : { filterPolicy: { type: sns.SubscriptionFilter.stringFilter({ allowlist: [...types] }) } }),
    }),
  );
};
