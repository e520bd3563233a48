import { jsonAnswer, type Answer } from '../http-answer.ts';
import type { SigningKey } from './keys.ts';
import type { Pool } from './pool.ts';

/** The pool's public key set and discovery document, under the pool's path; the issuer is the real one's name. */
export const discovery =
  (pool: Pool, key: SigningKey, origin: string) =>
  (path: string): Answer | undefined => {
    const base = `/${pool.id}/.well-known`;
    if (path === `${base}/jwks.json`)
      return jsonAnswer(200, { keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: key.keyId, alg: 'RS256', use: 'sig' }] });
    if (path !== `${base}/openid-configuration`) return undefined;
    return jsonAnswer(200, {
      issuer: pool.issuer,
      jwks_uri: `${origin}${base}/jwks.json`,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'token'],
      subject_types_supported: ['public'],
    });
  };
