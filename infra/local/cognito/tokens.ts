import { randomUUID, sign } from 'node:crypto';
import type { Json } from '../json.ts';
import type { SigningKey } from './keys.ts';

export interface TokenRequest {
  readonly username: string;
  readonly sub: string;
  readonly clientId: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Seconds at which the person proved who they are; a refresh keeps it. */
  readonly authTime: number;
  readonly originJti: string;
  readonly nowSeconds: number;
  readonly accessSeconds: number;
  readonly idSeconds: number;
}

const encoded = (value: Json): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs a JWT as the pool does. */
export const signToken = (key: SigningKey, payload: Json): string => {
  const content = `${encoded({ kid: key.keyId, alg: 'RS256' })}.${encoded(payload)}`;
  return `${content}.${sign('sha256', Buffer.from(content), key.privateKey).toString('base64url')}`;
};

/** The access and identity tokens of a session, with the claims of a Cognito pool. */
export const sessionTokens = (
  key: SigningKey,
  issuer: string,
  request: TokenRequest,
): { readonly accessToken: string; readonly idToken: string } => {
  const common = {
    sub: request.sub,
    iss: issuer,
    origin_jti: request.originJti,
    event_id: randomUUID(),
    auth_time: request.authTime,
    iat: request.nowSeconds,
  };
  return {
    accessToken: signToken(key, {
      ...common,
      client_id: request.clientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      exp: request.nowSeconds + request.accessSeconds,
      jti: randomUUID(),
      username: request.username,
    }),
    idToken: signToken(key, {
      ...common,
      ...request.attributes,
      aud: request.clientId,
      token_use: 'id',
      exp: request.nowSeconds + request.idSeconds,
      jti: randomUUID(),
      'cognito:username': request.username,
    }),
  };
};
