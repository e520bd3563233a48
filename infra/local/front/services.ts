import { setTimeout as pause } from 'node:timers/promises';
import { awsError, xmlAnswer, type Answer, type Question } from '../http-answer.ts';
import { parseJson, textIn } from '../json.ts';
import { dynamodbFault, operationOf, partialBatch, tablesOf } from './dynamodb.ts';
import type { Fault, Faults } from './faults.ts';
import type { Service } from './scope.ts';

export type ServiceCall = (question: Question, signal: AbortSignal) => Answer | Promise<Answer>;

/** What came of a call: an answer, or a connection cut without one. */
export type Served = Answer | 'cut';

const LONGEST_SILENCE_MS = 60_000;

const operationName = (service: Service, question: Question): string => {
  if (service === 'dynamodb') return operationOf(question);
  if (service === 'sns') return new URLSearchParams(question.body.toString('utf8')).get('Action') ?? '';
  if (service === 'ses') return 'SendEmail';
  return (question.headers['x-amz-target'] ?? '').replace(/^[^.]*\./, '');
};

const resourceName = (service: Service, question: Question): string => {
  const body = question.body.toString('utf8');
  if (service === 'dynamodb') return tablesOf(parseJson(body));
  if (service === 'sqs') return textIn(parseJson(body), 'QueueUrl') ?? '';
  return body.slice(0, 4_096);
};

const refusal = (service: Service, kind: 'throttle' | 'error' | 'conflict', operation: string): Answer => {
  if (service === 'dynamodb') return dynamodbFault(kind, operation);
  const [status, type, message] =
    kind === 'error'
      ? ([500, 'InternalServerError', 'Internal server error'] as const)
      : ([
          400,
          service === 'ses' || service === 'cognito-idp' ? 'TooManyRequestsException' : 'ThrottlingException',
          'Rate exceeded',
        ] as const);
  if (service !== 'sns') return awsError(kind === 'throttle' && service === 'ses' ? 429 : status, type, message);
  const code = kind === 'error' ? 'InternalError' : 'Throttling';
  return xmlAnswer(
    status,
    `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>local</RequestId></ErrorResponse>`,
  );
};

const partial = async (call: ServiceCall, question: Question, operation: string, signal: AbortSignal): Promise<Answer> => {
  if (operation !== 'BatchWriteItem' && operation !== 'BatchGetItem') return call(question, signal);
  const { kept, left } = partialBatch(parseJson(question.body.toString('utf8')));
  const answer = await call({ ...question, body: Buffer.from(JSON.stringify(kept)) }, signal);
  if (answer.status !== 200) return answer;
  const unprocessed = operation === 'BatchWriteItem' ? { UnprocessedItems: left } : { UnprocessedKeys: left };
  return {
    status: 200,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({ ...parseJson(String(answer.body)), ...unprocessed }),
  };
};

const faulted = async (
  fault: Fault,
  service: Service,
  call: ServiceCall,
  question: Question,
  operation: string,
  signal: AbortSignal,
): Promise<Served> => {
  switch (fault.kind) {
    case 'throttle':
    case 'error':
    case 'conflict':
      return refusal(service, fault.kind, operation);
    case 'partial':
      return partial(call, question, operation, signal);
    case 'delay':
      await pause(fault.delayMs ?? 1_000, undefined, { ref: false });
      return call(question, signal);
    case 'timeout-after':
      await call(question, signal);
      await pause(fault.delayMs ?? 0, undefined, { ref: false });
      return 'cut';
    default:
      await pause(Math.min(LONGEST_SILENCE_MS, fault.delayMs ?? 0), undefined, { ref: false });
      return 'cut';
  }
};

/** Calls a service, or lets it fail in the way a test asked for. */
export const serve = async (
  service: Service,
  call: ServiceCall,
  faults: Faults,
  question: Question,
  signal: AbortSignal,
): Promise<Served> => {
  if (faults.list().length === 0) return call(question, signal);
  const operation = operationName(service, question);
  const fault = faults.strike(service, operation, resourceName(service, question));
  return fault === undefined ? call(question, signal) : faulted(fault, service, call, question, operation, signal);
};
