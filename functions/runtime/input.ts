import * as z from 'zod';
import type { AnyOperation } from '@preau/shared/kernel/operation.ts';
import type { HttpEvent } from './http.ts';

type Read =
  | { readonly ok: true; readonly value: { path: unknown; query: unknown; body: unknown } }
  | {
      readonly ok: false;
      readonly code: 'kernel.invalid-input' | 'kernel.unsupported-media';
      readonly details: { fields: { path: string; message: string }[] };
    };

const NOTHING = z.strictObject({});

const text = (event: HttpEvent): string =>
  event.isBase64Encoded === true ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');

const fromForm = (body: string): Record<string, unknown> => Object.fromEntries(new URLSearchParams(body));

const fromJson = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

const readBody = (operation: AnyOperation, event: HttpEvent): unknown => {
  if (operation.input.body === undefined) return {};
  return operation.bodyFormat === 'form' ? fromForm(text(event)) : fromJson(text(event));
};

const acceptsMedia = (operation: AnyOperation, event: HttpEvent): boolean => {
  if (operation.input.body === undefined) return true;
  const expected = operation.bodyFormat === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
  return (event.headers?.['content-type'] ?? '').toLowerCase().startsWith(expected);
};

/** Parses path, query and body with the operation's strict schemas; every fault is named by field, in French where the schema says so. */
export const readInput = (operation: AnyOperation, event: HttpEvent): Read => {
  if (!acceptsMedia(operation, event)) return { ok: false, code: 'kernel.unsupported-media', details: { fields: [] } };
  const parts = {
    path: (operation.input.path ?? NOTHING).safeParse(event.pathParameters ?? {}),
    query: (operation.input.query ?? NOTHING).safeParse(event.queryStringParameters ?? {}),
    body: (operation.input.body ?? NOTHING).safeParse(readBody(operation, event)),
  };
  const fields = Object.entries(parts).flatMap(([part, result]) =>
    result.success ? [] : result.error.issues.map((issue) => ({ path: [part, ...issue.path].join('.'), message: issue.message })),
  );
  if (fields.length > 0) return { ok: false, code: 'kernel.invalid-input', details: { fields: fields.slice(0, 50) } };
  return { ok: true, value: { path: parts.path.data, query: parts.query.data, body: parts.body.data } };
};
