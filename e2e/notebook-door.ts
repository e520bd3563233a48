import type { BrowserContext } from 'playwright-core';
import { inject } from 'vitest';
import type { AnyOperation, OutputOf, RequestOf } from '@preau/shared/kernel/operation.ts';

/** Calls the API as whoever is signed in this browser: what a script of theirs could do. */
export const askAs = async <O extends AnyOperation>(context: BrowserContext, operation: O, request: RequestOf<O>): Promise<OutputOf<O>> => {
  const cookies = await context.cookies();
  const token = cookies.find(({ name }) => name.endsWith('preau-acces'))?.value;
  if (token === undefined) throw new Error('Nobody is signed in');
  const { path = {}, query = {}, body } = request as { path?: Record<string, string>; query?: Record<string, string>; body?: unknown };
  const address = operation.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const url = `${inject('api')}${address}?${new URLSearchParams(query).toString()}`;
  const answer = await fetch(url, {
    method: operation.method,
    headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${operation.id}: ${answer.status} ${text.slice(0, 300)}`);
  return operation.output.parse(JSON.parse(text)) as OutputOf<O>;
};
