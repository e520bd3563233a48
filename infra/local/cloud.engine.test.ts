import {
  CognitoIdentityProviderClient,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { startCloud, type RunningCloud } from './cloud.ts';
import { tinyAssembly } from './testing/tiny-assembly.ts';

// Two cores may be busy with every other test.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cloud: RunningCloud;
const options = () => ({
  endpoint: cloud.endpoint,
  region: cloud.region,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
});

beforeAll(async () => {
  cloud = await startCloud({ assembly: tinyAssembly(), apiPort: 0, fast: true });
});
afterAll(() => cloud.close());
beforeEach(() => cloud.faults.set([]));

const until = async <T>(find: () => T | undefined | Promise<T | undefined>, seconds = 50): Promise<T> => {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    const found = await find();
    if (found !== undefined) return found;
    await pause(50);
  }
  throw new Error('It never happened');
};

const write = (id: string, text: string): Promise<Response> =>
  fetch(`${cloud.apiOrigin}/notes/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });

const kindsOf = async (id: string): Promise<readonly string[]> => {
  const { Items = [] } = await new DynamoDBClient(options()).send(
    new QueryCommand({
      TableName: cloud.tableName('notes'),
      KeyConditionExpression: 'pk = :id',
      ExpressionAttributeValues: { ':id': { S: id } },
    }),
  );
  return Items.map((item) => item['sk']?.S ?? '').sort();
};

it('carries a request through table, stream, topic, queue, mail and receipts', async () => {
  const answer = await write('one', 'bonjour');
  expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
  await until(async () => ((await kindsOf('one')).length === 3 ? true : undefined));
  expect(await kindsOf('one')).toEqual(['NOTE', 'RECEIPT#Delivery', 'RECEIPT#Send']);
  const sent = cloud.outbox.list(10).find((one) => one.to[0] === 'bonjour@famille.example');
  expect(sent).toMatchObject({
    channel: 'email',
    subject: 'Note one',
    html: '<p>bonjour</p>',
    tags: { note: 'one' },
    events: ['Send bonjour@famille.example', 'Delivery bonjour@famille.example'],
  });
});

it('bounces a mail when a test says so', async () => {
  cloud.faults.set([{ service: 'mail', kind: 'bounce', resource: 'perdu@' }]);
  await write('bounced', 'perdu');
  await until(async () => ((await kindsOf('bounced')).includes('RECEIPT#Bounce') ? true : undefined));
});

it('sets a poison record aside and lets those behind it pass', async () => {
  await Promise.all([write('poison', 'poison'), write('after', 'apres')]);
  await until(() => cloud.outbox.list(50).find((one) => one.to[0] === 'apres@famille.example'));
  const aside = cloud.queues.find('tiny-app-Aside');
  const [message] = await until(() =>
    aside === undefined ? undefined : ((found) => (found.length > 0 ? found : undefined))(cloud.queues.peek(aside, 1)),
  );
  expect(JSON.parse(message?.body ?? '{}')).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted' },
    DDBStreamBatchInfo: { batchSize: 1 },
  });
});

it('moves a message that keeps failing to the dead letters, and only that one', async () => {
  await Promise.all([write('bad', 'refused'), write('good', 'accepte')]);
  await until(() => cloud.outbox.list(50).find((one) => one.to[0] === 'accepte@famille.example'));
  const dead = cloud.queues.find('tiny-app-Dead');
  await until(() => (dead !== undefined && cloud.queues.counts(dead).ready === 1 ? true : undefined));
});

it('answers 401 without a token, 404 without a route, 500 when a function throws or is too slow, and survives both', async () => {
  const status = async (path: string) => (await fetch(`${cloud.apiOrigin}${path}`)).status;
  expect(await Promise.all(['/me', '/nowhere', '/boom', '/slow'].map(status))).toEqual([401, 404, 500, 500]);
  expect((await write('later', 'encore')).status).toBe(200);
});

it('issues tokens by the custom challenge, refreshes them, and ends them everywhere', async () => {
  const cognito = new CognitoIdentityProviderClient(options());
  const [UserPoolId, ClientId] = [cloud.userPoolId, cloud.userPoolClientId];
  await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username: 'per_camille', MessageAction: 'SUPPRESS' }));
  const begin = () =>
    cognito.send(
      new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: 'per_camille' } }),
    );
  const respond = async (ANSWER: string) => {
    const { Session } = await begin();
    return cognito.send(
      new AdminRespondToAuthChallengeCommand({
        UserPoolId,
        ClientId,
        ChallengeName: 'CUSTOM_CHALLENGE',
        Session,
        ChallengeResponses: { USERNAME: 'per_camille', ANSWER },
      }),
    );
  };
  await expect(respond('wrong')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  const { AuthenticationResult: tokens } = await respond('sesame');
  const me = await fetch(`${cloud.apiOrigin}/me`, { headers: { authorization: `Bearer ${tokens?.AccessToken}` } });
  expect(await me.json()).toMatchObject({
    username: 'per_camille',
    token_use: 'access',
    client_id: ClientId,
    iss: cloud.issuer,
    auth_time: expect.stringMatching(/^\d+$/),
  });
  const forged = `${tokens?.AccessToken?.slice(0, -6)}AAAAAA`;
  expect((await fetch(`${cloud.apiOrigin}/me`, { headers: { authorization: `Bearer ${forged}` } })).status).toBe(401);

  const refresh = () =>
    cognito.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: tokens?.RefreshToken ?? '' },
      }),
    );
  expect((await refresh()).AuthenticationResult?.AccessToken).toBeTruthy();
  await cognito.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: 'per_camille' }));
  await expect(refresh()).rejects.toMatchObject({ name: 'NotAuthorizedException' });
});

it('checks a local account’s password', async () => {
  const cognito = new CognitoIdentityProviderClient(options());
  const [UserPoolId, ClientId, Username] = [cloud.userPoolId, cloud.userPoolClientId, 'per_operator'];
  await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username }));
  await cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: 'correct', Permanent: true }));
  const signIn = (PASSWORD: string) =>
    cognito.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: Username, PASSWORD },
      }),
    );
  expect((await signIn('correct')).AuthenticationResult?.IdToken).toBeTruthy();
  await expect(signIn('wrong')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
});

it('takes a browser’s signed form, redirects, and refuses what the policy does not allow', async () => {
  const client = new S3Client(options());
  const Bucket = 'tiny-data-files';
  const signed = await createPresignedPost(client, {
    Bucket,
    Key: 'justifs/${filename}',
    Conditions: [
      ['content-length-range', 1, 20],
      ['starts-with', '$Content-Type', 'text/'],
    ],
    Fields: { success_action_redirect: 'http://localhost:3000/merci?x=1' },
    Expires: 60,
  });
  const post = (content: string, type: string, extra: Readonly<Record<string, string>> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...signed.fields, ...extra, 'Content-Type': type })) form.append(name, value);
    form.append('file', new Blob([content]), 'mot.txt');
    return fetch(signed.url, { method: 'POST', body: form, redirect: 'manual', headers: { origin: 'http://localhost:3000' } });
  };
  const accepted = await post('Bonjour Madame', 'text/plain');
  expect(accepted.status).toBe(303);
  expect(accepted.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
  const location = new URL(accepted.headers.get('location') ?? '');
  expect([location.searchParams.get('x'), location.searchParams.get('key')]).toEqual(['1', 'justifs/mot.txt']);
  const stored = await client.send(new GetObjectCommand({ Bucket, Key: 'justifs/mot.txt' }));
  expect([await stored.Body?.transformToString(), stored.ContentType]).toEqual(['Bonjour Madame', 'text/plain']);

  const refusals = await Promise.all([
    post('x'.repeat(21), 'text/plain'),
    post('x', 'image/png'),
    post('x', 'text/plain', { acl: 'public-read' }),
    post('x', 'text/plain', { key: 'autre/mot.txt' }),
  ]);
  expect(refusals.map((answer) => answer.status)).toEqual([400, 403, 403, 403]);
});

it('stores what the SDK streams, whole and by ranges', async () => {
  const client = new S3Client(options());
  const Bucket = 'tiny-data-files';
  const { Readable } = await import('node:stream');
  const pieces = Array.from({ length: 40 }, (_, index) => Buffer.alloc(50_000, index));
  await client.send(new PutObjectCommand({ Bucket, Key: 'gros fichier é.zip', Body: Readable.from(pieces), ContentLength: 2_000_000 }));
  const part = await client.send(new GetObjectCommand({ Bucket, Key: 'gros fichier é.zip', Range: 'bytes=49999-50000' }));
  expect([...((await part.Body?.transformToByteArray()) ?? [])]).toEqual([0, 1]);
  await expect(client.send(new GetObjectCommand({ Bucket, Key: 'absent' }))).rejects.toMatchObject({ name: 'NoSuchKey' });
});

it('keeps an SMS with the parts it would be billed', async () => {
  await new SNSClient(options()).send(new PublishCommand({ PhoneNumber: '+33612345678', Message: 'Léa était absente ce matin à 8 h.' }));
  expect(cloud.outbox.list(1)[0]).toMatchObject({ channel: 'sms', to: ['+33612345678'], encoding: 'GSM-7', parts: 1 });
});

it('counts request units, throttles and cuts on demand', async () => {
  const client = new DynamoDBClient(options());
  const put = () => client.send(new PutItemCommand({ TableName: cloud.tableName('notes'), Item: { pk: { S: 'cost' }, sk: { S: 'X' } } }));
  await put();
  const cost: unknown = await (await fetch(`${cloud.apiOrigin}/_local/cost`)).json();
  expect(cost).toMatchObject({ details: { [`PutItem ${cloud.tableName('notes')}`]: { calls: expect.any(Number) } } });
  cloud.faults.set([
    { service: 'dynamodb', operation: 'PutItem', kind: 'throttle', times: 1 },
    { service: 'dynamodb', operation: 'PutItem', kind: 'timeout-after', times: 1 },
  ]);
  await expect(put()).rejects.toMatchObject({ name: 'ThrottlingException' });
  await expect(put()).rejects.toBeInstanceOf(Error);
  await expect(put()).resolves.toBeDefined();
});

it('runs a schedule now, and deletes what has expired', async () => {
  const ran = await fetch(`${cloud.apiOrigin}/_local/schedules/every-day`, { method: 'POST' });
  expect(await ran.json()).toEqual({ ok: true, payload: { ticked: { kind: 'digest' } } });
  await new DynamoDBClient(options()).send(
    new PutItemCommand({ TableName: cloud.tableName('notes'), Item: { pk: { S: 'old' }, sk: { S: 'X' }, ttl: { N: '1000' } } }),
  );
  expect(await (await fetch(`${cloud.apiOrigin}/_local/ttl`)).json()).toEqual({ deleted: 1 });
  expect(await kindsOf('old')).toEqual([]);
});
