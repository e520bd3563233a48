import { Agent, request } from 'node:http';
import { awsError, jsonAnswer, type Answer, type Question } from '../http-answer.ts';
import { field, flagIn, isJson, numberIn, objectIn, parseJson, textIn, type Json } from '../json.ts';
import type { Cost } from './cost.ts';

const METERED = new Set([
  'GetItem',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'Query',
  'Scan',
  'BatchGetItem',
  'BatchWriteItem',
  'TransactGetItems',
  'TransactWriteItems',
]);

export const operationOf = (question: Question): string =>
  (question.headers['x-amz-target'] ?? '').replace(/^DynamoDB(?:Streams)?_\d+\./, '');

/** The table that a request is about, or all of them for batches and transactions. */
export const tablesOf = (body: Json): string => {
  const direct = textIn(body, 'TableName');
  if (direct !== undefined) return direct;
  const batch = Object.keys(objectIn(body, 'RequestItems'));
  if (batch.length > 0) return batch.join();
  const items = field(body, 'TransactItems');
  const names = Array.isArray(items)
    ? items.flatMap((item) => (isJson(item) ? Object.values(item).map((part) => textIn(part, 'TableName') ?? '') : []))
    : [];
  return [...new Set(names)].join();
};

const forward = (agent: Agent, upstream: string, question: Question, body: Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const url = new URL(upstream);
    const {
      host: _host,
      connection: _connection,
      'content-length': _length,
      'transfer-encoding': _encoding,
      ...headers
    } = question.headers;
    const outgoing = request(
      {
        agent,
        host: url.hostname,
        port: url.port,
        path: question.path,
        method: question.method,
        headers: { ...headers, 'content-length': body.length },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const kept = Object.entries(incoming.headers).flatMap(([name, value]) =>
            value === undefined ||
            name === 'transfer-encoding' ||
            name === 'connection' ||
            name === 'content-length' ||
            name === 'keep-alive'
              ? []
              : [[name, value] as const],
          );
          resolve({ status: incoming.statusCode ?? 502, headers: Object.fromEntries(kept), body: Buffer.concat(chunks) });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });

const recovery = (enabled: Map<string, boolean>, operation: string, body: Json): Answer | undefined => {
  if (operation !== 'UpdateContinuousBackups' && operation !== 'DescribeContinuousBackups') return undefined;
  const table = textIn(body, 'TableName') ?? '';
  if (operation === 'UpdateContinuousBackups')
    enabled.set(table, flagIn(objectIn(body, 'PointInTimeRecoverySpecification'), 'PointInTimeRecoveryEnabled'));
  const PointInTimeRecoveryStatus = enabled.get(table) === true ? 'ENABLED' : 'DISABLED';
  return jsonAnswer(200, {
    ContinuousBackupsDescription: { ContinuousBackupsStatus: 'ENABLED', PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus } },
  });
};

// TOTAL gives one figure per table, so a pattern finds it without parsing pages of items; a quote inside data is always escaped.
const CAPACITY = /"TableName":"([^"]*)"[^{}]*?"CapacityUnits":([\d.]+)|"CapacityUnits":([\d.]+)[^{}]*?"TableName":"([^"]*)"/g;

const metered = (cost: Cost, operation: string, tables: string, wanted: string | undefined, text: string): void => {
  if (wanted === undefined) {
    let units = 0;
    for (const match of text.matchAll(CAPACITY)) units += Number(match[2] ?? match[3]);
    cost.add(operation, tables, units);
    return;
  }
  const consumed = field(parseJson(text), 'ConsumedCapacity');
  const list = Array.isArray(consumed) ? consumed : [consumed];
  cost.add(
    operation,
    tables,
    list.reduce((sum: number, one) => sum + (numberIn(one, 'CapacityUnits') ?? 0), 0),
  );
};

const asked = (text: string | undefined): string | undefined => (text === undefined || text === 'NONE' ? undefined : text);

/** DynamoDB and its streams: forwards to the engine, fills the gaps, and counts what AWS would bill. */
export const dynamodbApi = (engineUrl: string, cost: Cost) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const enabled = new Map<string, boolean>();
  const call = async (question: Question): Promise<Answer> => {
    const operation = operationOf(question);
    if (!METERED.has(operation)) {
      const filled = recovery(enabled, operation, parseJson(question.body.toString('utf8')));
      return filled ?? forward(agent, engineUrl, question, question.body);
    }
    const text = question.body.toString('utf8');
    const body = parseJson(text);
    const wanted = asked(textIn(body, 'ReturnConsumedCapacity'));
    const outgoing = wanted === undefined ? JSON.stringify({ ...body, ReturnConsumedCapacity: 'TOTAL' }) : text;
    const answer = await forward(agent, engineUrl, question, Buffer.from(outgoing));
    if (answer.status === 200) metered(cost, operation, tablesOf(body), wanted, answer.body.toString());
    return answer;
  };
  return { call, close: () => agent.destroy() };
};

const errorOf = (type: string, message: string): Answer => awsError(400, `com.amazonaws.dynamodb.v20120810#${type}`, message);

/** Errors that the engine never raises by itself. */
export const dynamodbFault = (kind: 'throttle' | 'conflict' | 'error', operation: string): Answer => {
  if (kind === 'throttle') return errorOf('ThrottlingException', 'Throughput exceeds the current capacity of your table or index.');
  if (kind === 'error') return awsError(500, 'com.amazonaws.dynamodb.v20120810#InternalServerError', 'Internal server error');
  if (operation !== 'TransactWriteItems') return errorOf('TransactionConflictException', 'Transaction is ongoing for the item');
  const answer = errorOf(
    'TransactionCanceledException',
    'Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict]',
  );
  return {
    ...answer,
    body: JSON.stringify({
      ...parseJson(String(answer.body)),
      CancellationReasons: [{ Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' }],
    }),
  };
};

/** A batch of which only the first request per table was done: the rest comes back as unprocessed. */
export const partialBatch = (body: Json): { readonly kept: Json; readonly left: Json } => {
  const requests = objectIn(body, 'RequestItems');
  const kept: Record<string, unknown> = {};
  const left: Record<string, unknown> = {};
  for (const [table, list] of Object.entries(requests)) {
    if (!Array.isArray(list) || list.length < 2) {
      kept[table] = list;
      continue;
    }
    kept[table] = list.slice(0, 1);
    left[table] = list.slice(1);
  }
  return { kept: { ...body, RequestItems: kept }, left };
};
