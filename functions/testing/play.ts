import type { AnyOperation, OutputOf } from '@preau/shared/kernel/operation.ts';
import type { HttpEvent, HttpResponse } from '../runtime/http.ts';

/** What an operation is asked, before it becomes an HTTP event. */
export interface Asked {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What a test reads of an answer: the contract's output, or the code and the details of a refusal. */
export interface Answer<O extends AnyOperation> {
  readonly status: number;
  readonly body: OutputOf<O> & { readonly code?: string; readonly details?: Readonly<Record<string, unknown>> };
  readonly location: string | undefined;
}

type Handler = (event: HttpEvent, context: never) => Promise<HttpResponse>;

const encoded = (operation: AnyOperation, body: unknown): string =>
  operation.bodyFormat === 'form' ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body);

/** What the gateway makes of a request; without a person, nobody is signed in. */
export const gatewayEvent = (operation: AnyOperation, { path, query, body }: Asked, personId: string | undefined): HttpEvent => ({
  routeKey: `${operation.method} ${operation.path}`,
  rawPath: operation.path,
  headers: { 'content-type': operation.bodyFormat === 'form' ? 'application/x-www-form-urlencoded' : 'application/json' },
  ...(path === undefined ? {} : { pathParameters: path }),
  ...(query === undefined ? {} : { queryStringParameters: query }),
  ...(body === undefined ? {} : { body: encoded(operation, body) }),
  requestContext: {
    requestId: 'corr-test',
    http: { method: operation.method, path: operation.path },
    ...(personId === undefined
      ? {}
      : { authorizer: { jwt: { claims: { username: personId, auth_time: '1800000000', token_use: 'access' } } } }),
  },
});

export const answerOf = <O extends AnyOperation>({ statusCode, body, headers }: HttpResponse): Answer<O> => ({
  status: statusCode,
  body: body === '' ? undefined : JSON.parse(body),
  location: headers['location'],
});

/** Asks an operation of its handler, as somebody. */
export const play = async <O extends AnyOperation>(handler: Handler, operation: O, asked: Asked, personId: string): Promise<Answer<O>> => {
  return answerOf(await handler(gatewayEvent(operation, asked, personId), {} as never));
};
