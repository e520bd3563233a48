import { randomUUID } from 'node:crypto';
import { escaped, xmlAnswer, type Answer, type Question } from '../http-answer.ts';
import type { Json } from '../json.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { smsParts } from './sms-parts.ts';
import type { Publication, Topics } from './topics.ts';

const NAMESPACE = 'http://sns.amazonaws.com/doc/2010-03-31/';

const answered = (action: string, result: string): Answer =>
  xmlAnswer(
    200,
    `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`,
  );

const refused = (status: number, code: string, message: string): Answer =>
  xmlAnswer(
    status,
    `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  );

const attributesIn = (form: URLSearchParams, prefix: string): Json => {
  const attributes: Record<string, Json> = {};
  for (let index = 1; form.has(`${prefix}MessageAttributes.entry.${index}.Name`); index += 1) {
    const entry = `${prefix}MessageAttributes.entry.${index}`;
    attributes[form.get(`${entry}.Name`) ?? ''] = {
      DataType: form.get(`${entry}.Value.DataType`) ?? 'String',
      StringValue: form.get(`${entry}.Value.StringValue`) ?? '',
    };
  }
  return attributes;
};

const publicationIn = (form: URLSearchParams, prefix: string): Publication => ({
  message: form.get(`${prefix}Message`) ?? '',
  attributes: attributesIn(form, prefix),
  group: form.get(`${prefix}MessageGroupId`) ?? undefined,
});

const isPhoneNumber = (text: string): boolean => /^\+[1-9]\d{5,14}$/.test(text);

const publishSms = (outbox: Outbox, form: URLSearchParams, to: string): Answer => {
  if (!isPhoneNumber(to)) return refused(400, 'InvalidParameter', 'Invalid parameter: PhoneNumber Reason: not valid to publish to');
  const text = form.get('Message') ?? '';
  const messageId = randomUUID();
  outbox.add({
    id: messageId,
    channel: 'sms',
    to: [to],
    at: new Date().toISOString(),
    text,
    ...smsParts(text),
    attributes: attributesIn(form, ''),
  });
  return answered('Publish', `<MessageId>${messageId}</MessageId>`);
};

const publishBatch = (topics: Topics, arn: string, form: URLSearchParams): Answer => {
  const done: string[] = [];
  for (let index = 1; form.has(`PublishBatchRequestEntries.member.${index}.Id`); index += 1) {
    const prefix = `PublishBatchRequestEntries.member.${index}.`;
    const id = topics.publish(arn, publicationIn(form, prefix));
    done.push(`<member><Id>${escaped(form.get(`${prefix}Id`) ?? '')}</Id><MessageId>${id}</MessageId></member>`);
  }
  if (done.length === 0) return refused(400, 'EmptyBatchRequest', "The batch request doesn't contain any entries.");
  if (done.length > 10) return refused(400, 'TooManyEntriesInBatchRequest', 'The batch request contains more entries than permissible.');
  return answered('PublishBatch', `<Successful>${done.join('')}</Successful><Failed></Failed>`);
};

/** Amazon SNS over its query protocol: topics to queues, and SMS to the outbox. */
export const snsApi =
  (topics: Topics, outbox: Outbox) =>
  (question: Question): Answer => {
    const form = new URLSearchParams(question.body.toString('utf8'));
    const action = form.get('Action') ?? '';
    const phone = form.get('PhoneNumber');
    if (action === 'Publish' && phone !== null) return publishSms(outbox, form, phone);
    if (action === 'ListTopics')
      return answered(
        action,
        `<Topics>${topics
          .names()
          .map((arn) => `<member><TopicArn>${escaped(arn)}</TopicArn></member>`)
          .join('')}</Topics>`,
      );
    if (action !== 'Publish' && action !== 'PublishBatch') return refused(400, 'InvalidAction', `The local cloud does not play ${action}`);
    const arn = form.get('TopicArn') ?? '';
    if (!topics.exists(arn)) return refused(404, 'NotFound', 'Topic does not exist');
    if (action === 'PublishBatch') return publishBatch(topics, arn, form);
    const publication = publicationIn(form, '');
    if (publication.message === '') return refused(400, 'InvalidParameter', 'Invalid parameter: Empty message');
    return answered('Publish', `<MessageId>${topics.publish(arn, publication)}</MessageId>`);
  };
