/** The parts of an API Gateway HTTP API event (payload 2.0) that operations rely on. */
export interface HttpEvent {
  readonly routeKey: string;
  readonly rawPath: string;
  readonly rawQueryString?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly cookies?: readonly string[];
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>>;
  readonly pathParameters?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
  readonly requestContext: {
    readonly requestId: string;
    readonly http: { readonly method: string; readonly path: string; readonly sourceIp?: string };
    readonly authorizer?: { readonly jwt?: { readonly claims: Readonly<Record<string, string | undefined>> } };
  };
}

export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const SECURITY = {
  'cache-control': 'private, no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
} as const;

export const json = (statusCode: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpResponse => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', ...SECURITY, ...headers },
  body: JSON.stringify(body),
});

export const redirect = (location: string): HttpResponse => ({ statusCode: 303, headers: { location, ...SECURITY }, body: '' });

export const xml = (body: string): HttpResponse => ({
  statusCode: 200,
  headers: { 'content-type': 'application/xml; charset=utf-8', ...SECURITY },
  body,
});

/** RFC 9457: the French sentence is `title`, the machine's word is `code`. */
export const problem = (
  status: number,
  code: string,
  title: string,
  correlationId: string,
  details?: Readonly<Record<string, unknown>>,
): HttpResponse => ({
  ...json(status, { type: `/problemes/${code}`, title, status, code, correlationId, ...(details === undefined ? {} : { details }) }),
  headers: {
    'content-type': 'application/problem+json; charset=utf-8',
    ...SECURITY,
    ...(status === 503 || status === 429 ? { 'retry-after': '60' } : {}),
  },
});
