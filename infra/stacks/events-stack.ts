import type { App } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { AcademyStack } from '../constructs/academy-stack.ts';
import { buildFunction, type World } from '../constructs/build-function.ts';
import { consume } from '../constructs/consumer.ts';
import { everyMinute } from '../constructs/every-minute.ts';
import { academyMail } from '../constructs/mail.ts';
import { buildRelay } from '../constructs/relay.ts';
import { smsBudget } from '../constructs/sms-budget.ts';
import { feed } from '../constructs/subscribed-queue.ts';
import { setAsideQueue, watchedQueue } from '../constructs/watched-queue.ts';
import type { ReactionSpec } from '../domain-spec.ts';
import { calledEveryMinute, domains, reactionsOf } from '../domains.ts';
import { alertSender, providerReaction } from '../domains/alerts.ts';
import { partOf, physicalName, type Setting } from '../setting.ts';
import type { DataStack } from './data-stack.ts';

const USUAL_SECONDS = 30;

/** What happens because something happened: the relay, the topic, a queue and a function for each reaction, and the alerts' own queue. */
export class EventsStack extends AcademyStack {
  readonly alertsQueue: Queue;

  constructor(app: App, setting: Setting, data: DataStack) {
    super(app, setting, 'events');
    const topic = new sns.Topic(this, 'Events', { topicName: physicalName(setting, 'events'), masterKey: data.key, enforceSSL: true });
    this.alertsQueue = watchedQueue(this, setting, 'alerts-send', alertSender.timeoutSeconds);
    const world: World = {
      setting,
      data,
      means: { eventsTopic: topic, alertsQueue: this.alertsQueue },
    };
    buildRelay(this, world);
    for (const reaction of reactionsOf(domains)) this.react(reaction, topic, world);
    this.react(providerReaction, academyMail(this, setting, data.key), world);
    consume(buildFunction(this, alertSender, world), this.alertsQueue, { batchSize: 5, atOnce: setting.academy.limits.alertSenders });
    for (const spec of calledEveryMinute(domains)) {
      everyMinute(buildFunction(this, spec, world), setting, spec.entry, setAsideQueue(this, setting, partOf(spec.entry)));
    }
    smsBudget(this, setting);
  }

  private react(spec: ReactionSpec, topic: sns.ITopic, world: World): void {
    const timeoutSeconds = spec.timeoutSeconds ?? USUAL_SECONDS;
    const queue = watchedQueue(this, world.setting, partOf(spec.entry), timeoutSeconds);
    feed(topic, queue, spec.fedBy);
    consume(buildFunction(this, { ...spec, timeoutSeconds }, world), queue, { batchSize: spec.batchSize ?? 10, atOnce: spec.atOnce ?? 20 });
  }
}
