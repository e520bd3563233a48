import type { Json } from '../json.ts';
import type { Match } from './routes.ts';

export interface Incoming {
  readonly method: string;
  /** As received, not decoded. */
  readonly path: string;
  readonly rawQuery: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly requestId: string;
  readonly at: Date;
  readonly claims: Readonly<Record<string, string>> | undefined;
}

const TEXT = /^text\/|json|xml|javascript|x-www-form-urlencoded|charset=/i;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const accessLogTime = (at: Date): string => {
  const iso = at.toISOString();
  return `${iso.slice(8, 10)}/${MONTHS[at.getUTCMonth()] ?? ''}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
};

const queryParameters = (rawQuery: string): Readonly<Record<string, string>> => {
  const values = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(rawQuery))
    values.set(name, values.has(name) ? `${values.get(name) ?? ''},${value}` : value);
  return Object.fromEntries(values);
};

const bodyOf = (incoming: Incoming): Json => {
  if (incoming.body.length === 0) return {};
  return TEXT.test(incoming.headers['content-type'] ?? '')
    ? { body: incoming.body.toString('utf8') }
    : { body: incoming.body.toString('base64') };
};

const isBinary = (incoming: Incoming): boolean => incoming.body.length > 0 && !TEXT.test(incoming.headers['content-type'] ?? '');

/** The event that an HTTP API gives its function, payload 2.0. */
export const httpEvent = (incoming: Incoming, match: Match, region: string): Json => {
  const { cookie, ...headers } = incoming.headers;
  const domainName = `localapi.execute-api.${region}.amazonaws.com`;
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: incoming.path,
    rawQueryString: incoming.rawQuery,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers,
    ...(incoming.rawQuery === '' ? {} : { queryStringParameters: queryParameters(incoming.rawQuery) }),
    ...(Object.keys(match.parameters).length === 0 ? {} : { pathParameters: match.parameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'localapi',
      ...(incoming.claims === undefined ? {} : { authorizer: { jwt: { claims: incoming.claims, scopes: null } } }),
      domainName,
      domainPrefix: 'localapi',
      http: {
        method: incoming.method,
        path: incoming.path,
        protocol: 'HTTP/1.1',
        sourceIp: incoming.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: incoming.requestId,
      routeKey: match.route.key,
      stage: '$default',
      time: accessLogTime(incoming.at),
      timeEpoch: incoming.at.getTime(),
    },
    ...bodyOf(incoming),
    isBase64Encoded: isBinary(incoming),
  };
};
