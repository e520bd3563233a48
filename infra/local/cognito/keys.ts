import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Parameters } from '../ssm/parameters.ts';

export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly keyId: string;
}

const NAME = '/preau-local/cognito-key';

/** The pool's RS256 key, made once and kept with the data, so that sessions survive a restart. */
export const openSigningKey = (parameters: Parameters): SigningKey => {
  const kept = parameters.find(NAME)?.value;
  const pem = kept ?? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  if (kept === undefined) parameters.put({ name: NAME, value: pem, type: 'SecureString' });
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  return {
    privateKey,
    publicKey,
    keyId: createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64url')
      .slice(0, 44),
  };
};
