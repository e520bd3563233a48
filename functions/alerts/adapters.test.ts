import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DeliveryId } from '@preau/shared/kernel/ids.ts';
import { emailOf, smsOf } from '@preau/shared/alerts/message.ts';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { sesSender } from './email-sender.ts';
import { sqsQueue } from './send-queue.ts';
import { snsSender } from './sms-sender.ts';
import { SCHOOL } from './world.testing.ts';

const ses = mockClient(SESv2Client);
const sns = mockClient(SNSClient);
const sqs = mockClient(SQSClient);
const region = 'eu-west-3';

const told = { firstName: 'Léa', kind: 'absence' as const, date: '2026-11-23', start: '08:05' };
const attempt = { deliveryId: DeliveryId.parse('dlv_leapupil-20261123-abc'), attemptId: 'attempt-1' };
const email = () =>
  sesSender(new SESv2Client({ region }), { from: 'alertes@ent.example', fromName: 'ENT "Grand Est"\r\n', configurationSet: 'alerts' })({
    ...attempt,
    to: 'mother@example.org',
    message: emailOf(told, 'fr', 'https://ent.example/'),
  });
const sms = () =>
  snsSender(new SNSClient({ region }), { senderId: 'ENT' })({
    ...attempt,
    to: '+33611111111',
    message: smsOf(told, 'fr', 'https://ent.example/'),
  });

const failure = (name: string, httpStatusCode?: number, code?: string) =>
  Object.assign(new Error('mother@example.org'), {
    name,
    ...(httpStatusCode === undefined ? {} : { $metadata: { httpStatusCode } }),
    ...(code === undefined ? {} : { code }),
  });

beforeEach(() => {
  for (const mock of [ses, sns, sqs]) mock.reset();
});

describe('an e-mail', () => {
  it('leaves with its configuration set and the tags that its receipts bring back', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm' });
    expect(await email()).toEqual({ is: 'accepted' });
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input).toMatchObject({
      FromEmailAddress: '"ENT Grand Est" <alertes@ent.example>',
      Destination: { ToAddresses: ['mother@example.org'] },
      ConfigurationSetName: 'alerts',
      EmailTags: [
        { Name: 'alertId', Value: attempt.deliveryId },
        { Name: 'attemptId', Value: 'attempt-1' },
      ],
      Content: { Simple: { Subject: { Data: 'Léa : absence signalée' } } },
    });
  });

  it.each([
    ['throttling', failure('TooManyRequestsException', 429), 'throttled'],
    ['a daily quota', failure('LimitExceededException', 400), 'throttled'],
    ['a missing right of ours', failure('AccessDeniedException', 403), 'throttled'],
    ['a refused connection', Object.assign(new Error('fetch failed'), { cause: failure('Error', undefined, 'ECONNREFUSED') }), 'throttled'],
    ['a rejected message', failure('MessageRejected', 400), 'refused'],
    ['a wrong address', failure('BadRequestException', 400), 'refused'],
    ['a time-out', failure('TimeoutError'), 'unknown'],
    ['a connection cut', failure('Error', undefined, 'ECONNRESET'), 'unknown'],
    ['an outage', failure('InternalServiceErrorException', 500), 'unknown'],
    ['an unreadable answer', failure('SyntaxError', 200), 'unknown'],
  ])('after %s is %s', async (_case, error, result) => {
    ses.on(SendEmailCommand).rejects(error);
    expect((await email()).is).toBe(result);
    expect(ses.commandCalls(SendEmailCommand)).toHaveLength(1);
  });
});

describe('an SMS', () => {
  it('leaves as transactional, under the academy’s name', async () => {
    sns.on(PublishCommand).resolves({ MessageId: 'm' });
    expect(await sms()).toEqual({ is: 'accepted' });
    expect(sns.commandCalls(PublishCommand)[0]?.args[0].input).toEqual({
      PhoneNumber: '+33611111111',
      Message: 'Léa : absence signalée. Voir et répondre : https://ent.example/',
      MessageAttributes: {
        'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: 'ENT' },
        'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
      },
    });
  });

  it.each([
    ['throttling', failure('ThrottledException', 429), 'throttled'],
    ['a wrong number', failure('InvalidParameterException', 400), 'refused'],
    ['a time-out', failure('TimeoutError'), 'unknown'],
    ['an outage', failure('InternalErrorException', 500), 'unknown'],
  ])('after %s is %s', async (_case, error, result) => {
    sns.on(PublishCommand).rejects(error);
    expect((await sms()).is).toBe(result);
    expect(sns.commandCalls(PublishCommand)).toHaveLength(1);
  });
});

describe('the sending queue', () => {
  const NOW = '2026-11-23T07:20:00.000Z';
  const due = (dueAt: string) => ({ deliveryId: attempt.deliveryId, schoolId: SCHOOL, dueAt });
  const queue = sqsQueue(new SQSClient({ region }), 'https://queue');
  const entries = () => sqs.commandCalls(SendMessageBatchCommand).flatMap((call) => call.args[0].input.Entries ?? []);

  it('delays each message until it is due, one group per school, and leaves what is far to the sweep', async () => {
    sqs.on(SendMessageBatchCommand).resolves({ Failed: [] });
    await queue(
      [due('2026-11-23T07:20:04.200Z'), due('2026-11-23T07:00:00.000Z'), due('2026-11-23T07:35:00.000Z'), due('2026-11-23T07:35:00.001Z')],
      NOW,
    );
    expect(entries().map(({ DelaySeconds }) => DelaySeconds)).toEqual([5, 0, 900]);
    expect(entries()[0]).toMatchObject({ MessageBody: JSON.stringify({ deliveryId: attempt.deliveryId }), MessageGroupId: SCHOOL });
  });

  it('sends ten at a time', async () => {
    sqs.on(SendMessageBatchCommand).resolves({ Failed: [] });
    await queue(
      Array.from({ length: 11 }, () => due(NOW)),
      NOW,
    );
    expect(sqs.commandCalls(SendMessageBatchCommand)).toHaveLength(2);
  });

  it('fails when one message of a batch was refused: a partial failure is a failure', async () => {
    sqs.on(SendMessageBatchCommand).resolves({ Failed: [{ Id: '0', Code: 'x', SenderFault: false }] });
    await expect(queue([due(NOW)], NOW)).rejects.toThrow('refused 1 of 1');
  });
});
