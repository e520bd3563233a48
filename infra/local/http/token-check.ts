import { verify, type KeyObject } from 'node:crypto';
import { isJson, numberIn, parseJson, textIn, type Json } from '../json.ts';
import type { Authorizer } from './routes.ts';

/** How API Gateway hands claims over: everything is text, lists in brackets without commas. */
export const claimsAsText = (payload: Json): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => {
      if (Array.isArray(value)) return [name, `[${value.map(String).join(' ')}]`];
      return [name, isJson(value) ? JSON.stringify(value) : String(value)];
    }),
  );

const audiences = (payload: Json): readonly string[] => {
  const aud = payload['aud'];
  return [...(Array.isArray(aud) ? aud.map(String) : [textIn(payload, 'aud') ?? '']), textIn(payload, 'client_id') ?? ''];
};

const verified = (token: string, key: KeyObject, keyId: string): Json | undefined => {
  const parts = token.split('.');
  const [head = '', body = '', signature = ''] = parts;
  if (parts.length !== 3) return undefined;
  const given = parseJson(Buffer.from(head, 'base64url').toString('utf8'));
  if (given['alg'] !== 'RS256' || given['kid'] !== keyId) return undefined;
  if (!verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))) return undefined;
  return parseJson(Buffer.from(body, 'base64url').toString('utf8'));
};

const isInTime = (payload: Json, nowSeconds: number): boolean =>
  (numberIn(payload, 'exp') ?? 0) > nowSeconds &&
  (numberIn(payload, 'nbf') ?? 0) <= nowSeconds &&
  (numberIn(payload, 'iat') ?? 0) <= nowSeconds + 60;

const KEPT_TOKENS = 500;

/** The claims of a token that the JWT authoriser accepts: our pool's signature, checked once for each token, issuer, audience, and time. */
export const tokenCheck = (key: KeyObject, keyId: string) => {
  const kept = new Map<string, Json>();

  const payloadOf = (token: string): Json | undefined => {
    const known = kept.get(token);
    if (known !== undefined) return known;
    const payload = verified(token, key, keyId);
    if (payload === undefined) return undefined;
    if (kept.size >= KEPT_TOKENS) kept.clear();
    kept.set(token, payload);
    return payload;
  };

  return (header: string | undefined, authorizer: Authorizer, nowSeconds: number): Json | undefined => {
    const payload = payloadOf((header ?? '').replace(/^Bearer\s+/i, ''));
    if (payload?.['iss'] !== authorizer.issuer) return undefined;
    if (!audiences(payload).some((audience) => authorizer.audience.includes(audience))) return undefined;
    return isInTime(payload, nowSeconds) ? payload : undefined;
  };
};
