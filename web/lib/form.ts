import { headers } from 'next/headers';
import type * as z from 'zod';
import { config } from './config.ts';
import type { Fault, FormState } from './form-state.ts';
import { isOurOwnForm } from './same-origin.ts';

export type FormRead<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly state: FormState };

const FOREIGN: Fault = { field: '', message: 'Ce formulaire ne vient pas de nos pages. Rechargez la page, puis recommencez.' };

const entriesOf = (data: FormData): readonly (readonly [string, string])[] =>
  [...data.entries()].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$ACTION') ? [[name, value] as const] : [],
  );

export const typedIn = (data: FormData): Readonly<Record<string, string>> =>
  Object.fromEntries(entriesOf(data).filter(([name]) => !name.toLowerCase().includes('password')));

/** Reads a form of ours with its schema: the values, or the faults by field in French. */
export const formOf = async <S extends z.ZodType>(schema: S, data: FormData): Promise<FormRead<z.output<S>>> => {
  const sent = await headers();
  const ours = isOurOwnForm({
    method: 'POST',
    origin: sent.get('origin'),
    fetchSite: sent.get('sec-fetch-site'),
    webOrigin: config().WEB_ORIGIN,
  });
  if (!ours) return { ok: false, state: { faults: [FOREIGN], typed: typedIn(data) } };
  const parsed = schema.safeParse(Object.fromEntries(entriesOf(data)));
  if (parsed.success) return { ok: true, value: parsed.data };
  const faults = parsed.error.issues.map((issue) => ({ field: issue.path.map(String).join('.'), message: issue.message }));
  return { ok: false, state: { faults, typed: typedIn(data) } };
};
