import { expect, it } from 'vitest';
import { httpEvent, type Incoming } from './event.ts';

const incoming = (change: Partial<Incoming> = {}): Incoming => ({
  method: 'GET',
  path: '/pupils/42/absence',
  rawQuery: 'x=1&x=2&y=%C3%A9',
  headers: { cookie: 'a=1; b=2', 'user-agent': 'test', accept: 'a,b' },
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
  requestId: 'request',
  at: new Date('2026-11-22T05:08:04Z'),
  claims: undefined,
  ...change,
});
const match = { route: { key: 'GET /pupils/{id}/absence', functionName: 'fn', authorizer: undefined }, parameters: { id: '42' } };

it('builds the event of an HTTP API, payload 2.0', () => {
  expect(httpEvent(incoming(), match, 'eu-west-3')).toEqual({
    version: '2.0',
    routeKey: 'GET /pupils/{id}/absence',
    rawPath: '/pupils/42/absence',
    rawQueryString: 'x=1&x=2&y=%C3%A9',
    cookies: ['a=1', 'b=2'],
    headers: { 'user-agent': 'test', accept: 'a,b' },
    queryStringParameters: { x: '1,2', y: 'é' },
    pathParameters: { id: '42' },
    requestContext: {
      accountId: '000000000000',
      apiId: 'localapi',
      domainName: 'localapi.execute-api.eu-west-3.amazonaws.com',
      domainPrefix: 'localapi',
      http: { method: 'GET', path: '/pupils/42/absence', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      requestId: 'request',
      routeKey: 'GET /pupils/{id}/absence',
      stage: '$default',
      time: '22/Nov/2026:05:08:04 +0000',
      timeEpoch: 1_795_324_084_000,
    },
    isBase64Encoded: false,
  });
});

it('leaves out what a request does not have', () => {
  const event = httpEvent(incoming({ rawQuery: '', headers: {} }), { ...match, parameters: {} }, 'eu-west-3');
  for (const key of ['cookies', 'queryStringParameters', 'pathParameters', 'body']) expect(event).not.toHaveProperty(key);
});

it.each([
  ['application/json', { body: '{"é":1}', isBase64Encoded: false }],
  ['application/x-www-form-urlencoded', { body: '{"é":1}', isBase64Encoded: false }],
  ['application/octet-stream', { body: Buffer.from('{"é":1}').toString('base64'), isBase64Encoded: true }],
])('hands over a body of type %s', (type, expected) => {
  expect(httpEvent(incoming({ headers: { 'content-type': type }, body: Buffer.from('{"é":1}') }), match, 'eu-west-3')).toMatchObject(
    expected,
  );
});

it('carries claims where API Gateway puts them', () => {
  expect(httpEvent(incoming({ claims: { username: 'per_1' } }), match, 'eu-west-3')).toMatchObject({
    requestContext: { authorizer: { jwt: { claims: { username: 'per_1' }, scopes: null } } },
  });
});
