import { awsError, jsonAnswer, type Answer, type Question } from '../http-answer.ts';
import { listIn, numberIn, objectIn, parseJson, textIn, type Json } from '../json.ts';
import { md5, type NewMessage, type QueuedMessage, type Queues, type QueueSpec } from './queues.ts';

const MAX_BYTES = 1_048_576;
const LONGEST_WAIT_SECONDS = 20;

const newMessage = (entry: unknown): NewMessage => ({
  body: textIn(entry, 'MessageBody') ?? '',
  attributes: JSON.stringify(objectIn(entry, 'MessageAttributes')),
  group: textIn(entry, 'MessageGroupId'),
  delaySeconds: numberIn(entry, 'DelaySeconds'),
});

const received = (message: QueuedMessage): Json => {
  const attributes = parseJson(message.attributes);
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receipt,
    MD5OfBody: md5(message.body),
    Body: message.body,
    Attributes: {
      SenderId: 'local',
      SentTimestamp: String(message.sentAt),
      ApproximateReceiveCount: String(message.receives),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
      ...(message.group === undefined ? {} : { MessageGroupId: message.group }),
    },
    ...(Object.keys(attributes).length === 0 ? {} : { MessageAttributes: attributes }),
  };
};

const invalid = (message: string): Answer => awsError(400, 'com.amazonaws.sqs#InvalidParameterValue', message);

const sendOne = (queues: Queues, queue: QueueSpec, input: Json): Answer => {
  const message = newMessage(input);
  if (message.body === '')
    return awsError(400, 'com.amazonaws.sqs#MissingParameter', 'The request must contain the parameter MessageBody.');
  if (Buffer.byteLength(message.body) > MAX_BYTES)
    return invalid('One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.');
  return jsonAnswer(200, { MessageId: queues.send(queue, message), MD5OfMessageBody: md5(message.body) });
};

const sendBatch = (queues: Queues, queue: QueueSpec, input: Json): Answer => {
  const entries = listIn(input, 'Entries');
  if (entries.length === 0)
    return awsError(
      400,
      'com.amazonaws.sqs#EmptyBatchRequest',
      'There should be at least one SendMessageBatchRequestEntry in the request.',
    );
  if (entries.length > 10)
    return awsError(400, 'com.amazonaws.sqs#TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10.');
  const Successful = entries.map((entry) => {
    const message = newMessage(entry);
    return { Id: textIn(entry, 'Id') ?? '', MessageId: queues.send(queue, message), MD5OfMessageBody: md5(message.body) };
  });
  return jsonAnswer(200, { Successful, Failed: [] });
};

const receive = async (queues: Queues, queue: QueueSpec, input: Json, signal: AbortSignal): Promise<Answer> => {
  const max = numberIn(input, 'MaxNumberOfMessages') ?? 1;
  const wait = numberIn(input, 'WaitTimeSeconds') ?? 0;
  if (max < 1 || max > 10)
    return invalid('Value for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.');
  if (wait < 0 || wait > LONGEST_WAIT_SECONDS)
    return invalid('Value for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.');
  const messages = await queues.receiveOrWait(queue, max, numberIn(input, 'VisibilityTimeout'), wait * 1000, signal);
  return jsonAnswer(200, messages.length === 0 ? {} : { Messages: messages.map(received) });
};

const attributesOf = (queues: Queues, queue: QueueSpec): Answer => {
  const counts = queues.counts(queue);
  return jsonAnswer(200, {
    Attributes: {
      QueueArn: queue.arn,
      VisibilityTimeout: String(queue.visibilitySeconds),
      DelaySeconds: String(queue.delaySeconds),
      ApproximateNumberOfMessages: String(counts.ready),
      ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
      ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    },
  });
};

const batched = (input: Json, run: (entry: unknown) => void): Answer => {
  const entries = listIn(input, 'Entries');
  entries.forEach(run);
  return jsonAnswer(200, { Successful: entries.map((entry) => ({ Id: textIn(entry, 'Id') ?? '' })), Failed: [] });
};

/** Amazon SQS over its JSON protocol, for the operations that functions and tests use. */
export const sqsApi =
  (queues: Queues) =>
  async (question: Question, signal: AbortSignal): Promise<Answer> => {
    const operation = (question.headers['x-amz-target'] ?? '').replace('AmazonSQS.', '');
    const input = parseJson(question.body.toString('utf8'));
    if (operation === 'ListQueues') return jsonAnswer(200, { QueueUrls: queues.names().flatMap((name) => queues.find(name)?.url ?? []) });
    const queue = queues.find(textIn(input, operation === 'GetQueueUrl' ? 'QueueName' : 'QueueUrl') ?? '');
    if (queue === undefined) {
      const code = 'AWS.SimpleQueueService.NonExistentQueue;Sender';
      return awsError(400, 'com.amazonaws.sqs#QueueDoesNotExist', 'The specified queue does not exist.', { 'x-amzn-query-error': code });
    }
    const receipt = (entry: unknown): string => textIn(entry, 'ReceiptHandle') ?? '';
    switch (operation) {
      case 'GetQueueUrl':
        return jsonAnswer(200, { QueueUrl: queue.url });
      case 'GetQueueAttributes':
        return attributesOf(queues, queue);
      case 'SendMessage':
        return sendOne(queues, queue, input);
      case 'SendMessageBatch':
        return sendBatch(queues, queue, input);
      case 'ReceiveMessage':
        return receive(queues, queue, input, signal);
      case 'DeleteMessage':
        queues.remove(queue, receipt(input));
        return jsonAnswer(200, {});
      case 'DeleteMessageBatch':
        return batched(input, (entry) => queues.remove(queue, receipt(entry)));
      case 'ChangeMessageVisibility':
        queues.postpone(queue, receipt(input), numberIn(input, 'VisibilityTimeout') ?? 0);
        return jsonAnswer(200, {});
      case 'ChangeMessageVisibilityBatch':
        return batched(input, (entry) => queues.postpone(queue, receipt(entry), numberIn(entry, 'VisibilityTimeout') ?? 0));
      case 'PurgeQueue':
        queues.purge(queue);
        return jsonAnswer(200, {});
      default:
        return awsError(400, 'com.amazonaws.sqs#UnsupportedOperation', `The local cloud does not play ${operation}.`);
    }
  };
