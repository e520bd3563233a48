import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { atomically } from '../database.ts';
import { flagIn, objectIn, parseJson, textIn, type Json } from '../json.ts';
import type { Queues } from '../sqs/queues.ts';
import type { LocalResource } from '../template/local-template.ts';
import { matchesPolicy } from './filter.ts';

export interface Subscription {
  readonly topicArn: string;
  readonly queueName: string;
  readonly raw: boolean;
  readonly policy: Json;
}

export interface Publication {
  readonly message: string;
  /** As the SDK writes them: `{ name: { DataType, StringValue } }`. */
  readonly attributes: Json;
  readonly group: string | undefined;
}

export interface Topics {
  readonly exists: (arn: string) => boolean;
  readonly names: () => readonly string[];
  /** Delivers to every matching queue, all or none, and returns the message's id. */
  readonly publish: (arn: string, publication: Publication) => string;
}

/** A queue's subscription of the template; topics deliver to queues only, and nobody is mailed about alarms that a laptop does not ring. */
export const subscriptionOf = (resource: LocalResource): Subscription | undefined => {
  const { properties } = resource;
  const protocol = textIn(properties, 'Protocol');
  if (protocol === 'email') return undefined;
  if (protocol !== 'sqs')
    throw new Error(`The local cloud delivers topics to queues only, not to ${protocol ?? 'nothing'} (${resource.logicalId})`);
  const policy = properties['FilterPolicy'];
  return {
    topicArn: textIn(properties, 'TopicArn') ?? '',
    queueName: textIn(properties, 'Endpoint') ?? '',
    raw: flagIn(properties, 'RawMessageDelivery'),
    policy: typeof policy === 'string' ? parseJson(policy) : objectIn(properties, 'FilterPolicy'),
  };
};

const envelope = (arn: string, id: string, publication: Publication): string =>
  JSON.stringify({
    Type: 'Notification',
    MessageId: id,
    TopicArn: arn,
    Message: publication.message,
    Timestamp: new Date().toISOString(),
    SignatureVersion: '1',
    Signature: 'local',
    ...(Object.keys(publication.attributes).length === 0
      ? {}
      : {
          MessageAttributes: Object.fromEntries(
            Object.keys(publication.attributes).map((name) => [
              name,
              { Type: textIn(publication.attributes[name], 'DataType'), Value: textIn(publication.attributes[name], 'StringValue') },
            ]),
          ),
        }),
  });

export const openTopics = (
  database: DatabaseSync,
  arns: readonly string[],
  subscriptions: readonly Subscription[],
  queues: Queues,
): Topics => {
  const known = new Set(arns);
  return {
    exists: (arn) => known.has(arn),
    names: () => [...known],
    publish: (arn, publication) => {
      const id = randomUUID();
      const wanted = subscriptions.filter(
        (subscription) => subscription.topicArn === arn && matchesPolicy(subscription.policy, publication.attributes),
      );
      atomically(database, () => {
        for (const subscription of wanted) {
          const queue = queues.find(subscription.queueName);
          if (queue === undefined) throw new Error(`A subscription names the unknown queue ${subscription.queueName}`);
          queues.send(queue, {
            body: subscription.raw ? publication.message : envelope(arn, id, publication),
            attributes: subscription.raw ? JSON.stringify(publication.attributes) : '{}',
            group: publication.group,
            delaySeconds: undefined,
          });
        }
      });
      return id;
    },
  };
};
