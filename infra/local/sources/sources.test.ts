import { expect, it } from 'vitest';
import { openDatabase } from '../database.ts';
import { openQueues, type QueueSpec } from '../sqs/queues.ts';
import { eventFilter } from './event-filter.ts';
import { doneMessages, queueRecord } from './queue-poller.ts';
import { changesSomething } from './stream-poller.ts';

const queue = (name: string, redrive?: QueueSpec['redrive']): QueueSpec => ({
  name,
  arn: `arn:aws:sqs:eu-west-3:0:${name}`,
  url: `http://x/0/${name}`,
  visibilitySeconds: 30,
  delaySeconds: 0,
  redrive,
});
const [main, dead] = [queue('main', { queueName: 'dead', maxReceives: 2 }), queue('dead')];

const opened = () => {
  const clock = { now: 1_000_000 };
  const queues = openQueues(openDatabase(undefined), [main, dead], () => clock.now);
  const send = (body: string, delaySeconds?: number) =>
    queues.send(main, { body, attributes: '{"type":{"DataType":"String","StringValue":"a"}}', group: 'sch_1', delaySeconds });
  return { clock, queues, send };
};

it('removes what succeeded and keeps what was reported', () => {
  const { queues, send } = opened();
  for (const body of ['a', 'b', 'c']) send(body);
  const messages = queues.receive(main, 10, undefined);
  const reported = messages.filter((message) => message.body === 'b').map((message) => message.messageId);
  expect(doneMessages(messages, reported).map((message) => message.body)).toEqual(['a', 'c']);
  expect(doneMessages(messages, ['nobody'])).toEqual([]);
});

it('shows a message again after its timeout, and buries it after its last try', () => {
  const { clock, queues, send } = opened();
  send('a');
  expect(queues.receive(main, 10, undefined)).toHaveLength(1);
  expect(queues.receive(main, 10, undefined)).toHaveLength(0);
  clock.now += 30_001;
  expect(queues.receive(main, 10, undefined)[0]?.receives).toBe(2);
  clock.now += 30_001;
  expect(queues.receive(main, 10, undefined)).toHaveLength(0);
  expect([queues.counts(main).ready, queues.counts(dead).ready]).toEqual([0, 1]);
});

it('hides a delayed message until its time', () => {
  const { clock, queues, send } = opened();
  send('later', 60);
  expect([queues.receive(main, 10, undefined).length, queues.counts(main).delayed]).toEqual([0, 1]);
  clock.now += 60_001;
  expect(queues.receive(main, 10, undefined)).toHaveLength(1);
});

it('ignores a receipt that is no longer the message’s', () => {
  const { clock, queues, send } = opened();
  send('a');
  const [first] = queues.receive(main, 10, undefined);
  clock.now += 30_001;
  queues.receive(main, 10, undefined);
  queues.remove(main, first?.receipt ?? '');
  expect(queues.counts(main).inFlight).toBe(1);
});

it('writes a message as Lambda hands it over', () => {
  const { queues, send } = opened();
  const messageId = send('a');
  const [message] = queues.receive(main, 10, undefined);
  expect(message === undefined ? undefined : queueRecord(message, main.arn, 'eu-west-3')).toMatchObject({
    messageId,
    body: 'a',
    md5OfBody: '0cc175b9c0f1b6a831c399e269772661',
    attributes: { ApproximateReceiveCount: '1', MessageGroupId: 'sch_1' },
    messageAttributes: { type: { stringValue: 'a', dataType: 'String' } },
    eventSource: 'aws:sqs',
    eventSourceARN: main.arn,
  });
});

it('filters records as an event source mapping does', () => {
  const passes = eventFilter(['{"eventName":["INSERT","MODIFY"],"dynamodb":{"NewImage":{"outbox":[{"exists":true}]}}}']);
  expect(passes({ eventName: 'INSERT', dynamodb: { NewImage: { outbox: { L: [] } } } })).toBe(true);
  expect(passes({ eventName: 'INSERT', dynamodb: { NewImage: {} } })).toBe(false);
  expect(passes({ eventName: 'REMOVE', dynamodb: {} })).toBe(false);
  expect(eventFilter([])({})).toBe(true);
});

it('sees that a write changed nothing, whatever the order of its attributes', () => {
  const change = (before: object, after: object) => ({
    sequence: '1',
    eventName: 'MODIFY',
    createdAt: 0,
    body: { dynamodb: { OldImage: before, NewImage: after } },
  });
  expect(changesSomething(change({ a: { S: '1' }, b: { S: '2' } }, { b: { S: '2' }, a: { S: '1' } }))).toBe(false);
  expect(changesSomething(change({ a: { S: '1' } }, { a: { S: '2' } }))).toBe(true);
});
