import type { AnyOperation, OutputOf, RequestOf } from '@preau/shared/kernel/operation.ts';

export interface ApiClient {
  readonly call: <O extends AnyOperation>(operation: O, request: RequestOf<O>) => Promise<OutputOf<O>>;
  readonly withToken: (token: string) => ApiClient;
}

const pathOf = (operation: AnyOperation, values: unknown): string => {
  const parameters = new Map(Object.entries(typeof values === 'object' && values !== null ? values : {}));
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parameters.get(name) ?? '')));
};

const queryOf = (values: unknown): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(typeof values === 'object' && values !== null ? values : {}))
    if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? '' : `?${query.toString()}`;
};

/** Calls operations of the contract as the web does; anything but a success is an error with the API's own sentence. */
export const apiClient = (origin: string, token?: string): ApiClient => ({
  withToken: (given) => apiClient(origin, given),
  call: async (operation, request) => {
    const parts: { readonly path?: unknown; readonly query?: unknown; readonly body?: unknown } = request;
    const response = await fetch(`${origin}${pathOf(operation, parts.path)}${queryOf(parts.query)}`, {
      method: operation.method,
      headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      ...(parts.body === undefined ? {} : { body: JSON.stringify(parts.body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${operation.id} : ${response.status} ${text.slice(0, 500)}`);
    return operation.output.parse(JSON.parse(text)) as OutputOf<typeof operation>;
  },
});
