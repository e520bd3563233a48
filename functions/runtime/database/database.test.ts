import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { afterEach, expect, it, vi } from 'vitest';
import { findPlace, leanStack } from './call.ts';
import { openDatabase } from './database.ts';

interface Seen {
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

type Reply = (response: ServerResponse, seen: Seen) => void;

const KEYS = { accessKeyId: 'local', secretAccessKey: 'local' };
const GET = { TableName: 'tab', Key: { pk: 'a' } };
const closers: (() => void)[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const close of closers.splice(0)) close();
});

const answer =
  (status: number, body: object, headers: Record<string, string> = {}): Reply =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...headers }).end(JSON.stringify(body));

const refusal = (status: number, type: string, more: object = {}, headers: Record<string, string> = {}): Reply =>
  answer(status, { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: `Because ${type}`, ...more }, headers);

const FOUND = answer(200, { Item: { pk: { S: 'a' } } });
const CUT: Reply = (response) => response.destroy();

/** A DynamoDB that answers as told, one reply for each request, the last one for ever. */
const databaseThat = async (replies: readonly Reply[], config: DynamoDBClientConfig = {}) => {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
    request.on('end', () => {
      const one = { headers: request.headers, body: JSON.parse(text) };
      seen.push(one);
      replies[Math.min(seen.length, replies.length) - 1]?.(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const endpoint = `http://127.0.0.1:${port}`;
  const database = openDatabase(new DynamoDBClient({ endpoint, region: 'eu-west-3', credentials: KEYS, maxAttempts: 3, ...config }));
  closers.push(() => {
    database.destroy();
    server.closeAllConnections();
    server.close();
  });
  return { database, seen };
};

it('reads an item over one connection kept alive', async () => {
  const ports = new Set<number | undefined>();
  const { database, seen } = await databaseThat([
    (response, one) => {
      ports.add(response.socket?.remotePort);
      FOUND(response, one);
    },
  ]);
  for (let turn = 0; turn < 3; turn += 1) expect((await database.get(GET)).Item).toEqual({ pk: 'a' });
  expect(ports.size).toBe(1);
  expect(seen[0]).toMatchObject({
    headers: { 'x-amz-target': 'DynamoDB_20120810.GetItem', 'content-type': 'application/x-amz-json-1.0' },
    body: { TableName: 'tab', Key: { pk: { S: 'a' } } },
  });
});

it.each([
  ['an error of the server', refusal(500, 'InternalServerError')],
  ['an unavailable service', answer(503, {})],
  ['a throttled table', refusal(400, 'ProvisionedThroughputExceededException')],
  ['a throttled account', refusal(400, 'ThrottlingException')],
  ['a connection cut', CUT],
])('asks again after %s', async (_, fault) => {
  const { database, seen } = await databaseThat([fault, fault, FOUND]);
  expect((await database.get(GET)).Item).toEqual({ pk: 'a' });
  expect(seen.map(({ headers }) => headers['amz-sdk-request'])).toEqual(['attempt=1; max=3', 'attempt=2; max=3', 'attempt=3; max=3']);
});

it('gives up after the third attempt, by the name of the error', async () => {
  const { database, seen } = await databaseThat([refusal(400, 'ProvisionedThroughputExceededException')]);
  await expect(database.get(GET)).rejects.toMatchObject({ name: 'ProvisionedThroughputExceededException', $metadata: { attempts: 3 } });
  expect(seen).toHaveLength(3);
});

it('says once, by their names, what conditions refuse', async () => {
  const { database, seen } = await databaseThat([refusal(400, 'ConditionalCheckFailedException')]);
  const refused = await database.put({ TableName: 'tab', Item: { pk: 'a' } }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Error);
  expect(refused).toMatchObject({ name: 'ConditionalCheckFailedException', message: 'Because ConditionalCheckFailedException' });
  expect(seen).toHaveLength(1);
});

it('says why a transaction was cancelled', async () => {
  const CancellationReasons = [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Message: 'no' }];
  const { database, seen } = await databaseThat([refusal(400, 'TransactionCanceledException', { CancellationReasons })]);
  await expect(database.transactionWrite({ TransactItems: [] })).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    CancellationReasons,
  });
  expect(seen).toHaveLength(1);
});

it('gives each attempt of a transaction the same token, and each transaction its own', async () => {
  const { database, seen } = await databaseThat([CUT, answer(200, {})]);
  await database.transactionWrite({ TransactItems: [] });
  await database.transactionWrite({ TransactItems: [] });
  const tokens = seen.map(({ body }) => body['ClientRequestToken']);
  expect(tokens[0]).toEqual(tokens[1]);
  expect(new Set(tokens).size).toBe(2);
});

it('takes the clock of the server when its own is wrong', async () => {
  const now = Date.now() + 3_600_000;
  const { database, seen } = await databaseThat([
    refusal(400, 'InvalidSignatureException', { message: 'Signature expired' }, { date: new Date(now).toUTCString() }),
    FOUND,
  ]);
  await database.get(GET);
  const [first = '', second = ''] = seen.map(({ headers }) => String(headers['x-amz-date']));
  const minutes = (text: string) => Number(text.slice(6, 8)) * 1440 + Number(text.slice(9, 11)) * 60 + Number(text.slice(11, 13));
  expect(Math.abs(minutes(second) - minutes(first) - 60)).toBeLessThanOrEqual(1);
});

it('asks for new credentials when the old ones end', async () => {
  let turn = 0;
  const credentials = async () => {
    turn += 1;
    return { ...KEYS, sessionToken: `token${turn}`, expiration: new Date(Date.now() + (turn === 1 ? 1000 : 3_600_000)) };
  };
  const { database, seen } = await databaseThat([FOUND], { credentials });
  for (let call = 0; call < 3; call += 1) await database.get(GET);
  expect(seen.at(-1)?.headers['x-amz-security-token']).not.toBe('token1');
  expect(seen.at(-1)?.headers['x-amz-security-token']).toBe(seen.at(-2)?.headers['x-amz-security-token']);
});

it('reads every page', async () => {
  const { database, seen } = await databaseThat([
    answer(200, { Items: [{ pk: { S: 'a' } }], LastEvaluatedKey: { pk: { S: 'a' } } }),
    answer(200, { Items: [{ pk: { S: 'b' } }] }),
  ]);
  const pages = await database.queryAllPages({ TableName: 'tab' });
  expect(pages.flatMap((page) => page.Items)).toEqual([{ pk: 'a' }, { pk: 'b' }]);
  expect(seen[1]?.body['ExclusiveStartKey']).toEqual({ pk: { S: 'a' } });
});

it('goes where the SDK would: the region, or the endpoint of the environment', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL', '');
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', '');
  const config = { region: 'eu-west-3', credentials: KEYS };
  expect(await findPlace(new DynamoDBClient(config))).toEqual({
    protocol: 'https:',
    hostname: 'dynamodb.eu-west-3.amazonaws.com',
    host: 'dynamodb.eu-west-3.amazonaws.com',
    signingRegion: 'eu-west-3',
    signingName: 'dynamodb',
  });
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', 'http://127.0.0.1:4567');
  expect(await findPlace(new DynamoDBClient(config))).toMatchObject({ protocol: 'http:', host: '127.0.0.1:4567', port: 4567 });
});

it('keeps retries and signing of the SDK, and nothing that it does not know', () => {
  const stack = leanStack(new DynamoDBClient({ region: 'eu-west-3', credentials: KEYS }));
  expect(stack.identify().map((line) => line.split(' ')[0])).toEqual(['retryMiddleware', 'httpSigningMiddleware']);
});
