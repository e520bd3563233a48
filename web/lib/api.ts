import type { AnyOperation, CodesOf, OutputOf, RequestOf } from '@preau/shared/kernel/operation.ts';
import type { kernelErrors } from '@preau/shared/kernel/refusal.ts';
import { refusalOf, unreachable, type ApiRefusal } from './refusal.ts';

const PATIENCE_MS = 12_000;

interface RefusedBy<O extends AnyOperation> extends ApiRefusal {
  /** Typed for comparisons; the API may be newer than this front and say another. */
  readonly code: CodesOf<O> | keyof typeof kernelErrors | (string & {});
}

export type Answer<O extends AnyOperation> =
  | { readonly ok: true; readonly output: OutputOf<O> }
  | { readonly ok: false; readonly refusal: RefusedBy<O> };

/** What the client needs of an answer; `fetch` gives more. */
export interface ApiResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly json: () => Promise<unknown>;
}

export interface ApiRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly cache: 'no-store';
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
}

export interface ApiDoor {
  readonly origin: string;
  readonly fetch: (url: string, request: ApiRequest) => Promise<ApiResponse>;
}

type Parts = { readonly path?: unknown; readonly query?: unknown; readonly body?: unknown };

const entriesOf = (part: unknown): [string, string][] =>
  typeof part === 'object' && part !== null
    ? Object.entries(part).flatMap(([key, value]: [string, unknown]): [string, string][] =>
        value === undefined ? [] : [[key, typeof value === 'string' ? value : JSON.stringify(value)]],
      )
    : [];

/** The address of an operation, its parameters encoded. */
export const addressOf = (origin: string, operation: AnyOperation, request: Parts): string => {
  const path = new Map(entriesOf(request.path));
  const filled = operation.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(path.get(name) ?? ''));
  const query = new URLSearchParams(entriesOf(request.query)).toString();
  return `${origin}${filled}${query === '' ? '' : `?${query}`}`;
};

const readJson = async (response: ApiResponse): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
};

// The API has parsed its answer with this very schema on the way out. Parsing it again would make a front
// that is a minute older than the API fail on an added key.
const isOutput = <O extends AnyOperation>(_: O, value: unknown): value is OutputOf<O> => typeof value === 'object' && value !== null;

/** Calls an operation of the contract with the user's own token: its output, or the refusal with its French sentence. */
export const callApi = async <O extends AnyOperation>(
  door: ApiDoor,
  operation: O,
  request: RequestOf<O>,
  token: string | undefined,
): Promise<Answer<O>> => {
  const parts: Parts = request;
  try {
    const response = await door.fetch(addressOf(door.origin, operation, parts), {
      method: operation.method,
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(parts.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(parts.body === undefined ? {} : { body: JSON.stringify(parts.body) }),
    });
    const body =
      operation.answers === 'redirect' && response.status === 303
        ? { location: response.headers.get('location') }
        : await readJson(response);
    return (response.ok || response.status === 303) && isOutput(operation, body)
      ? { ok: true, output: body }
      : { ok: false, refusal: refusalOf(response.status, body) };
  } catch {
    return { ok: false, refusal: unreachable };
  }
};
